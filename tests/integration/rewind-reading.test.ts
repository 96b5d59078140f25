/** Looking back before going back, over a real socket. */
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import type { RewindMoments } from '@trilogue/engine/views/rewind-reading';
import { expect, test } from 'vitest';
import { running } from './support/drill.js';

test('[REW11] the director reads moments and what a rewind would undo; players read neither', async () => {
  const { facilitator, tokyo } = await running();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await tokyo.player.must({ type: 'AcknowledgeInject', injectId: 'jp-alarm' });

  const director = facilitator.socket.timeout(5_000);
  const told: ({ ok: true } & RewindMoments) | Rejection = await director.emitWithAck(
    'readMoments',
    {},
  );
  if (!told.ok) throw new Error(told.code);
  expect(told.isShortened).toBe(false);
  expect(told.moments.find(({ type }) => type === 'InjectReleased')).toMatchObject({
    injectId: 'jp-alarm',
  });
  const start = told.moments.find(({ type }) => type === 'ExerciseStarted');
  const toSeq = start?.seq ?? 0;
  expect(await director.emitWithAck('previewRewind', { toSeq })).toMatchObject({
    ok: true,
    undoing: { playMs: 0, counts: { injects: 1 }, injectIds: ['jp-alarm'] },
  });
  expect(await director.emitWithAck('previewRewind', { toSeq: 9_999 })).toMatchObject({
    ok: false,
    code: 'rewind/unknown-moment',
  });
  expect(await director.emitWithAck('previewRewind', { toSeq: -1 })).toMatchObject({
    ok: false,
    code: 'command/invalid',
  });

  const player = tokyo.player.socket.timeout(5_000);
  const refused = { ok: false, code: 'command/not-allowed' };
  expect(await player.emitWithAck('readMoments', {})).toMatchObject(refused);
  expect(await player.emitWithAck('previewRewind', { toSeq })).toMatchObject(refused);
});
