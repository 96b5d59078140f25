import { describe, expect, test } from 'vitest';
import type { ConnectionContext } from './connection-machine';
import { forgetAllViews, forgetView, keepView, readKeptView } from './kept-view';

/** A tab's storage with room for so many characters. */
function tabWith(room = Number.POSITIVE_INFINITY) {
  const memory = new Map<string, string>();
  return {
    memory,
    getItem: (key: string) => memory.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new Error('QuotaExceededError');
      memory.set(key, value);
    },
    removeItem: (key: string) => void memory.delete(key),
    key: (index: number) => [...memory.keys()][index] ?? null,
    get length() {
      return memory.size;
    },
  };
}

const shown = (title: string): ConnectionContext =>
  ({
    seatId: 's1',
    audience: { role: 'player', tableId: 't1', seatId: 's1' },
    view: { exercise: { title } },
    cursor: null,
    roster: [],
    drafts: {},
    refusal: null,
    isKept: true,
  }) as never;

describe('[CONN14] what is shown is kept in the tab over every reload', () => {
  test('it is read as often as asked, with what the server’s clock was ahead', () => {
    const tab = tabWith();
    keepView(tab, 'here', shown('Autumn'), -400);
    for (const _reload of [1, 2]) {
      expect(readKeptView(tab, 'here')).toMatchObject({
        view: { exercise: { title: 'Autumn' } },
        clockAheadMs: -400,
      });
    }
    expect(readKeptView(tab, 'elsewhere')).toBeNull();
  });

  test('a page that has nothing to show yet leaves it, a newer one takes its place', () => {
    const tab = tabWith();
    keepView(tab, 'here', shown('Autumn'), 0);
    keepView(tab, 'here', { ...shown(''), view: null }, 0);
    expect(readKeptView(tab, 'here')).toMatchObject({ view: { exercise: { title: 'Autumn' } } });
    keepView(tab, 'here', shown('Winter'), 0);
    expect(readKeptView(tab, 'here')).toMatchObject({ view: { exercise: { title: 'Winter' } } });
  });

  test('it goes at one place, or everywhere, and nothing else does', () => {
    const tab = tabWith();
    tab.setItem('trilogue.tab', 'a');
    for (const place of ['one', 'two', 'three']) keepView(tab, place, shown('Autumn'), 0);
    forgetView(tab, 'one');
    expect(readKeptView(tab, 'one')).toBeNull();
    expect(readKeptView(tab, 'two')).not.toBeNull();
    forgetAllViews(tab);
    expect([...tab.memory.keys()]).toEqual(['trilogue.tab']);
  });

  test('one that is too long, or that there is no room for, leaves no older one behind', () => {
    const tab = tabWith(5_000);
    for (const length of [10_000, 2_000_000]) {
      keepView(tab, 'here', shown('Autumn'), 0);
      keepView(tab, 'here', shown('x'.repeat(length)), 0);
      expect(readKeptView(tab, 'here')).toBeNull();
    }
    tab.setItem('trilogue.view.here', '{"view":');
    expect(readKeptView(tab, 'here')).toBeNull();
  });
});
