/** How a server ends: nobody's words are lost, everybody is told, and nobody holds it up. */
import { type AddressInfo, connect as connectTo, createServer } from 'node:net';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { prepare, sitAt } from './support/drill.js';
import { Person } from './support/person.js';
import { startProcess } from './support/process.js';
import { scenariosDir, tempDir } from './support/server.js';

const thread = { kind: 'table', tableId: 'tokyo' } as const;

test('[STOP1] told to stop, a server says goodbye, answers what it has decided, and ends with 0', async () => {
  const dataDir = tempDir();
  const scenarios = scenariosDir();
  const server = await startProcess(dataDir, scenarios);
  const drill = await prepare(server, 'auto');
  const { player, grant } = await sitAt(drill, 'tokyo', 'Aiko');
  await drill.facilitator.must({ type: 'StartExercise' });
  await player.until(({ view }) => view.clock.status === 'running');

  const asked = new Map<string, Promise<Answer | null>>();
  const gone = new Promise<null>((resolve) =>
    player.socket.once('disconnect', () => resolve(null)),
  );
  for (let count = 0; count < 50; count++) {
    const id = `message-${count}`;
    const answer = player.do({ type: 'SendMessage', thread, text: id }, id);
    asked.set(id, Promise.race([answer.catch(() => null), gone]));
  }
  const stoppedAt = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(5_000);
  expect(player.goodbye).toBe('server/closing');
  expect(drill.facilitator.goodbye).toBe('server/closing');

  // What was answered is kept; what was not is asked again and happens once.
  const again = await startProcess(dataDir, scenarios);
  const { exerciseId } = drill;
  const back = await Person.sit<PlayerView>({ url: again.url, exerciseId, token: grant.token });
  for (const [id, answer] of asked) {
    const first = await answer;
    const second = await back.do({ type: 'SendMessage', thread, text: id }, id);
    expect(second.ok).toBe(true);
    if (first !== null) expect(second).toEqual(first);
  }
  const texts = () => Object.values(back.view.messages).map(({ text }) => text);
  await back.until(() => texts().length === 50);
  expect(texts().sort()).toEqual([...asked.keys()].sort());
});

test('[STOP2] clients that hang do not keep it from ending in time', async () => {
  const server = await startProcess(tempDir(), scenariosDir());
  const drill = await prepare(server, 'auto');
  const { grant } = await sitAt(drill, 'tokyo', 'Aiko');
  // One that opened a socket and never reads or closes it, and one in the middle of a request.
  const { hostname, port } = new URL(server.url);
  const stuck = connectTo({ host: hostname, port: Number(port), allowHalfOpen: true });
  stuck.on('error', () => undefined);
  const key = Buffer.alloc(16).toString('base64');
  stuck.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
      `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await new Promise((resolve) => stuck.once('readable', resolve));
  stuck.pause();
  const slow = connectTo({ host: hostname, port: Number(port) });
  slow.on('error', () => undefined);
  slow.write(
    `POST /api/join HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 500\r\n\r\n{`,
  );
  onTestFinished(() => {
    stuck.destroy();
    slow.destroy();
  });
  expect(grant.token).toBeDefined();
  const stoppedAt = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(5_000);
});

test('[STOP3] clients come back by themselves when it does', async () => {
  const dataDir = tempDir();
  const scenarios = scenariosDir();
  const server = await startProcess(dataDir, scenarios);
  const drill = await prepare(server, 'auto');
  const { grant } = await sitAt(drill, 'tokyo', 'Aiko');
  const front = await frontOf(server.url);
  const socket = io(front.url, {
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: { protocolVersion, exerciseId: drill.exerciseId, token: grant.token },
  });
  onTestFinished(() => void socket.disconnect());
  const reasons: string[] = [];
  socket.on('disconnect', (reason) => reasons.push(reason));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  expect(await server.stop()).toBe(0);
  const back = new Promise<void>((resolve) => socket.once('connect', resolve));
  front.leadTo((await startProcess(dataDir, scenarios)).url);
  await back;
  // Anything else would tell a client not to try again.
  expect(reasons).toEqual(['transport close']);
});

/** One address that stays while the server behind it has another port at every start. */
async function frontOf(url: string) {
  let target = new URL(url);
  const front = createServer((line) => {
    const onward = connectTo({ host: target.hostname, port: Number(target.port) });
    for (const end of [line, onward]) end.on('error', () => undefined);
    line.on('close', () => onward.destroy());
    onward.on('close', () => line.destroy());
    line.pipe(onward).pipe(line);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void front.close());
  const { port } = front.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    leadTo(next: string) {
      target = new URL(next);
    },
  };
}
