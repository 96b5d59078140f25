import { expect, test } from 'vitest';
import { event, expectation, released, view } from './fixture';
import { openAtEnd } from './open-at-end';

test('[FAC13] EndEx says which tasks it waives and what it cuts off', () => {
  const now = view({
    events: {
      a: released(0),
      b: event({ status: 'due' }),
      c: event({ status: 'armed' }),
      d: event(),
    },
    expectations: {
      ...expectation('a ph x'),
      ...expectation('a jp x'),
      ...expectation('a jp y', { status: 'met' }),
    },
  });
  expect(openAtEnd(now)).toEqual({ tasks: 2, tables: ['jp', 'ph'], awaiting: 1, ahead: 2 });
});
