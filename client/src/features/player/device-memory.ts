/** What this device remembers for a seat over a reload: unsent text, and what was read. */
import type { KeptText } from './draft-logic';

const draftKey = (seatId: string, injectId: string) => `trilogue.draft.${seatId}.${injectId}`;
const messageKey = (seatId: string, conversation: string) =>
  `trilogue.message.${seatId}.${conversation}`;
const marksKey = (seatId: string) => `trilogue.marks.${seatId}`;
const storyKey = (seatId: string) => `trilogue.story.${seatId}`;
const tourKey = 'trilogue.tour';

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

/** What was written and not sent in one conversation. */
export function keptMessage(seatId: string, conversation: string): string {
  return localStorage.getItem(messageKey(seatId, conversation)) ?? '';
}

export function keepMessage(seatId: string, conversation: string, text: string): void {
  put(messageKey(seatId, conversation), text);
}

/** As written by `keepMarks`; the text itself is the same as long as nothing changed. */
export function keptMarks(seatId: string): string {
  return localStorage.getItem(marksKey(seatId)) ?? '{}';
}

export function keepMarks(seatId: string, marks: Readonly<Record<string, number>>): void {
  put(marksKey(seatId), JSON.stringify(marks));
}

/** Whether this seat saw the exercise begin, or was told what had happened before it came. */
export function knowsStory(seatId: string): boolean {
  return localStorage.getItem(storyKey(seatId)) !== null;
}

export function keepKnowsStory(seatId: string): void {
  put(storyKey(seatId), 'known');
}

export function hasSeenTour(): boolean {
  return localStorage.getItem(tourKey) !== null;
}

export function keepSeenTour(): void {
  put(tourKey, 'seen');
}

function put(key: string, value: string): void {
  if (value === '') localStorage.removeItem(key);
  else localStorage.setItem(key, value);
}
