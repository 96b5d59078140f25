/**
 * `npm run stage`: a server with an exercise that is already under way, for working on screens. Prints
 * as JSON where each person's page is and what a browser has to keep to be that person.
 *
 *   --scenario ID     kestrel-locker            --minutes N   play to this minute (20); 0 stays in the lobby
 *   --people N        at each table (1)         --client DIR  a built client (client/dist)
 *   --port N          (0: any)                  --then pause|play|end   what follows (pause)
 *   --scenarios DIR   (scenarios)               --speed N               at which `play` goes on (1)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import { startApp } from '../../server/src/app.js';
import { defaultLimits, defaultSafety } from '../../server/src/config.js';
import { Stage } from './stage.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'kestrel-locker' },
    scenarios: { type: 'string', default: join(root, 'scenarios') },
    speed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '20' },
    people: { type: 'string', default: '1' },
    client: { type: 'string', default: join(root, 'client', 'dist') },
    port: { type: 'string', default: '0' },
    // biome-ignore lint/suspicious/noThenProperty: an option's name, nobody awaits these values
    then: { type: 'string', default: 'pause' },
  },
});

const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-stage-'));
const app = await startApp({
  host: '127.0.0.1',
  port: Number(values.port),
  otherPorts: 0,
  dataDir,
  databaseUrl: undefined,
  scenariosDir: values.scenarios,
  clientDir: values.client,
  logLevel: 'error',
  limits: { ...defaultLimits, failureDelayMs: 0, commandsPerSecond: 1_000 },
  ...defaultSafety,
});

const stage = await Stage.open({
  url: app.url,
  staffLink: app.staffLink ?? '',
  scenarioId: values.scenario,
  peoplePerTable: Number(values.people),
});
const minutes = Number(values.minutes);
if (minutes > 0) {
  await stage.start();
  await stage.playTo(minutes * 60_000);
  if (values.then === 'pause') await stage.do({ type: 'PauseClock', reason: '' });
  if (values.then === 'end') await stage.do({ type: 'EndExercise', reason: '' });
}

console.log(
  JSON.stringify(
    {
      url: app.url,
      staffLink: app.staffLink,
      exerciseId: stage.exerciseId,
      control: `${app.url}/control/${stage.exerciseId}`,
      wall: stage.wall === null ? null : page(stage.wall, 'wall'),
      players: stage.players.map(({ grant, counts }) => ({ ...page(grant, 'play'), ...counts })),
    },
    null,
    2,
  ),
);

/** `localStorage` is what the browser has to keep for the page to know its seat. */
function page(grant: SeatGrant, kind: 'play' | 'wall') {
  const { exerciseId, seatId, role, tableId, token } = grant;
  const seat = { exerciseId, seatId, role, tableId, name: '', title: '', tableName: tableId };
  return {
    tableId,
    seatId,
    page: `${app.url}/${kind}/${exerciseId}/${seatId}`,
    localStorage: {
      'trilogue.seats': JSON.stringify([seat]),
      [`trilogue.seat.${seatId}`]: token,
    },
  };
}

let isPlaying = values.then === 'play';
const closing = async () => {
  isPlaying = false;
  stage.leave();
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGINT', () => void closing());
process.once('SIGTERM', () => void closing());
while (isPlaying) await stage.playTo(stage.playMs + 60_000, Number(values.speed));
