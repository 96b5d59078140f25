/** Frames go straight to a line that is free, and queue where it is not: nobody may see the difference. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { prepare, sitAt } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const messages = 60;

test('[LIVE16] by WebSocket, by polling and from one to the other, frames come whole and in one order', async () => {
  const server = await startServer({ limits: { commandsPerSecond: 1_000 } });
  const drill = await prepare(server);
  const { grant, player } = await sitAt(drill, 'tokyo', 'Aiko');
  const { url, exerciseId, facilitator } = drill;
  const place = { url, exerciseId, token: grant.token };
  const polling = new Person<PlayerView>(place, ['polling']);
  const upgrading = new Person<PlayerView>(place, ['polling', 'websocket']);
  for (const person of [polling, upgrading]) {
    await person.connect();
    await person.subscribe(null);
  }
  await facilitator.must({ type: 'StartExercise' });
  const thread = { kind: 'table', tableId: 'tokyo' } as const;
  const sent = Array.from({ length: messages }, (_, index) => {
    // Some fit a WebSocket's short header, some its longer one; letters of one byte and of three.
    const text = `${index} ${index % 3 === 0 ? '港湾の状況です。'.repeat(1_000) : 'On our way.'}`;
    return text;
  });
  for (const text of sent) void facilitator.must({ type: 'SendMessage', thread, text });
  const people = [player, polling, upgrading];
  for (const person of people) {
    await person.until(({ view }) => Object.keys(view.messages).length === messages);
  }
  for (const { frames, view } of people) {
    expect(frames.slice(1).map(({ fromSeq }) => fromSeq)).toEqual(
      frames.slice(0, -1).map(({ cursor }) => cursor.seq),
    );
    expect(Object.values(view.messages).map(({ text }) => text)).toEqual(sent);
    expect(view).toEqual(player.view);
  }
  expect(polling.heard.length).toBeGreaterThan(0);
  expect(upgrading.socket.io.engine.transport.name).toBe('websocket');
});

test('[LIVE17] a thousandth welcome of the same view says what the first said, to each its own', async () => {
  const drill = await prepare(await startServer());
  const one = await sitAt(drill, 'tokyo', 'Aiko "Ai" Mori');
  const other = await sitAt(drill, 'tokyo', 'Ren');
  const again = await Person.sit<PlayerView>({
    url: drill.url,
    exerciseId: drill.exerciseId,
    token: one.grant.token,
  });
  expect(again.welcome?.seatId).toBe(one.grant.seatId);
  expect(other.player.welcome?.seatId).toBe(other.grant.seatId);
  expect(again.view).toEqual(other.player.view);
  await again.until(
    ({ roster }) => roster.length === 2 && roster.every(({ isOnline }) => isOnline),
  );
  expect(again.roster.map(({ name }) => name).sort()).toEqual(['Aiko "Ai" Mori', 'Ren']);
});
