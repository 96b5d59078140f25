/** A drill as most tests need it: two tables, a facilitator, people seated, perhaps under way. */
import type { ExerciseLinks, SeatGrant } from '@trilogue/engine/protocol/http';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { Api, casting } from './api.js';
import { type Facilitator, type Observer, Person, type Player } from './person.js';
import { startServer, type TestServer } from './server.js';

export interface Drill {
  readonly url: string;
  readonly staff: Api;
  readonly exerciseId: ExerciseId;
  readonly facilitator: Facilitator;
  readonly links: ExerciseLinks;
}

export interface Seated {
  readonly api: Api;
  readonly grant: SeatGrant;
  readonly player: Player;
}

/** Created, cast, with its lobby open. */
export async function prepare(
  server: { url: string; staff(): Promise<Api> },
  pace: 'confirm' | 'auto' = 'confirm',
): Promise<Drill> {
  const staff = await server.staff();
  const exerciseId = await staff.create(pace);
  await staff.staffSeat(exerciseId);
  const { url } = server;
  const facilitator = await Person.sit<FacilitatorView>({ url, exerciseId, cookie: staff.cookie });
  await facilitator.must({ type: 'CastTeams', casting });
  await facilitator.must({ type: 'OpenLobby' });
  const links = await staff.links(exerciseId);
  return { url, staff, exerciseId, facilitator, links };
}

export function codeOf({ links }: Drill, tableId: string): string {
  const found = links.tables.find((table) => table.tableId === tableId);
  if (found === undefined) throw new Error(`no code for ${tableId}`);
  return found.code;
}

export async function sitAt(drill: Drill, tableId: string, name: string): Promise<Seated> {
  const api = new Api(drill.url);
  const grant = await api.join(codeOf(drill, tableId), name);
  const { url, exerciseId } = drill;
  const player = await Person.sit<PlayerView>({ url, exerciseId, token: grant.token });
  return { api, grant, player };
}

export async function watch(drill: Drill): Promise<Observer> {
  const grant = await new Api(drill.url).join(drill.links.observerCode, 'Wall');
  return Person.sit<ObserverView>({
    url: drill.url,
    exerciseId: drill.exerciseId,
    token: grant.token,
  });
}

/** A running drill with one player at each table. */
export async function running(server?: TestServer) {
  const drill = await prepare(server ?? (await startServer()));
  const tokyo = await sitAt(drill, 'tokyo', 'Aiko');
  const manila = await sitAt(drill, 'manila', 'Jun');
  await drill.facilitator.must({ type: 'StartExercise' });
  for (const person of [drill.facilitator, tokyo.player, manila.player]) {
    await person.until(({ view }) => view.clock.status === 'running', 'the clock runs');
  }
  return { ...drill, drill, tokyo, manila };
}
