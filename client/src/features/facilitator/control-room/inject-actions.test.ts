import { expect, test } from 'vitest';
import { actionsFor, allowedActions } from './inject-actions';

test('[FAC14] what is due is confirmed, what is held is let go first, what is out is recalled', () => {
  expect(actionsFor({ status: 'due', isHeld: false })[0]).toBe('confirm');
  expect(actionsFor({ status: 'due', isHeld: true })).not.toContain('confirm');
  expect(actionsFor({ status: 'due', isHeld: true })[0]).toBe('letGo');
  expect(actionsFor({ status: 'waiting', isHeld: false })[0]).toBe('release');
  expect(actionsFor({ status: 'released', isHeld: false })).toEqual(['recall']);
  expect(actionsFor({ status: 'recalled', isHeld: false })).toEqual([]);
});

test('[FAC14] what is not this person’s to do is not offered', () => {
  const may = { inject: (type: string) => type === 'HoldInject' };
  const event = { status: 'waiting', isHeld: false } as const;
  expect(allowedActions(event, 'note' as never, may)).toEqual(['hold']);
});
