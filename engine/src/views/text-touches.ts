/** Which part of a view shows a text that was written in play, for when it gets a translation. */
import type { FactOf, FactType } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import { factAt } from '../exercise/written-texts.js';

/** Parts that staff and tables have alike. */
export type TextPart =
  | 'injects'
  | 'messages'
  | 'shares'
  | 'requests'
  | 'positions'
  | 'draftVersions'
  | 'draftComments'
  | 'observations';

type Place<Type extends FactType> = (fact: FactOf<Type>) => readonly [TextPart, string];

const places: { readonly [Type in FactType]?: Place<Type> } = {
  InjectEdited: ({ injectId }) => ['injects', injectId],
  InjectImprovised: ({ injectId }) => ['injects', injectId],
  MessageSent: ({ seq }) => ['messages', String(seq)],
  InformationShared: ({ seq }) => ['shares', String(seq)],
  InformationRequested: ({ seq }) => ['requests', String(seq)],
  PermissionRequested: ({ seq }) => ['requests', String(seq)],
  RequestAnswered: ({ requestSeq }) => ['requests', String(requestSeq)],
  StanceTaken: ({ positionId }) => ['positions', positionId],
  PositionDrafted: ({ positionId, version }) => ['draftVersions', `${positionId} ${version}`],
  DraftCommented: ({ seq }) => ['draftComments', String(seq)],
  ObservationNoted: ({ seq }) => ['observations', String(seq)],
};

/** Where the text of a translation's original stands. */
export function textTouches(
  { of }: FactOf<'TextTranslated'>,
  state: ExerciseState,
): (readonly [TextPart, string])[] {
  const fact = factAt(state, of);
  const place = fact && (places[fact.type] as Place<FactType> | undefined);
  return fact && place ? [place(fact)] : [];
}
