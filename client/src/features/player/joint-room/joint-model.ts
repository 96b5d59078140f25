/** Joint positions as lists to show: who has spoken on what, which text stands, what came after what. */
import type {
  DraftVersionView,
  PositionView,
  StanceView,
} from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';

export type Subject = StanceView['on'];
export type Stance = StanceView['stance'];

/** What is being decided first, the nearest deadline leading; then what was settled last. */
export function positionsInOrder({ positions }: PlayerView): PositionView[] {
  const isOpen = ({ status }: PositionView) => status === 'open';
  return Object.values(positions).sort((a, b) => {
    if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
    return isOpen(a)
      ? (a.dueAtMs ?? Number.POSITIVE_INFINITY) - (b.dueAtMs ?? Number.POSITIVE_INFINITY)
      : (b.settled?.playMs ?? 0) - (a.settled?.playMs ?? 0);
  });
}

/** What can be decided on now: every option, or the newest version of the text. */
export function subjectsOf({ options, version }: PositionView): Subject[] {
  return options.length > 0
    ? options.map(({ id }) => ({ kind: 'option', optionId: id }))
    : [{ kind: 'version', version }];
}

export function subjectKey(on: Subject): string {
  return on.kind === 'option' ? `option ${on.optionId}` : `version ${on.version}`;
}

export interface Spoken {
  readonly voice: PositionView['voices'][number];
  /** Null where it has not spoken on this. */
  readonly stance: StanceView | null;
}

/** Each voice, with where it stands on the subject. */
export function spokenOn({ voices, stances: taken }: PositionView, on: Subject): Spoken[] {
  const key = subjectKey(on);
  return voices.map((voice) => ({
    voice,
    stance:
      taken.find(({ teamId, on: about }) => teamId === voice.teamId && subjectKey(about) === key) ??
      null,
  }));
}

export function ownVoices({ voices }: PositionView, { table }: PlayerView): string[] {
  return voices
    .filter(({ tableId }) => tableId === table.tableId)
    .map(({ teamId }): string => teamId);
}

/** A voice of this table has said nothing yet on anything that can be decided now. */
export function isAwaited(position: PositionView, view: PlayerView): boolean {
  if (position.status !== 'open') return false;
  const now = subjectsOf(position).map(subjectKey);
  return ownVoices(position, view).some(
    (team) =>
      !position.stances.some(({ teamId, on }) => teamId === team && now.includes(subjectKey(on))),
  );
}

/** Versions that were written in play, the newest first. */
export function versionsOf({ draftVersions }: PlayerView, positionId: string): DraftVersionView[] {
  return Object.values(draftVersions)
    .filter((draft) => draft.positionId === positionId)
    .sort((a, b) => b.version - a.version);
}

export function commentsOf({ draftComments }: PlayerView, positionId: string): DraftVersionView[] {
  return Object.values(draftComments)
    .filter((comment) => comment.positionId === positionId)
    .sort((a, b) => a.seq - b.seq);
}

export type Moment =
  | { readonly kind: 'version' | 'comment'; readonly seq: number; readonly draft: DraftVersionView }
  | { readonly kind: 'stance'; readonly seq: number; readonly stance: StanceView };

/** What happened, the latest first. Of each voice only what it last said on a subject is known. */
export function historyOf(view: PlayerView, position: PositionView): Moment[] {
  const moments: Moment[] = [
    ...versionsOf(view, position.id).map(
      (draft): Moment => ({ kind: 'version', seq: draft.seq, draft }),
    ),
    ...commentsOf(view, position.id).map(
      (draft): Moment => ({ kind: 'comment', seq: draft.seq, draft }),
    ),
    ...position.stances.map((stance): Moment => ({ kind: 'stance', seq: stance.seq, stance })),
  ];
  return moments.sort((a, b) => b.seq - a.seq);
}

/**
 * A text that was written on top of `base` while others went on.
 * @returns whether it has to be put on top of the newest before it can be sent
 */
export function isBehind(base: number, { version }: Pick<PositionView, 'version'>): boolean {
  return base < version;
}
