/** Staff look over a table's shoulder; nobody else does. */
import { expect, test } from 'vitest';
import { running } from './support/drill.js';

test('[VIEWAS1] staff see a table as its players see it, with the injects as they read them', async () => {
  const { facilitator, tokyo } = await running();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await tokyo.player.must({ type: 'SendResponse', injectId: 'jp-alarm', text: 'Stop all cranes.' });
  await tokyo.player.until(({ view }) => view.deliveries['jp-alarm']?.response != null);
  const seen = await facilitator.viewAs('tokyo');
  expect(seen).toEqual({ ok: true, view: tokyo.player.view });
  expect(JSON.stringify(seen)).not.toContain('ph-manifest');
  expect(await facilitator.readAs('tokyo', 'jp-alarm')).toEqual(
    await tokyo.player.read('jp-alarm'),
  );
  expect(await facilitator.readAs('tokyo', 'ph-manifest')).toMatchObject({
    code: 'inject/unknown',
  });
});

test('[VIEWAS2] players and walls are refused, at their own table too', async () => {
  const { facilitator, tokyo, manila } = await running();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  for (const { player } of [tokyo, manila]) {
    expect(await player.viewAs('tokyo')).toMatchObject({ ok: false, code: 'table/unknown' });
    expect(await player.readAs('tokyo', 'jp-alarm')).toMatchObject({ code: 'inject/unknown' });
  }
  expect(await facilitator.viewAs('nowhere')).toMatchObject({ ok: false, code: 'table/unknown' });
});
