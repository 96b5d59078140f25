import { expect, test } from 'vitest';
import { RawLine } from '../support/raw-line.js';
import { codeOf, prepare, sitAt } from './support/drill.js';
import { startServer } from './support/server.js';

test('[LIVE14] a connection that never reads is cut off; the others of its table hear everything', async () => {
  const limits = { commandsPerSecond: 10_000, requestsPerMinute: 100_000 };
  const server = await startServer({ limits });
  const drill = await prepare(server);
  const { exerciseId } = drill;
  const { player } = await sitAt(drill, 'tokyo', 'Aiko');
  const grant = await server.guest().join(codeOf(drill, 'tokyo'), 'Ken');
  const deaf = await RawLine.seated(server.url, { exerciseId, token: grant.token });
  await drill.facilitator.must({ type: 'StartExercise' });
  const isKenHere = () => player.roster.some(({ name, isOnline }) => name === 'Ken' && isOnline);
  await player.until(isKenHere);
  deaf.stopListening();

  const thread = { kind: 'table', tableId: 'tokyo' } as const;
  const text = '海'.repeat(10_000);
  let said = 0;
  while (isKenHere() && said < 1_500) {
    await Promise.all(
      Array.from({ length: 50 }, () => player.must({ type: 'SendMessage', thread, text })),
    );
    said += 50;
  }
  await player.until(() => !isKenHere());
  await player.until(({ view }) => Object.keys(view.messages).length === said);
  // What the system held for it is still there to read, and then the line is gone.
  deaf.socket.resume();
  await deaf.until(() => deaf.isClosed);
  expect(deaf.bytesHeard).toBeLessThan(said * 30_000);
});
