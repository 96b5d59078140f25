/** Frames go straight to a line that is free, and queue where it is not: nobody may see the difference. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { afterEach, expect, test, vi } from 'vitest';
import { prepare, sitAt } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const messages = 60;

afterEach(() => vi.unstubAllEnvs());

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

test.each(['http', 'https'] as const)(
  '[LIVE19] by %s, however a line came about, frames of every length go over it and nowhere else',
  async (scheme) => {
    // The certificate was made a moment ago, for this server alone.
    if (scheme === 'https') vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const server = await startServer({
      limits: { commandsPerSecond: 1_000 },
      safety: { tls: { kind: scheme === 'https' ? 'selfMade' : 'none' } },
    });
    const drill = await prepare(server);
    const { url, exerciseId, facilitator } = drill;
    const { grant, player } = await sitAt(drill, 'tokyo', 'Aiko');
    const place = { url, exerciseId, token: grant.token };
    // A proxy, or somebody who means no good, names another protocol in what only polls.
    const named = new Person<PlayerView>(place, ['polling', 'websocket']);
    named.socket.io.opts.transportOptions = { polling: { extraHeaders: { upgrade: 'h2c' } } };
    await named.connect();
    await named.subscribe(null);
    while (named.socket.io.engine.transport.name !== 'websocket') {
      await new Promise((resolve) => named.socket.io.engine.once('upgrade', resolve));
    }
    await facilitator.must({ type: 'StartExercise' });
    const thread = { kind: 'table', tableId: 'tokyo' } as const;
    const letters = ['a', 'é', '港', '🚢', '\ud800'];
    const texts = [1, 40, 41, 500, 5_000].flatMap((length) =>
      letters.map((letter) => letter.repeat(Math.ceil(length / letter.length))),
    );
    // Apart, each in a frame of its own; then all in one turn, in a frame beyond the short headers.
    for (const text of texts) await facilitator.must({ type: 'SendMessage', thread, text });
    await Promise.all(texts.map((text) => facilitator.must({ type: 'SendMessage', thread, text })));
    const all = texts.length * 2;
    for (const person of [player, named]) {
      await person.until(({ view }) => Object.keys(view.messages).length === all);
      expect(Object.values(person.view.messages).map(({ text }) => text)).toEqual([
        ...texts,
        ...texts,
      ]);
      expect(person.socket.connected).toBe(true);
    }
    expect(Math.max(...player.heard.map((text) => Buffer.byteLength(text)))).toBeGreaterThan(
      65_536,
    );
  },
);

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
