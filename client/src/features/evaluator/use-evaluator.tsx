/** What every part of the evaluator's page works on: the view, what is followed, and how to act. */
import { useLocalStorage } from '@mantine/hooks';
import type { PartyId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../connection/exercise-context';
import type { CommandInput } from '../../connection/outbox';
import type { ExerciseConnection } from '../../connection/use-exercise';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { isNamedAfter } from '../../ui/nation-name';
import { notify } from '../../ui/notify';
import { useRejectionText } from '../../ui/use-rejection-text';
import { type Followed, type Following, followedOf, followsAll } from './logic/following';

export interface Evaluator extends Omit<ExerciseConnection<FacilitatorView>, 'view'> {
  readonly view: FacilitatorView;
  readonly followed: Followed;
  readonly following: Following;
  readonly follow: (following: Following) => void;
  /** Submits a command; a refusal is shown in words. True when it was accepted. */
  readonly act: (command: CommandInput) => Promise<boolean>;
  readonly text: (text: LocalizedText) => string;
  /** Null stands for all tables together. */
  readonly table: (tableId: TableId | null) => string;
  readonly party: (partyId: PartyId) => string;
  readonly person: (seatId: SeatId | null) => string;
}

const EvaluatorContext = createContext<Evaluator | null>(null);

export function EvaluatorProvider(props: {
  readonly exerciseId: string;
  readonly children: ReactNode;
}) {
  const connection = useConnection<FacilitatorView>();
  const { view } = connection;
  if (view === null) throw new Error('the evaluator’s page was shown before its view came');
  const [following, follow] = useLocalStorage<Following>({
    key: `trilogue.following.${props.exerciseId}`,
    defaultValue: followsAll,
    getInitialValueInEffect: false,
  });
  const act = useAct();
  const names = useNames(view);
  const { cast, objectives } = view;
  const followed = useMemo(
    () => followedOf({ cast, objectives }, following),
    [cast, objectives, following],
  );
  const evaluator = useMemo(
    () => ({ ...connection, view, followed, following, follow, act, ...names }),
    [connection, view, followed, following, follow, act, names],
  );
  return <EvaluatorContext value={evaluator}>{props.children}</EvaluatorContext>;
}

export function useEvaluator(): Evaluator {
  const evaluator = useContext(EvaluatorContext);
  if (evaluator === null) throw new Error('useEvaluator needs an EvaluatorProvider');
  return evaluator;
}

function useAct(): Evaluator['act'] {
  const { submit } = useConnection<FacilitatorView>();
  const { t } = useTranslation('evaluator');
  const word = useRejectionText();
  return useCallback(
    async (command) => {
      const answer = await submit(command);
      if (!answer.ok) notify({ color: 'red', title: t('notDone'), message: word(answer.code) });
      return answer.ok;
    },
    [submit, t, word],
  );
}

function useNames({ cast, parties, exercise }: FacilitatorView) {
  const { roster } = useConnection<FacilitatorView>();
  const read = useLocalizedText();
  const { t } = useTranslation('evaluator');
  const { defaultLanguage } = exercise;
  return useMemo(() => {
    const text = (prose: LocalizedText) => read(prose, defaultLanguage).text;
    const tables = new Map(
      cast.tables.map(({ tableId, name, isControl }) => {
        // A table is mostly called after whoever sits there, in their language.
        const known = [...parties, ...cast.teams].find((one) => isNamedAfter(name, one.name));
        return [tableId, isControl ? t('control') : text(known?.name ?? name)];
      }),
    );
    const people = new Map(roster.map(({ seatId, name }) => [seatId, name]));
    return {
      text,
      table: (tableId: TableId | null) =>
        tableId === null ? t('allTables') : (tables.get(tableId) ?? tableId),
      party: (partyId: PartyId) => {
        const party = parties.find(({ id }) => id === partyId);
        return party === undefined ? partyId : text(party.name);
      },
      person: (seatId: SeatId | null) =>
        seatId === null ? t('control') : (people.get(seatId) ?? t('someone')),
    };
  }, [cast, parties, roster, read, defaultLanguage, t]);
}
