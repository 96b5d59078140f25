/** What this device remembers for a seat over a reload: unsent text, and what was read. */
import type { KeptText } from './draft-logic';

const draftKey = (seatId: string, injectId: string) => `trilogue.draft.${seatId}.${injectId}`;
const messageKey = (seatId: string) => `trilogue.message.${seatId}`;
const readKey = (seatId: string) => `trilogue.read.${seatId}`;

export function keptAnswer(seatId: string, injectId: string): KeptText | null {
  try {
    // Written by `keepAnswer`.
    return JSON.parse(
      localStorage.getItem(draftKey(seatId, injectId)) ?? 'null',
    ) as KeptText | null;
  } catch {
    return null;
  }
}

export function keepAnswer(seatId: string, injectId: string, kept: KeptText | null): void {
  put(draftKey(seatId, injectId), kept === null ? '' : JSON.stringify(kept));
}

export function keptMessage(seatId: string): string {
  return localStorage.getItem(messageKey(seatId)) ?? '';
}

export function keepMessage(seatId: string, text: string): void {
  put(messageKey(seatId), text);
}

/** Id of the newest message read on this device. */
export function lastReadMessage(seatId: string): number {
  return Number(localStorage.getItem(readKey(seatId)) ?? 0);
}

export function keepLastRead(seatId: string, messageId: number): void {
  put(readKey(seatId), String(messageId));
}

function put(key: string, value: string): void {
  if (value === '') localStorage.removeItem(key);
  else localStorage.setItem(key, value);
}
