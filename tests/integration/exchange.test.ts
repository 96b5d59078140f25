import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { expect, test } from 'vitest';
import { Api } from './support/api.js';
import { running, sitAt } from './support/drill.js';
import { Person } from './support/person.js';

const share = {
  type: 'ShareInformation',
  to: { teams: ['ph-cert'], contacts: [] },
  channel: 'police',
  facts: 'For you alone: HALCYON',
} as const;

test('[LIVE11] TLP:RED reaches the person it names, who from then on has a view of their own', async () => {
  const { drill, tokyo, manila } = await running();
  const mate = await sitAt(drill, 'manila', 'Luz');
  await mate.player.until(({ view }) => Object.keys(view.people).length === 3);
  for (const { player } of [manila, mate]) player.heard.length = 0;
  await tokyo.player.must({ ...share, marking: 'RED', seatIds: [manila.grant.seatId] } as never);
  await manila.player.until(({ movedCount }) => movedCount === 1, 'an audience of their own');
  const welcome = await manila.player.subscribe(manila.player.cursor);
  expect(welcome.audience).toEqual({
    role: 'player',
    tableId: 'manila',
    seatId: manila.grant.seatId,
  });
  expect(Object.values(manila.player.view.shares)).toMatchObject([{ facts: share.facts }]);
  // The rest of the table hears the next thing, and nothing of this one.
  await drill.facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await mate.player.until(({ view }) => 'ph-manifest' in view.injects);
  await manila.player.until(({ view }) => 'ph-manifest' in view.injects);
  expect(mate.player.view.shares).toEqual({});
  expect(mate.player.heard.join()).not.toContain('HALCYON');
  // What is being written still reaches the whole table.
  await mate.player.write('ph-manifest', 'We hold it', 0);
  await manila.player.until(({ drafts }) => drafts.some(({ text }) => text === 'We hold it'));
});

test('[LIVE12] a rewind gives everybody the play as it was, and refuses what was sent before it', async () => {
  const { facilitator, tokyo, manila } = await running();
  const before = { ...tokyo.player.view.injects };
  const { cursor } = facilitator;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await tokyo.player.must({ type: 'AcknowledgeInject', injectId: 'jp-alarm' });
  await facilitator.must({ type: 'Rewind', toSeq: cursor?.seq ?? 0, reason: 'Too early' });
  for (const { player } of [tokyo, manila]) {
    await player.until(({ cursor: at }) => at?.epoch === 1);
    expect(player.view.clock).toMatchObject({ status: 'paused', pauseCause: 'rewind' });
  }
  expect(tokyo.player.view.injects).toEqual(before);
  expect(tokyo.player.view.deliveries).toEqual({});
  const late = await tokyo.player.do(
    { type: 'AcknowledgeInject', injectId: 'jp-alarm' },
    undefined,
    0,
  );
  expect(late).toMatchObject({ ok: false, code: 'command/stale-epoch' });
  await facilitator.must({ type: 'ResumeClock' });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
});

test('[LIVE13] evaluators and translators come in by codes of their own, and do their own part', async () => {
  const { drill, facilitator, tokyo, url, exerciseId } = await running();
  const sit = async (code: string, name: string) => {
    const { token } = await new Api(url).join(code, name);
    return Person.sit<FacilitatorView>({ url, exerciseId, token });
  };
  const evaluator = await sit(drill.links.evaluatorCode, 'Ines');
  const translator = await sit(drill.links.translatorCode, 'Haruka');
  expect(evaluator.welcome?.audience).toEqual({ role: 'facilitator' });
  const note = {
    type: 'NoteObservation',
    tableId: 'tokyo',
    kind: 'strength',
    importance: 'high',
    release: { kind: 'kept' },
    text: 'Calm from the first minute',
  } as const;
  await evaluator.must(note as never);
  await facilitator.until(({ view }) => Object.keys(view.observations).length === 1);
  expect(await translator.do(note as never)).toMatchObject({ code: 'command/not-allowed' });
  expect(await evaluator.do({ type: 'PauseClock' })).toMatchObject({ code: 'command/not-allowed' });

  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await tokyo.player.must({ type: 'AcknowledgeInject', injectId: 'jp-alarm' });
  const of = { kind: 'objective', objectiveId: 'see' };
  const rate = (rating: string) =>
    ({ type: 'RateObjective', of, tableId: 'tokyo', rating }) as never;
  await evaluator.must(rate('P'));
  await facilitator.must(rate('S'));
  const ask = (person: { socket: typeof evaluator.socket }) =>
    person.socket.timeout(5_000).emitWithAck('readEvaluation', {});
  expect(await ask(evaluator)).toMatchObject({
    ok: true,
    reading: {
      suggestions: expect.arrayContaining([expect.objectContaining({ of, tableId: 'tokyo' })]),
      agreements: [expect.objectContaining({ raters: 2 })],
    },
  });
  expect(await ask(tokyo.player)).toMatchObject({ ok: false, code: 'command/not-allowed' });
});
