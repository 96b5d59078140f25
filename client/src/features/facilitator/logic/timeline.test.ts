import { expect, test } from 'vitest';
import { event, inject, minutes, phase, released, view } from './fixture';
import { onlyInjects, steadyOrder, toTimeline } from './timeline';

const timeline = () =>
  toTimeline(
    view({
      phases: {
        second: phase('second', 1),
        first: phase('first', 0, { enteredPlayMs: 0 }),
      },
      injects: {
        waiting: inject('waiting', 0),
        later: inject('later', 1),
        sooner: inject('sooner', 2),
        out: inject('out', 3),
        skipped: inject('skipped', 4),
        ahead: inject('ahead', 5, { phaseId: 'second' }),
      },
      events: {
        waiting: event(),
        later: event({ status: 'armed', dueAtMs: minutes(9) }),
        sooner: event({ status: 'due', dueAtMs: minutes(4) }),
        out: released(minutes(1)),
        skipped: event({ status: 'skipped' }),
        ahead: event(),
      },
    }),
  );

const idsOf = (modules: ReturnType<typeof toTimeline>) =>
  modules.map(({ rows }) => rows.map((row) => row.inject.id));

test('[FAC2] modules stand in order; in each, past by time, then next by time, then waiting', () => {
  expect(idsOf(timeline())).toEqual([['out', 'skipped', 'sooner', 'later', 'waiting'], ['ahead']]);
});

test('[FAC2] the now-line stands between past and next of the running module only', () => {
  expect(timeline().map(({ state, nowAfter }) => [state, nowAfter])).toEqual([
    ['now', 2],
    ['ahead', null],
  ]);
});

test('[FAC2] only what is wanted stays, and modules left empty are dropped', () => {
  const some = onlyInjects(timeline(), new Set(['sooner', 'later'] as never[]));
  expect(idsOf(some)).toEqual([['sooner', 'later']]);
  expect(some[0]?.nowAfter).toBe(0);
});

test('[FAC3] while it is read, rows keep their places and new ones follow at the end', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual(['a', 'c', 'd']);
});
