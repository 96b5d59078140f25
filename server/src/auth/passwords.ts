/** Passwords: argon2id, and a reason for each that is too easily guessed. */
import { hash, hashRaw, parseOptions, verify } from '@node-rs/argon2';
import { minPasswordLength } from '@trilogue/engine/protocol/accounts';
import { commonPasswords } from './common-passwords.js';

/**
 * OWASP's first choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane.
 * What is raised here reaches each account at its next sign-in.
 */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type PasswordFault =
  | 'password/too-short'
  | 'password/too-common'
  | 'password/too-simple'
  | 'password/like-yourself';

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), passwordCost);
}

/** What was locked at this cost opens at no other, so this one stays as it is. */
const keyCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** A key that only the password leads to. */
export function keyOfPassword(password: string, salt: Uint8Array): Promise<Buffer> {
  return hashRaw(normal(password), { ...keyCost, salt });
}

let nobodys: Promise<string> | null = null;

/**
 * @param stored null for an account that is not there, is disabled or has no password: the same work
 *   is done, against a hash that nobody knows the password of
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(stored ?? (await nobodys), normal(password));
  return stored !== null && isRight;
}

/** Whether it was made at another cost than today's. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return (
    memoryCost !== passwordCost.memoryCost ||
    timeCost !== passwordCost.timeCost ||
    parallelism !== passwordCost.parallelism
  );
}

/** @param own what others know of this person: login, name */
export function faultOf(password: string, own: readonly string[]): PasswordFault | null {
  const text = normal(password).trim();
  if ([...text].length < minPasswordLength) return 'password/too-short';
  const small = text.toLowerCase();
  if (new Set(small).size < 5 || isRow(small)) return 'password/too-simple';
  const words = small.replace(/[^\p{L}]+/gu, ' ').trim();
  const letters = words.replaceAll(' ', '');
  if (commonPasswords.has(small) || commonPasswords.has(letters)) return 'password/too-common';
  // A common word that was made longer by digits and signs, or said twice.
  const long = words.split(' ').filter((word) => word.length >= 4);
  if (long.length > 0 && long.every((word) => commonPasswords.has(word))) {
    return 'password/too-common';
  }
  const known = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const rest = known
    .filter((word) => word.length >= 3)
    .reduce((left, word) => left.replaceAll(word, ''), letters);
  return letters.length > 0 && rest.length < 4 && rest.length < letters.length
    ? 'password/like-yourself'
    : null;
}

/** The same characters however a keyboard composed them. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const onwards = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Keys beside each other, and little else: "qwertyuiop123456". */
function isRow(text: string): boolean {
  const steps = [...text].slice(1).map((char, index) => `${text[index] ?? ''}${char}`);
  const along = steps.filter((step) => onwards.some((row) => row.includes(step)));
  return along.length >= steps.length * 0.75;
}
