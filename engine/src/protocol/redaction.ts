/** What stands in the place of a text that was removed. */

/**
 * The same for every text, so that it tells nothing of what stood there, its length included. Screens
 * word it in the viewer's language.
 */
export const redactedText = '[redacted]';

/** For screens only: whatever is decided looks at the fact's `redacted`, never at what people wrote. */
export function isRedacted(text: string): boolean {
  return text === redactedText;
}
