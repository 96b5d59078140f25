/** Secrets: drawn at random, kept as hashes, compared in constant time. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Without vowels, so that no words come about, and without what is easily mistaken: 0 1 8 B I L O U. */
const codeAlphabet = '2345679CDFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

/** A join code: 10 characters of 26, about 47 bits. */
export function newJoinCode(): string {
  return Array.from(
    { length: codeLength },
    () => codeAlphabet[randomInt(codeAlphabet.length)],
  ).join('');
}

/** 256 bits, for tokens, cookies and the staff's link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex. The secrets are long and random, so they need no salt and no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
