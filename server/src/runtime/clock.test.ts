import { expect, test } from 'vitest';
import type { ClockReading, ClockStore } from '../store/clock-store.js';
import { startClock } from './clock.js';
import { startSharedClock } from './shared-clock.js';

const hour = 3_600_000;

function machine() {
  const at = { awakeMs: 5_000, bootedMs: 9_000 };
  return {
    at,
    passing: { awakeMs: () => at.awakeMs, bootedMs: () => at.bootedMs },
    pass(ms: number) {
      at.awakeMs += ms;
      at.bootedMs += ms;
    },
  };
}

test('[KEEP5] a machine that slept wakes to the time that it is', () => {
  const { at, passing, pass } = machine();
  const clock = startClock(1_000_000, passing);
  pass(500);
  expect(clock.now()).toBe(1_000_500);
  at.bootedMs += hour;
  expect(clock.now()).toBe(1_000_500);
  clock.noticeSleep();
  clock.noticeSleep();
  expect(clock.now()).toBe(1_000_500 + hour);
});

test('[KEEP10] time never runs backwards, also where the shared clock is behind', () => {
  const { passing, pass } = machine();
  const clock = startClock(1_000_000, passing);
  pass(1_000);
  expect(clock.now()).toBe(1_001_000);
  clock.follow(1_000_400);
  expect(clock.now()).toBe(1_001_000);
  pass(700);
  expect(clock.now()).toBe(1_001_100);
});

/** A database with its clock, and nodes that look at it. */
function shared() {
  const reading = { databaseMs: 10 * hour, offsetMs: 0, othersMs: null as number | null };
  /** What passes between the reading and its arrival. */
  const delay: { pass: () => void } = { pass: () => undefined };
  const store: ClockStore = {
    readClock: async (): Promise<ClockReading> => {
      const read = { ...reading };
      delay.pass();
      return read;
    },
    moveOffset: async (from, to) => {
      if (reading.offsetMs !== from) return false;
      reading.offsetMs = to;
      return true;
    },
  };
  const node = async () => {
    const { at, passing, pass } = machine();
    const started = await startSharedClock(store, 'node', 0, (ms) => startClock(ms, passing));
    return { ...started, at, pass };
  };
  return { reading, delay, node };
}

test.each([hour, -hour])(
  '[KEEP11] the database’s clock set by %i ms moves no node’s time',
  async (jump) => {
    const { reading, node } = shared();
    const [one, other] = [await node(), await node()];
    const pass = (ms: number) => {
      reading.databaseMs += ms;
      one.pass(ms);
      other.pass(ms);
    };
    pass(1_000);
    reading.databaseMs += jump;
    await one.sync();
    await one.sync();
    await other.sync();
    expect(one.clock.now()).toBe(10 * hour + 1_000);
    expect(other.clock.now()).toBe(10 * hour + 1_000);
    const late = await node();
    pass(50);
    expect(late.clock.now()).toBe(10 * hour + 1_000);
    late.pass(50);
    expect(late.clock.now()).toBe(one.clock.now());
  },
);

test('[KEEP11] a node that was away joins the others instead of pulling them back', async () => {
  const { reading, node } = shared();
  const one = await node();
  reading.databaseMs += hour;
  reading.othersMs = reading.databaseMs - 300;
  await one.sync();
  expect(one.clock.now()).toBe(11 * hour);
  expect(reading.offsetMs).toBe(0);
});

test('[KEEP12] a node’s own clock drifts no further than the next look', async () => {
  const { reading, node } = shared();
  const one = await node();
  for (let second = 0; second < 100; second++) {
    reading.databaseMs += 1_000;
    one.pass(1_001);
    await one.sync();
  }
  expect(Math.abs(one.clock.now() - reading.databaseMs)).toBeLessThan(5);
});

test.each([900, 10_000])(
  '[KEEP13] an answer that took %i ms moves no time: neither this node’s nor the others’',
  async (delayMs) => {
    const { reading, delay, node } = shared();
    const one = await node();
    delay.pass = () => {
      reading.databaseMs += delayMs;
      one.pass(delayMs);
    };
    await one.sync();
    expect(one.clock.now()).toBe(10 * hour + delayMs);
    expect(reading.offsetMs).toBe(0);
    delay.pass = () => undefined;
    one.pass(100);
    expect(one.clock.now()).toBe(10 * hour + delayMs + 100);
  },
);
