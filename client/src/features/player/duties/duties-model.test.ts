import type { ObligationView } from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import {
  dutiesInOrder,
  emptyFields,
  filledFields,
  isOwed,
  spanText,
  urgencyOfDuty,
} from './duties-model';

const hour = 3_600_000;

function duty(parts: object): ObligationView {
  const fields = [
    { id: 'what', isRequired: true },
    { id: 'when', isRequired: true },
    { id: 'more', isRequired: false },
  ];
  const bare = { id: 'd', status: 'open', report: null, dueScenarioMs: 0, fields };
  return { ...bare, ...parts } as unknown as ObligationView;
}

test('[DUTY1] what is owed stands first by its end, also when that has passed; what was filed or waived comes after', () => {
  const report = { seq: 1, fields: [] };
  const obligations = {
    a: duty({ id: 'a', status: 'met', report, dueScenarioMs: 1 }),
    b: duty({ id: 'b', dueScenarioMs: 9 }),
    c: duty({ id: 'c', status: 'missed', dueScenarioMs: 3 }),
    d: duty({ id: 'd', status: 'waived', dueScenarioMs: 2 }),
  };
  const order = dutiesInOrder({ obligations } as unknown as PlayerView);
  expect(order.map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  expect(order.filter(isOwed).map(({ id }) => id)).toEqual(['c', 'b']);
});

test('[DUTY2] required fields that hold only blanks are empty, and only what holds something is filed', () => {
  const texts = { what: ' Gates down ', when: '  ', more: '' };
  expect(emptyFields(duty({}), texts)).toEqual(['when']);
  expect(filledFields(duty({}), texts)).toEqual([{ fieldId: 'what', text: 'Gates down' }]);
});

test('[DUTY3] time left is told in the two units that matter, in the reader’s language', () => {
  expect(spanText(53 * hour, 'en')).toBe('2 days 5 hr');
  expect(spanText(5.5 * hour, 'en')).toBe('5 hr 30 min');
  expect(spanText(-20 * 60_000, 'en')).toBe('20 min');
  expect(spanText(30_000, 'en')).toBe('0 min');
  expect(spanText(53 * hour, 'ja')).toBe('2 日 5 時間');
});

test('[DUTY4] a reporting clock is near in its last two hours of the story, and overdue from its end on', () => {
  expect(urgencyOfDuty(2 * hour + 1)).toBe('calm');
  expect(urgencyOfDuty(2 * hour)).toBe('near');
  expect(urgencyOfDuty(0)).toBe('overdue');
});
