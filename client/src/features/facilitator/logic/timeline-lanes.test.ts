import { expect, test } from 'vitest';
import { event, inject, minutes, released, view } from './fixture';
import { standings } from './inject-standing';
import { type LaneKind, toLanes } from './timeline-lanes';

const scene = view({
  parties: ['jp', 'ph', 'us'].map((id) => ({ id, name: id, city: id, timeZone: 'UTC' })),
  objectives: { detect: { id: 'detect', title: 'Detect', capability: 'c' } },
  injects: {
    all: inject('all', 0, { toTeams: ['jp-port', 'jp-police', 'ph-customs', 'us-port'] }),
    japan: inject('japan', 1, {
      toTeams: ['jp-port'],
      expectations: [{ id: 'a', objectiveId: 'detect' }],
    }),
    two: inject('two', 2, { toTeams: ['jp-port', 'ph-customs'] }),
    nobody: inject('nobody', 3, { toTeams: [] }),
    passed: inject('passed', 4, { toTeams: ['ph-customs'] }),
  },
  events: {
    all: released(minutes(1)),
    japan: event({ status: 'armed', dueAtMs: minutes(9) }),
    two: event(),
    nobody: event(),
    passed: event(),
  },
});

function lanes(by: LaneKind) {
  const times = new Map<never, { atMs: number; isEstimate: boolean }>([
    ['all' as never, { atMs: minutes(1), isEstimate: false }],
    ['japan' as never, { atMs: minutes(9), isEstimate: false }],
    ['two' as never, { atMs: minutes(7), isEstimate: true }],
    ['passed' as never, { atMs: minutes(3), isEstimate: true }],
  ]);
  return toLanes({
    view: scene,
    injects: Object.values(scene.injects),
    by,
    standings: standings(scene),
    times,
    nowPlayMs: minutes(5),
  }).map(({ id, timed, untimed }) => [
    id,
    timed.map(({ injectId }) => injectId),
    untimed.map(({ injectId }) => injectId),
  ]);
}

test('[ROOM3] an inject stands in the lane of each nation it goes to, one to all of them in a lane of its own', () => {
  expect(lanes('nation')).toEqual([
    ['everyone', ['all'], []],
    ['jp', ['two', 'japan'], []],
    ['ph', ['two'], ['passed']],
    ['none', [], ['nobody']],
  ]);
});

test('[ROOM3] lanes by team and by objective follow the same rule', () => {
  expect(lanes('team')).toEqual([
    ['everyone', ['all'], []],
    ['jp-port', ['two', 'japan'], []],
    ['ph-customs', ['two'], ['passed']],
    ['none', [], ['nobody']],
  ]);
  expect(lanes('objective')).toEqual([
    ['detect', ['japan'], []],
    ['none', ['all', 'two'], ['nobody', 'passed']],
  ]);
});

test('[ROOM3] an estimate that has passed is none; what was skipped keeps its place', () => {
  expect(lanes('nation').find(([id]) => id === 'ph')?.[2]).toEqual(['passed']);
  const events = { ...scene.events, passed: event({ status: 'skipped' }) };
  const skipped = toLanes({
    view: { ...scene, events },
    injects: Object.values(scene.injects),
    by: 'nation',
    standings: standings({ ...scene, events }),
    times: new Map([['passed' as never, { atMs: minutes(3), isEstimate: true }]]),
    nowPlayMs: minutes(5),
  });
  const lane = skipped.find(({ id }) => id === 'ph');
  expect(lane?.timed.map(({ injectId }) => injectId)).toEqual(['passed']);
});
