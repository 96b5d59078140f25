import type { PlayerInjectBody } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { forgetBody, keepBody, keptBodies, keptBody, mostBodies } from './body-memory';

function store() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

const body = (text: string) =>
  ({ injectId: 'i', body: text, choices: [] }) as unknown as PlayerInjectBody;

test('[BODY1] what was read is there again, and goes when it is recalled', () => {
  const tab = store();
  keepBody(tab, 'ex seat jp', 'i1', body('Crane 4'));
  expect(keptBody(tab, 'ex seat jp', 'i1')).toEqual(body('Crane 4'));
  expect(keptBody(tab, 'ex seat jp', 'i2')).toBeNull();
  expect([...keptBodies(tab, 'ex seat jp')]).toEqual([['i1', body('Crane 4')]]);
  forgetBody(tab, 'ex seat jp', 'i1');
  expect(keptBody(tab, 'ex seat jp', 'i1')).toBeNull();
});

test('[BODY2] another seat or table finds nothing, and what it reads takes the place', () => {
  const tab = store();
  keepBody(tab, 'ex seat jp', 'i1', body('Crane 4'));
  expect(keptBody(tab, 'ex seat ph', 'i1')).toBeNull();
  expect(keptBodies(tab, 'ex seat ph').size).toBe(0);
  expect(keptBody(tab, 'ex other jp', 'i1')).toBeNull();
  keepBody(tab, 'ex seat ph', 'i1', body('Manifest'));
  expect([...tab.items.values()].join()).not.toContain('Crane 4');
});

test('[BODY3] it is bounded in number and in size, the longest unread going first', () => {
  const tab = store();
  for (let index = 0; index < mostBodies + 5; index++) keepBody(tab, 'p', `i${index}`, body('x'));
  expect(keptBody(tab, 'p', 'i4')).toBeNull();
  expect(keptBody(tab, 'p', 'i5')).not.toBeNull();
  for (let index = 0; index < 4; index++)
    keepBody(tab, 'p', `big${index}`, body('y'.repeat(250_000)));
  expect(keptBody(tab, 'p', 'big3')).not.toBeNull();
  expect(keptBody(tab, 'p', 'big0')).toBeNull();
  expect([...tab.items.values()].join().length).toBeLessThan(600_000);
});

test('[BODY4] a full or broken store does no harm', () => {
  const full = {
    getItem: () => '{',
    setItem: () => {
      throw new Error('full');
    },
  };
  keepBody(full, 'p', 'i', body('x'));
  expect(keptBody(full, 'p', 'i')).toBeNull();
});

test('[BODY5] of one inject only the text read last is kept: what was removed since is not', () => {
  const tab = store();
  keepBody(tab, 'p', 'note 100 0', body('before'));
  keepBody(tab, 'p', 'note 100 1', body('after'));
  expect(keptBody(tab, 'p', 'note 100 0')).toBeNull();
  expect(keptBody(tab, 'p', 'note 100 1')).toEqual(body('after'));
});
