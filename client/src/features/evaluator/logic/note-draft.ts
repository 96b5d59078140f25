/** A note while it is being written: bound to the moment at which somebody reached for it. */
import type { FacilitatorObservation } from '@trilogue/engine/views/facilitator-view';
import type { CommandInput } from '../../../connection/outbox';

export type NoteCommand = Extract<CommandInput, { type: 'NoteObservation' }>;
export type NoteKind = FacilitatorObservation['kind'];
export type Importance = FacilitatorObservation['importance'];
export type Release = FacilitatorObservation['release'];

export const noteKinds = ['strength', 'improvement', 'observation'] as const;
export const importances = ['low', 'normal', 'high'] as const;

export interface NoteDraft {
  readonly momentPlayMs: number;
  readonly text: string;
  readonly kind: NoteKind;
  readonly importance: Importance;
  readonly tableId: NoteCommand['tableId'];
  readonly objectiveId: NonNullable<NoteCommand['objectiveId']> | null;
  readonly release: Release;
}

/** What one looks at is likely what one writes about. */
export function newNote(
  momentPlayMs: number,
  about: Pick<NoteDraft, 'tableId' | 'objectiveId'>,
): NoteDraft {
  const whole = Math.max(0, Math.floor(momentPlayMs));
  return {
    momentPlayMs: whole,
    text: '',
    kind: 'observation',
    importance: 'normal',
    release: { kind: 'kept' },
    ...about,
  };
}

/** Null while there is nothing to keep. */
export function noteCommand(draft: NoteDraft): NoteCommand | null {
  const text = draft.text.trim();
  return text === '' ? null : { type: 'NoteObservation', ...draft, text };
}

/** The words of a release in a list: kept, all, or a party. */
export function releaseKey(release: Release): string {
  return release.kind === 'party' ? `party ${release.partyId}` : release.kind;
}

export function releaseOf(key: string): Release {
  if (key === 'all' || key === 'kept') return { kind: key };
  // Keys are made by `releaseKey` from parties of the view.
  return { kind: 'party', partyId: key.slice('party '.length) } as Release;
}
