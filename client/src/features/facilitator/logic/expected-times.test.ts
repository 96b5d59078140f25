import { expect, test } from 'vitest';
import { expectedTimes } from './expected-times';
import { event, inject, minutes, phase, released, view } from './fixture';

const at = (minutesIn: number, from = 'phase') => ({ kind: 'at', minutes: minutesIn, from });
const exitTo = (to: string, when: object) => [{ to, when }];

function scene() {
  return view({
    phases: {
      first: phase('first', 0, {
        enteredPlayMs: 0,
        exits: exitTo('second', at(30)),
      }),
      second: phase('second', 1, { exits: exitTo('third', { kind: 'when', delayMinutes: 0 }) }),
      third: phase('third', 2),
    },
    injects: {
      note: inject('note', 0, { expectations: [{ id: 'a', kind: 'respond', withinMinutes: 6 }] }),
      reply: inject('reply', 1, {
        trigger: { kind: 'afterInject', inject: 'note', event: 'answered', delayMinutes: 2 },
      }),
      hint: inject('hint', 2, {
        trigger: { kind: 'without', inject: 'reply', action: 'respond', minutes: 5 },
      }),
      later: inject('later', 3, { phaseId: 'second', trigger: at(4) }),
      byHand: inject('byHand', 4),
      last: inject('last', 5, { phaseId: 'third', trigger: at(1) }),
      one: inject('one', 6, {
        trigger: { kind: 'afterInject', inject: 'two', event: 'released', delayMinutes: 1 },
      }),
      two: inject('two', 7, {
        trigger: { kind: 'afterInject', inject: 'one', event: 'released', delayMinutes: 1 },
      }),
      set: inject('set', 8),
    },
    events: {
      note: released(minutes(3)),
      reply: event(),
      hint: event(),
      later: event(),
      byHand: event(),
      last: event(),
      one: event(),
      two: event(),
      set: event({ status: 'armed', dueAtMs: minutes(12) }),
    },
  });
}

test('[ROOM2] what went out and what is set have their moment; the rest is estimated along its triggers', () => {
  const { injects, phases } = expectedTimes(scene());
  const told = (id: string) => injects.get(id as never);
  expect(told('note')).toEqual({ atMs: minutes(3), isEstimate: false });
  expect(told('set')).toEqual({ atMs: minutes(12), isEstimate: false });
  expect(told('reply')).toEqual({ atMs: minutes(11), isEstimate: true });
  expect(told('hint')).toEqual({ atMs: minutes(16), isEstimate: true });
  expect(told('later')).toEqual({ atMs: minutes(34), isEstimate: true });
  expect(phases.get('second' as never)).toEqual({ atMs: minutes(30), isEstimate: true });
});

test('[ROOM2] nobody can tell what goes by hand, waits for a condition, or goes round in a circle', () => {
  const { injects, phases } = expectedTimes(scene());
  for (const id of ['byHand', 'last', 'one', 'two']) expect(injects.has(id as never)).toBe(false);
  expect(phases.has('third' as never)).toBe(false);
});

test('[ROOM2] a way out that has been armed says when the next module begins', () => {
  const exits = { 'first 0': { phaseId: 'first', exit: 0, status: 'armed', dueAtMs: minutes(40) } };
  const { injects } = expectedTimes({ ...scene(), exits } as never);
  expect(injects.get('later' as never)?.atMs).toBe(minutes(44));
});
