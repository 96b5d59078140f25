/** Frozen logs: whatever changes, what was played once means what it meant. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FrozenLog, toFrozenLog } from './frozen-log.js';

const folder = new URL('frozen', import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('frozen logs', () => {
  test('[REPLAY1] there are some', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  test.each(names)('[REPLAY2] %s leads to the views and scores it led to', (name) => {
    const frozen = JSON.parse(readFileSync(join(folder, name), 'utf8')) as FrozenLog;
    const now = JSON.parse(JSON.stringify(toFrozenLog(frozen.scenario, frozen.facts)));
    // Views may gain parts and fields; nothing that stood in them may change or go.
    expect(now.views).toMatchObject(frozen.views);
    expect(now.scores).toMatchObject(frozen.scores);
  });
});
