/** How people come into an exercise, over HTTP: one typed function a route. */
import type {
  EntrySettings,
  ExerciseEntry,
  HandOver,
  InvitedRole,
  RosterPreview,
  WaitAnswer,
} from '@trilogue/engine/protocol/entry';
import { api } from './api';

type Done = { readonly ok: true };
const at = (exerciseId: string, rest: string) =>
  `/api/exercises/${encodeURIComponent(exerciseId)}/${rest}`;

export interface NewInvitation {
  readonly role?: InvitedRole;
  readonly tableId: string | null;
  readonly label?: string;
  readonly cap?: number | null;
  readonly expiresAtMs?: number | null;
  readonly person?: { readonly name: string; readonly language: string | null };
}

export interface InvitationChange {
  readonly label?: string;
  readonly cap?: number | null;
  readonly expiresAtMs?: number | null;
  readonly isRevoked?: boolean;
  readonly name?: string;
  readonly tableId?: string;
}

export const entry = (exerciseId: string) => api.get<ExerciseEntry>(at(exerciseId, 'entry'));
export const setEntry = (exerciseId: string, settings: EntrySettings) =>
  api.put<Done>(at(exerciseId, 'entry'), settings);
export const invite = (exerciseId: string, wish: NewInvitation) =>
  api.post<{ readonly invitationId: string; readonly code: string }>(
    at(exerciseId, 'invitations'),
    wish,
  );
export const changeInvitation = (exerciseId: string, id: string, change: InvitationChange) =>
  api.patch<Done>(at(exerciseId, `invitations/${id}`), change);
export const renewInvitation = (exerciseId: string, id: string) =>
  api.post<{ readonly code: string }>(at(exerciseId, `invitations/${id}/renew`));
export const removeInvitation = (exerciseId: string, id: string) =>
  api.del<Done>(at(exerciseId, `invitations/${id}`));

export const previewRoster = (exerciseId: string, text: string) =>
  api.post<RosterPreview>(at(exerciseId, 'roster/preview'), { text });
export const importRoster = (exerciseId: string, text: string) =>
  api.post<{ readonly added: number; readonly known: number }>(at(exerciseId, 'roster'), { text });
/** Where the list with everybody's link is downloaded. */
export const rosterAddress = (exerciseId: string, origin: string, language: string) =>
  `${at(exerciseId, 'roster')}?${new URLSearchParams({ origin, language })}`;

export const decideOn = (
  exerciseId: string,
  seatIds: readonly string[],
  verdict: 'admit' | 'turnAway',
) =>
  api.post<{ readonly done: number; readonly refused: readonly { readonly code: string }[] }>(
    at(exerciseId, 'admissions'),
    { seatIds, verdict },
  );
export const changePerson = (
  exerciseId: string,
  seatId: string,
  change: { name?: string; listed?: readonly string[]; tableId?: string },
) => api.patch<Done>(at(exerciseId, `people/${seatId}`), change);
export const handOver = (exerciseId: string, seatId: string) =>
  api.post<HandOver>(at(exerciseId, `people/${seatId}/hand-over`));

/** Of whoever waits to be let in, by the token that joining gave. */
export const wait = (exerciseId: string, token: string) =>
  api.post<WaitAnswer>('/api/join/wait', { exerciseId, token });
/** A scribe tells who sits at the device. */
export const list = (exerciseId: string, token: string, listed: readonly string[]) =>
  api.put<Done>('/api/join/listed', { exerciseId, token, listed });
