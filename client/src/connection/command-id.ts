/** Ids for commands. `crypto.randomUUID` is missing where a LAN serves plain http; this is not. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** 21 characters of 64: as hard to meet twice as a UUID. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(21));
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('');
}
