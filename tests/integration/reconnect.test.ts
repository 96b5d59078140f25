import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { maxFrames } from '../../server/src/live/audience-stream.js';
import { prepare, running, sitAt } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

test('[LIVE3] whoever comes back with a cursor gets only what is missing', async () => {
  const { facilitator, tokyo, url, exerciseId } = await running();
  const { player } = tokyo;
  const { cursor } = player;
  player.socket.disconnect();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.must({ type: 'PauseClock' });
  await player.connect();
  const welcome = await player.subscribe(cursor);
  expect(welcome.frame.fromSeq).toBe(cursor?.seq);
  expect(welcome.frame.steps.map(({ kind }) => kind)).toEqual(['changes', 'changes']);
  expect(JSON.stringify(welcome.frame)).not.toContain('AMIHAN');
  const { token } = tokyo.grant;
  const fresh = await Person.sit<PlayerView>({ url, exerciseId, token });
  expect(player.view).toEqual(fresh.view);
  // With nothing missing, nothing comes.
  expect((await player.subscribe(player.cursor)).frame.steps).toEqual([]);
});

test('[LIVE4] a cursor too old, of another epoch or from nowhere gets the whole view', async () => {
  const { facilitator, tokyo } = await running(
    await startServer({ limits: { commandsPerSecond: 5_000 } }),
  );
  const { player } = tokyo;
  const old = player.cursor;
  for (let index = 0; index <= maxFrames; index++) {
    const type = index % 2 === 0 ? 'PauseClock' : 'ResumeClock';
    await facilitator.must({ type });
    // Heard each by itself, so that each makes a frame.
    const status = type === 'PauseClock' ? 'paused' : 'running';
    await player.until(({ view }) => view.clock.status === status);
  }
  const seq = player.cursor?.seq ?? 0;
  for (const cursor of [old, { epoch: 1, seq }, { epoch: 0, seq: seq + 100 }]) {
    const welcome = await player.subscribe(cursor);
    expect(welcome.frame).toMatchObject({ fromSeq: 0, steps: [{ kind: 'reset' }] });
  }
});

test('[LIVE5] a seat that is moved leaves the old table’s room at once', async () => {
  const { facilitator, tokyo, drill } = await running();
  const { player, grant } = tokyo;
  const stays = await sitAt(drill, 'tokyo', 'Kenji');
  const { cursor } = player;
  player.frames.length = 0;
  player.heard.length = 0;
  await facilitator.must({ type: 'MoveSeat', seatId: grant.seatId, tableId: 'manila' });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await stays.player.until(({ view }) => 'jp-alarm' in view.injects);
  await player.until(({ movedCount }) => movedCount === 1);
  expect(player.frames).toEqual([]);
  // The cursor it had belongs to the other table's stream.
  const welcome = await player.subscribe(cursor);
  expect(welcome.audience).toEqual({ role: 'player', tableId: 'manila' });
  expect(welcome.frame).toMatchObject({ fromSeq: 0, steps: [{ kind: 'reset' }] });
  expect(await player.read('jp-alarm')).toMatchObject({ code: 'inject/unknown' });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await player.until(({ view }) => 'ph-manifest' in view.injects);
  expect(player.heard.join()).not.toContain('KUROSHIO');
});

test('[LIVE6] a seat that is moved while away gets the new table’s view, whatever its cursor', async () => {
  const { facilitator, tokyo } = await running();
  const { player, grant } = tokyo;
  const { cursor } = player;
  player.socket.disconnect();
  await facilitator.must({ type: 'MoveSeat', seatId: grant.seatId, tableId: 'manila' });
  await player.connect();
  const welcome = await player.subscribe(cursor);
  expect(welcome.frame).toMatchObject({ fromSeq: 0, steps: [{ kind: 'reset' }] });
  expect(player.view.table.tableId).toBe('manila');
});

test('[LIVE7] a seat that was sent away is told, cut off, and can’t come back', async () => {
  const { facilitator, tokyo } = await running();
  const { player, grant } = tokyo;
  await facilitator.must({ type: 'LeaveExercise', seatId: grant.seatId });
  await player.until(({ goodbye, socket }) => goodbye === 'seat/gone' && !socket.connected);
  await expect(player.connect()).rejects.toMatchObject({ data: { code: 'seat/unknown' } });
});

