/** Which words of an inject a table reads. */
import type { ContactId, InjectId, TableId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { teamsAddressed } from '../scenario/playbook.js';
import { type ExerciseState, injectOf, injectState } from './state.js';
import { withTranslations } from './written-texts.js';

export interface InjectText {
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  readonly from: ContactId;
}

/**
 * The inject's own words, over them those of the variant that was drawn, over them those for this
 * table's teams. What was written in play comes with its translations.
 * @param tableId null for the words that are nobody's in particular.
 */
export function injectText(
  state: ExerciseState,
  injectId: InjectId,
  tableId: TableId | null,
): InjectText | null {
  const inject = injectOf(state, injectId);
  if (inject === undefined) return null;
  const variant = inject.variants?.find(({ id }) => id === state.variants.get(injectId));
  const { scenario } = state.playbook;
  const teams = state.casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
  const own = inject.perRecipient.find(({ to }) =>
    teamsAddressed(scenario, to).some((teamId) => teams.includes(teamId)),
  );
  const { writtenBy } = injectState(state, injectId);
  return {
    title: withTranslations(
      state,
      own?.title ?? variant?.title ?? inject.title,
      writtenBy,
      'title',
    ),
    body: withTranslations(state, own?.body ?? variant?.body ?? inject.body, writtenBy, 'body'),
    from: own?.from ?? variant?.from ?? inject.from,
  };
}
