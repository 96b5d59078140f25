import { expect, test } from 'vitest';
import { event, expectation, inject, minutes, released, view } from './fixture';
import { isMovable, standings } from './inject-standing';

const scene = (changes: object = {}) =>
  view({
    injects: Object.fromEntries(
      ['out', 'late', 'soon', 'later', 'due', 'held', 'off'].map((id, order) => [
        id,
        inject(id, order),
      ]),
    ),
    events: {
      out: released(0),
      late: released(0),
      soon: event({ status: 'armed', dueAtMs: minutes(4) }),
      later: event({ status: 'armed', dueAtMs: minutes(9) }),
      due: event(),
      held: event({ status: 'due', dueAtMs: 0, isHeld: true }),
      off: event({ status: 'skipped' }),
    },
    expectations: {
      ...expectation('out jp answer', { status: 'met' }),
      ...expectation('late jp answer', { status: 'missed' }),
    },
    ...changes,
  });

test('[ROOM1] a missed deadline makes a released inject overdue; the clock’s first is next; held is held', () => {
  expect(Object.fromEntries(standings(scene()))).toEqual({
    out: 'released',
    late: 'overdue',
    soon: 'next',
    later: 'armed',
    due: 'waiting',
    held: 'held',
    off: 'skipped',
  });
});

test('[ROOM1] while something awaits confirmation, that is what comes, and nothing else is next', () => {
  const events = { ...scene().events, due: event({ status: 'due', dueAtMs: 0 }) };
  const found = standings(scene({ events }));
  expect(found.get('due' as never)).toBe('due');
  expect(found.get('soon' as never)).toBe('armed');
});

test('[ROOM1] only what is out or recalled has its moment for good', () => {
  expect(isMovable(released(0))).toBe(false);
  expect(isMovable(event({ status: 'recalled' }))).toBe(false);
  expect(isMovable(event({ status: 'skipped' }))).toBe(true);
});
