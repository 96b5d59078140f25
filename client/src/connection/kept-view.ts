/**
 * What a screen last showed, kept in this tab over reloads, so that a person whose line is down can read
 * on. It goes when the server shuts the door, and when a screen broke: that one must not meet it again.
 */
import { protocolVersion } from '@trilogue/engine/protocol/version';
import type { ConnectionContext } from './connection-machine';

export interface KeptView
  extends Pick<ConnectionContext, 'seatId' | 'audience' | 'view' | 'roster' | 'drafts'> {
  /** What the server's clock was ahead of this device's. */
  readonly clockAheadMs: number;
  /** When the server was last heard, by this device's clock. */
  readonly heardAtMs: number;
  /** Of a build that speaks otherwise it is not read. */
  readonly protocolVersion: number;
  /** Who was signed in on this device: after a sign-in or a sign-out in any tab it is not read. */
  readonly stamp: string | null;
}

type Device = Pick<Storage, 'getItem' | 'setItem'>;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'trilogue.view.';
const stampKey = 'trilogue.views';
/** Longer ones are not worth their place, in characters. */
const longest = 1_500_000;

/** @param device what all tabs share */
export function readKeptView(
  storage: Store,
  place: string,
  device: Device = localStorage,
): KeptView | null {
  try {
    // Written by `keepView`.
    const kept = JSON.parse(storage.getItem(prefix + place) ?? 'null') as KeptView | null;
    const isOurs = kept?.protocolVersion === protocolVersion && kept.stamp === stampOf(device);
    return isOurs ? kept : null;
  } catch {
    return null;
  }
}

export function keepView(
  storage: Store,
  place: string,
  { seatId, audience, view, roster, drafts }: ConnectionContext,
  when: Pick<KeptView, 'clockAheadMs' | 'heardAtMs'>,
  device: Device = localStorage,
): void {
  if (view === null) return;
  const by = { protocolVersion, stamp: stampOf(device) };
  const kept: KeptView = { seatId, audience, view, roster, drafts, ...when, ...by };
  const text = JSON.stringify(kept);
  forgetView(storage, place);
  if (text.length > longest) return;
  try {
    storage.setItem(prefix + place, text);
  } catch {
    // No room left: then the next page starts without it.
  }
}

export function hasKeptView(storage: Store, place: string, device: Device = localStorage): boolean {
  return readKeptView(storage, place, device) !== null;
}

/** At most so often while things change, in ms; more seldom where writing takes its time. */
const writeEveryMs = 5_000;
/** Of the time that passes, writing takes no more than one part in so many. */
const leisure = 200;

export interface ViewWriter {
  /** Something is to be written, soon. */
  touch(): void;
  /** Now: the page may not come to it again. */
  flush(): void;
  stop(): void;
}

/** Writes now and then, since a page can end without a word: a screen without hands loses its power. */
export function viewWriter(parts: {
  readonly write: () => void;
  readonly nowMs: () => number;
  /** Runs something once, later; gives back how to call it off. */
  readonly later: (run: () => void, ms: number) => () => void;
}): ViewWriter {
  const { write, nowMs, later } = parts;
  let waitMs = writeEveryMs;
  let callOff: (() => void) | null = null;
  const flush = () => {
    callOff?.();
    callOff = null;
    const startedMs = nowMs();
    write();
    waitMs = Math.max(writeEveryMs, (nowMs() - startedMs) * leisure);
  };
  return {
    flush,
    touch() {
      callOff ??= later(flush, waitMs);
    },
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}

export function forgetView(storage: Store, place: string): void {
  storage.removeItem(prefix + place);
}

export function forgetAllViews(storage: Pick<Storage, 'key' | 'length' | 'removeItem'>): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix) === true) storage.removeItem(key);
}

/** At a sign-in or a sign-out: those that other tabs keep are not read any more, either. */
export function forgetViewsEverywhere(
  storage: Pick<Storage, 'key' | 'length' | 'removeItem'>,
  device: Device = localStorage,
): void {
  try {
    device.setItem(stampKey, `${Date.now()} ${Math.random()}`);
  } catch {
    // No room left: each tab still forgets its own.
  }
  forgetAllViews(storage);
}

function stampOf(device: Device): string | null {
  return device.getItem(stampKey);
}
