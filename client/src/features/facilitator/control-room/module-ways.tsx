/** Ways out of the modules that run, what each waits for, and going one of them by hand. */
import { Text } from '@mantine/core';
import type { PhaseId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import { causeOf } from '../logic/why-it-waits';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { causeWords } from '../parts/wait-text';

export interface Way {
  readonly phaseId: PhaseId;
  readonly exit: number;
  readonly to: string;
  readonly waitsFor: string;
}

/** What the modules that run are called, in one line, and where they lead. */
export function useModuleWays(): { readonly name: string; readonly ways: readonly Way[] } {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const active = Object.values(view.phases)
    .filter(({ enteredPlayMs, leftPlayMs }) => enteredPlayMs !== null && leftPlayMs === null)
    .sort((a, b) => a.order - b.order);
  const ways = active.flatMap((phase) =>
    phase.exits.map(({ to, when }, exit): Way => {
      const target = view.phases[to];
      return {
        phaseId: phase.id,
        exit,
        to: target === undefined ? to : names.text(target.title),
        waitsFor: causeWords(t, names, causeOf(view, when, phase.id)),
      };
    }),
  );
  return { name: active.map(({ title }) => names.text(title)).join(' · '), ways };
}

export function WayText({ way }: { way: Way }) {
  const { t } = useTranslation('facilitator');
  return (
    <>
      <Text size="sm" fw={600}>
        {way.to}
      </Text>
      <Text size="xs" c="dimmed">
        {t('module.byItself', { what: way.waitsFor })}
      </Text>
    </>
  );
}

/** @param way null while nobody chose one. */
export function ConfirmWay(props: { way: Way | null; onClose: () => void; onDone?: () => void }) {
  const { way, onClose, onDone } = props;
  const { t } = useTranslation('facilitator');
  const { act } = useRoom();
  const go = async ({ phaseId, exit }: Way) => {
    if (await act({ type: 'TakeExit', phaseId, exit })) onDone?.();
  };
  return (
    <ConfirmDialog
      isOpen={way !== null}
      title={t('module.confirmTitle', { phase: way?.to ?? '' })}
      action={t('module.confirm')}
      onClose={onClose}
      onConfirm={() => (way === null ? undefined : go(way))}
    >
      <Text>{t('module.confirmText')}</Text>
    </ConfirmDialog>
  );
}
