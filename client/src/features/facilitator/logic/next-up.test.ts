import { expect, test } from 'vitest';
import { event, expectation, inject, minutes, view } from './fixture';
import { awaitingConfirmation, nextFiring, nextMoment } from './next-up';

const now = view({
  injects: {
    held: inject('held', 0),
    second: inject('second', 1),
    first: inject('first', 2),
    armed: inject('armed', 3),
  },
  events: {
    held: event({ status: 'due', isHeld: true, dueAtMs: minutes(1) }),
    second: event({ status: 'due', dueAtMs: minutes(5) }),
    first: event({ status: 'due', dueAtMs: minutes(2) }),
    armed: event({ status: 'armed', dueAtMs: minutes(20) }),
  },
  exits: { 'first 0': { phaseId: 'first', exit: 0, status: 'armed', dueAtMs: minutes(18) } },
  expectations: {
    ...expectation('note jp a', { dueAtMs: minutes(12) }),
    ...expectation('note jp b', { dueAtMs: minutes(11), status: 'met' }),
  },
});

test('[FAC7] what awaits confirmation stands longest waiting first, without what is held', () => {
  expect(awaitingConfirmation(now)).toMatchObject([{ injectId: 'first' }, { injectId: 'second' }]);
});

test('[FAC7] the next to fire may be the end of a module', () => {
  expect(nextFiring(now)).toMatchObject({ kind: 'exit', dueAtMs: minutes(18) });
});

test('[FAC7] a jump leads to an open deadline when that comes first', () => {
  expect(nextMoment(now)).toMatchObject({ kind: 'deadline', dueAtMs: minutes(12) });
});

test('[FAC7] nothing ahead by the clock is said to be nothing', () => {
  expect(nextMoment(view())).toBeNull();
});