test('[LIVE8] staff know who is there, players know their own table, a wall nobody', async () => {
  const { facilitator, tokyo, manila, drill } = await running();
  const names = (person: { roster: readonly { name: string }[] }) =>
    person.roster.map(({ name }) => name).sort();
  await facilitator.until((person) => names(person).join() === 'Aiko,Fe,Jun');
  expect(names(tokyo.player)).toEqual(['Aiko']);
  const second = await sitAt(drill, 'tokyo', 'Kenji');
  await tokyo.player.until((person) => names(person).join() === 'Aiko,Kenji');
  second.player.socket.disconnect();
  const isAway = ({ roster }: { roster: readonly { name: string; isOnline: boolean }[] }) =>
    roster.some(({ name, isOnline }) => name === 'Kenji' && !isOnline);
  await tokyo.player.until(isAway);
  await facilitator.until(isAway);
  expect(manila.player.heard.join()).not.toMatch(/Aiko|Kenji/);
});

test('[LIVE9] a table’s draft is shared within it, saved, and guarded by its revision', async () => {
  const server = await startServer();
  const { facilitator, tokyo, manila, drill } = await running(server);
  const second = await sitAt(drill, 'tokyo', 'Kenji');
  expect(await tokyo.player.write('jp-alarm', 'too early', 0)).toMatchObject({
    code: 'inject/unknown',
  });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  expect(await tokyo.player.write('jp-alarm', 'Stop', 0)).toEqual({ ok: true, revision: 1 });
  await second.player.until(({ drafts }) => drafts.some(({ text }) => text === 'Stop'));
  expect(await second.player.write('jp-alarm', 'Mine', 0)).toMatchObject({
    code: 'draft/conflict',
    draft: { text: 'Stop', revision: 1 },
  });
  expect(await second.player.write('jp-alarm', 'Stop all', 1)).toEqual({ ok: true, revision: 2 });
  expect(tokyo.player.drafts.map(({ text }) => text)).toEqual(['Stop all']);
  expect(await manila.player.write('jp-alarm', 'x', 0)).toMatchObject({ code: 'inject/unknown' });
  expect(await facilitator.write('jp-alarm', 'x', 0)).toMatchObject({
    code: 'command/not-allowed',
  });

  await server.close();
  const again = await startServer({ dataDir: server.dataDir });
  const back = await Person.sit<PlayerView>({
    url: again.url,
    exerciseId: drill.exerciseId,
    token: tokyo.grant.token,
  });
  expect(back.welcome?.drafts).toMatchObject([{ text: 'Stop all', revision: 2 }]);
  await back.must({ type: 'SendResponse', injectId: 'jp-alarm', text: 'Stop all.' });
  expect(await back.write('jp-alarm', 'more', 2)).toMatchObject({
    code: 'inject/already-answered',
  });
  expect((await back.subscribe(null)).drafts).toEqual([]);
  expect(tokyo.player.goodbye).toBe('server/closing');
});

test('[LIVE10] what is due goes out by itself, and never twice', async () => {
  const drill = await prepare(await startServer(), 'auto');
  const { facilitator } = drill;
  const { player } = await sitAt(drill, 'tokyo', 'Aiko');
  await facilitator.must({ type: 'StartExercise' });
  await facilitator.must({ type: 'SetSpeed', speed: 60 });
  await player.until(({ view }) => 'jp-alarm' in view.injects);
  await facilitator.must({ type: 'JumpToNext' });
  await facilitator.must({ type: 'JumpToNext' });
  await player.until(({ view }) => 'jp-after' in view.injects);
  const { facts } = await drill.staff.must<{ facts: { type: string; injectId?: string }[] }>(
    `/api/exercises/${drill.exerciseId}/export`,
  );
  const released = facts.filter(({ type }) => type === 'InjectReleased');
  expect(released.map(({ injectId }) => injectId)).toEqual(['jp-alarm', 'ph-manifest', 'jp-after']);
});
