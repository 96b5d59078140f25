import { expect, test } from 'vitest';
import { cardSide, tourSteps } from './tour-model';

const phone = { height: 844 };

test('[TOUR1] it has five steps, and its card leaves open what it speaks of, and the top of the screen', () => {
  expect(tourSteps).toHaveLength(5);
  const bar = { top: 784, left: 0, width: 78, height: 60 };
  const button = { top: 20, left: 250, width: 120, height: 30 };
  expect([cardSide(bar, phone), cardSide(button, phone), cardSide(null, phone)]).toEqual([
    'middle',
    'bottom',
    'middle',
  ]);
});
