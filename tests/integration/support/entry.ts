/** Coming into an exercise, as staff set it and people go through it. */
import type {
  EntrySettings,
  ExerciseEntry,
  HandOver,
  InvitationCard,
  JoinAnswer,
  WaitAnswer,
} from '@trilogue/engine/protocol/entry';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { Api, type Reply } from './api.js';
import type { Drill } from './drill.js';
import { Person } from './person.js';

export function entryAt({ exerciseId }: Pick<Drill, 'exerciseId'>, rest: string): string {
  return `/api/exercises/${exerciseId}/${rest}`;
}

export function entryOf(drill: Drill, api = drill.staff): Promise<ExerciseEntry> {
  return api.must(entryAt(drill, 'entry'));
}

export async function set(drill: Drill, settings: Partial<EntrySettings>): Promise<void> {
  const { settings: standing } = await entryOf(drill);
  await done(drill.staff.call('PUT', entryAt(drill, 'entry'), { ...standing, ...settings }));
}

/** The one that a table has from the beginning. */
export async function standingAt(drill: Drill, tableId: string): Promise<InvitationCard> {
  const { invitations } = await entryOf(drill);
  return must(invitations.find((one) => one.isStanding && one.tableId === tableId));
}

export async function invitationOf(drill: Drill, invitationId: string): Promise<InvitationCard> {
  const { invitations } = await entryOf(drill);
  return must(invitations.find((one) => one.invitationId === invitationId));
}

export async function inviteTo(
  drill: Drill,
  wish: Record<string, unknown>,
): Promise<{ invitationId: string; code: string }> {
  return drill.staff.must(entryAt(drill, 'invitations'), wish);
}

export function change(drill: Drill, invitationId: string, change: Record<string, unknown>) {
  return drill.staff.call('PATCH', entryAt(drill, `invitations/${invitationId}`), change);
}

export function joinBy(drill: { url: string }, code: string, rest: Record<string, unknown> = {}) {
  return new Api(drill.url).post('/api/join', { code, name: 'Aiko', language: 'en', ...rest });
}

export async function mustJoin(
  drill: { url: string },
  code: string,
  rest: Record<string, unknown> = {},
): Promise<JoinAnswer> {
  const reply = await joinBy(drill, code, rest);
  if (reply.status !== 200) throw new Error(reply.text);
  // The route's own type.
  return reply.body as unknown as JoinAnswer;
}

export async function waitOf(url: string, grant: JoinAnswer): Promise<WaitAnswer> {
  const { exerciseId, token } = grant;
  return new Api(url).must('/api/join/wait', { exerciseId, token });
}

export function sitBy(url: string, grant: JoinAnswer): Promise<Person<PlayerView>> {
  const { exerciseId, token } = grant;
  return Person.sit<PlayerView>({ url, exerciseId, token });
}

export function handOver(drill: Drill, seatId: string): Promise<HandOver> {
  return drill.staff.must(entryAt(drill, `people/${seatId}/hand-over`), {});
}

export async function done(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked;
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`);
  return reply;
}

function must<Value>(found: Value | undefined): Value {
  if (found === undefined) throw new Error('not found');
  return found;
}
