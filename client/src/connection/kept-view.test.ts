import { describe, expect, test } from 'vitest';
import type { ConnectionContext } from './connection-machine';
import {
  forgetAllViews,
  forgetView,
  forgetViewsEverywhere,
  hasKeptView,
  keepView,
  readKeptView,
  viewWriter,
} from './kept-view';

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

const when = { clockAheadMs: 0, heardAtMs: 0 };

describe('[CONN14] what is shown is kept in the tab over every reload', () => {
  test('it is read as often as asked, with what the server’s clock was ahead', () => {
    const tab = tabWith();
    keepView(tab, 'here', shown('Autumn'), { clockAheadMs: -400, heardAtMs: 9_000 }, tab);
    for (const _reload of [1, 2]) {
      expect(readKeptView(tab, 'here', tab)).toMatchObject({
        view: { exercise: { title: 'Autumn' } },
        clockAheadMs: -400,
        heardAtMs: 9_000,
      });
    }
    expect(readKeptView(tab, 'elsewhere', tab)).toBeNull();
  });

  test('a page that has nothing to show yet leaves it, a newer one takes its place', () => {
    const tab = tabWith();
    keepView(tab, 'here', shown('Autumn'), when, tab);
    keepView(tab, 'here', { ...shown(''), view: null }, when, tab);
    expect(readKeptView(tab, 'here', tab)).toMatchObject({
      view: { exercise: { title: 'Autumn' } },
    });
    keepView(tab, 'here', shown('Winter'), when, tab);
    expect(readKeptView(tab, 'here', tab)).toMatchObject({
      view: { exercise: { title: 'Winter' } },
    });
  });

  test('it goes at one place, or everywhere, and nothing else does', () => {
    const tab = tabWith();
    tab.setItem('trilogue.tab', 'a');
    for (const place of ['one', 'two', 'three']) keepView(tab, place, shown('Autumn'), when, tab);
    forgetView(tab, 'one');
    expect(readKeptView(tab, 'one', tab)).toBeNull();
    expect([hasKeptView(tab, 'one', tab), hasKeptView(tab, 'two', tab)]).toEqual([false, true]);
    expect(readKeptView(tab, 'two', tab)).not.toBeNull();
    forgetAllViews(tab);
    expect([...tab.memory.keys()]).toEqual(['trilogue.tab']);
  });

  test('one that is too long, or that there is no room for, leaves no older one behind', () => {
    const tab = tabWith(5_000);
    for (const length of [10_000, 2_000_000]) {
      keepView(tab, 'here', shown('Autumn'), when, tab);
      keepView(tab, 'here', shown('x'.repeat(length)), when, tab);
      expect(readKeptView(tab, 'here', tab)).toBeNull();
    }
    tab.setItem('trilogue.view.here', '{"view":');
    expect(readKeptView(tab, 'here', tab)).toBeNull();
  });

  test('after a sign-in or a sign-out in any tab it is read in none', () => {
    const [device, one, other] = [tabWith(), tabWith(), tabWith()];
    for (const tab of [one, other]) keepView(tab, 'here', shown('Autumn'), when, device);
    forgetViewsEverywhere(one, device);
    expect(one.memory.size).toBe(0);
    expect(readKeptView(other, 'here', device)).toBeNull();
    keepView(other, 'here', shown('Winter'), when, device);
    expect(readKeptView(other, 'here', device)).not.toBeNull();
  });

  test('a build that speaks otherwise does not read it', () => {
    const tab = tabWith();
    keepView(tab, 'here', shown('Autumn'), when, tab);
    const [key = ''] = tab.memory.keys();
    const older = { ...JSON.parse(tab.memory.get(key) ?? ''), protocolVersion: 1 };
    tab.memory.set(key, JSON.stringify(older));
    expect(readKeptView(tab, 'here', tab)).toBeNull();
  });
});

describe('[CONN16] a view is written while it changes, not too often', () => {
  /** A clock that is told what a write takes, and the one timer that waits. */
  function writing(takesMs: number) {
    let now = 0;
    let waiting: { run: () => void; atMs: number } | null = null;
    const written: number[] = [];
    const writer = viewWriter({
      write() {
        written.push(now);
        now += takesMs;
      },
      nowMs: () => now,
      later(run, ms) {
        waiting = { run, atMs: now + ms };
        return () => {
          waiting = null;
        };
      },
    });
    const changeUntil = (endMs: number) => {
      for (; now < endMs; now += 1_000) {
        writer.touch();
        if (waiting === null || waiting.atMs > now) continue;
        const { run } = waiting;
        waiting = null;
        run();
      }
    };
    return { writer, written, changeUntil, isWaiting: () => waiting !== null };
  }

  test('every five seconds at most, and never where nothing changes', () => {
    const { written, changeUntil, isWaiting } = writing(0);
    expect(isWaiting()).toBe(false);
    changeUntil(21_000);
    expect(written).toEqual([5_000, 11_000, 17_000]);
  });

  test('a long one more seldom: it takes no more than a two-hundredth of the time', () => {
    const { written, changeUntil } = writing(100);
    changeUntil(60_000);
    expect(written).toHaveLength(3);
    expect((written[1] ?? 0) - (written[0] ?? 0)).toBeGreaterThan(20_000);
  });

  test('at once when the page is hidden, and not again after the door was shut', () => {
    const { writer, written, isWaiting } = writing(0);
    writer.touch();
    writer.flush();
    expect([written, isWaiting()]).toEqual([[0], false]);
    writer.touch();
    writer.stop();
    expect(isWaiting()).toBe(false);
  });
});
