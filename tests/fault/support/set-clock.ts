/** A system clock that can be set, for one process and its children; how time passes stays true. */
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workshop } from './workshop.js';

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/** Debian's package is called faketime. */
export const canSetClocks = existsSync(library);
export const whyNot = 'libfaketime is not installed';

export interface SystemClock {
  readonly env: Record<string, string>;
  /** @param bySeconds how far from the true time */
  set(bySeconds: number): void;
}

export function systemClock(workshop: Workshop): SystemClock {
  const folder = workshop.folder();
  // PostgreSQL runs as a user of its own.
  chmodSync(folder, 0o755);
  const file = join(folder, 'clock');
  const set = (bySeconds: number) =>
    writeFileSync(file, `${bySeconds < 0 ? '' : '+'}${bySeconds}\n`, { mode: 0o644 });
  set(0);
  return {
    set,
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    },
  };
}
