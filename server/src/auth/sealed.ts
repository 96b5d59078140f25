/**
 * Secrets that have to be read again, such as a second factor's, locked with their owner's password:
 * a stolen database does not hold what opens them.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyOfPassword } from './passwords.js';

const cipher = 'aes-256-gcm';
const saltLength = 16;
const ivLength = 12;
const tagLength = 16;

/** @returns salt, nonce, tag and text as base64url */
export async function seal(secret: string, password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const iv = randomBytes(ivLength);
  const locking = createCipheriv(cipher, await keyOfPassword(password, salt), iv);
  const text = Buffer.concat([locking.update(secret, 'utf8'), locking.final()]);
  return Buffer.concat([salt, iv, locking.getAuthTag(), text]).toString('base64url');
}

/** Null when the password is another one. */
export async function unseal(sealed: string, password: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url');
  const salt = bytes.subarray(0, saltLength);
  const iv = bytes.subarray(saltLength, saltLength + ivLength);
  const tag = bytes.subarray(saltLength + ivLength, saltLength + ivLength + tagLength);
  const text = bytes.subarray(saltLength + ivLength + tagLength);
  const opening = createDecipheriv(cipher, await keyOfPassword(password, salt), iv);
  opening.setAuthTag(tag);
  try {
    return Buffer.concat([opening.update(text), opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}
