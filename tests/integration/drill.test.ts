import type { Fact } from '@trilogue/engine/exercise/facts';
import { expect, test } from 'vitest';
import { prepare, running, sitAt, watch } from './support/drill.js';
import { startServer } from './support/server.js';

test('[DRILL1] a drill goes from its creation to its end over HTTP and sockets', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  const { facilitator, staff, exerciseId } = drill;
  const { player: tokyo } = await sitAt(drill, 'tokyo', 'Aiko');
  const { player: manila } = await sitAt(drill, 'manila', 'Jun');
  const wall = await watch(drill);
  await facilitator.must({ type: 'StartExercise' });
  await tokyo.until(({ view }) => view.clock.status === 'running');

  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.until(({ view }) => 'jp-alarm' in view.injects);
  const body = await tokyo.read('jp-alarm');
  expect(body).toMatchObject({ ok: true, body: { body: expect.stringContaining('crane 4') } });
  await tokyo.must({ type: 'AcknowledgeInject', injectId: 'jp-alarm' });
  await tokyo.must({ type: 'SendResponse', injectId: 'jp-alarm', text: 'Stop all cranes.' });
  await facilitator.until(
    ({ view }) => view.deliveries['jp-alarm tokyo']?.response?.text === 'Stop all cranes.',
  );

  await facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await manila.until(({ view }) => 'ph-manifest' in view.injects);
  await manila.must({ type: 'MakeChoice', injectId: 'ph-manifest', choiceId: 'hold' });
  // The choice makes the next inject due; in this pace a controller lets it go.
  await facilitator.until(({ view }) => view.events['ph-held']?.status === 'due');
  await facilitator.must({ type: 'Confirm', item: { kind: 'inject', injectId: 'ph-held' } });
  await manila.until(({ view }) => 'ph-held' in view.injects);
  await wall.until(({ view }) =>
    Object.values(view.happenings).some(
      (happening) => happening.kind === 'choice' && happening.tableId === 'manila',
    ),
  );

  await facilitator.must({ type: 'EndExercise', reason: 'time' });
  await tokyo.until(({ view }) => view.exercise.stage === 'ended');
  const cards = await staff.must<{ stage: string }[]>('/api/exercises');
  expect(cards).toMatchObject([{ exerciseId, stage: 'ended', title: 'Autumn drill' }]);
  const log = await staff.must<{ facts: Fact[]; seats: object[] }>(
    `/api/exercises/${exerciseId}/export`,
  );
  expect(log.facts.map(({ seq }) => seq)).toEqual(log.facts.map((_, index) => index + 1));
  expect(log.seats).toHaveLength(4);
  expect(JSON.stringify(log)).not.toMatch(/Aiko|Jun/);
});

test('[LIVE1] nothing that a table gets carries another table’s inject', async () => {
  const { facilitator, tokyo, manila, drill } = await running();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await manila.player.until(({ view }) => 'ph-manifest' in view.injects);
  for (const injectId of ['jp-alarm', 'ph-manifest']) {
    for (const { player } of [tokyo, manila]) {
      await player.read(injectId);
      await player.do({ type: 'AcknowledgeInject', injectId });
      await player.do({ type: 'SendResponse', injectId, text: `about ${injectId}` });
    }
  }
  expect(await tokyo.player.read('ph-manifest')).toMatchObject({ code: 'inject/unknown' });
  expect(await tokyo.player.read('made-up')).toMatchObject({ code: 'inject/unknown' });
  await facilitator.must({ type: 'PauseClock' });
  for (const { player } of [tokyo, manila]) {
    await player.until(({ view }) => view.clock.status === 'paused');
    await player.subscribe(null);
  }
  // A latecomer hears it all at once.
  const late = await sitAt(drill, 'tokyo', 'Kenji');
  const told = {
    tokyo: [tokyo.player, tokyo.api, late.player, late.api].flatMap(({ heard }) => heard).join(),
    manila: [manila.player, manila.api].flatMap(({ heard }) => heard).join(),
  };
  expect(told.tokyo).toContain('KUROSHIO');
  expect(told.tokyo).not.toContain('AMIHAN');
  expect(told.manila).toContain('AMIHAN');
  expect(told.manila).not.toContain('KUROSHIO');
});

test('[LIVE2] what happens in one turn is one frame, and none where nothing changed', async () => {
  const { facilitator, tokyo, manila } = await running();
  const heardBefore = manila.player.frames.length;
  const framesBefore = tokyo.player.frames.length;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  expect(tokyo.player.frames.length).toBe(framesBefore + 1);
  await facilitator.must({ type: 'PauseClock' });
  await manila.player.until(({ view }) => view.clock.status === 'paused');
  const heard = manila.player.frames.slice(heardBefore);
  expect(heard).toHaveLength(1);
  expect(heard[0]?.steps).toHaveLength(1);
});
