/** Codes of an authenticator app: six digits, half a minute each, SHA-1, as all apps know them. */
import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const issuer = 'Trilogue';
const periodSeconds = 30;
/** Clocks of telephones go wrong: the code before and the one after count too. */
const window = 1;

/** A new secret in base32, of 160 bits. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app reads from a QR code. */
export function totpUri(secret: string, login: string): string {
  return totp(secret, login).toString();
}

/** The step that a code belongs to; null for a wrong one. Whoever calls sees that none is used twice. */
export function stepOf(secret: string, code: string, nowMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret, '').validate({ token: code, timestamp: nowMs, window });
  return delta === null ? null : Math.floor(nowMs / (periodSeconds * 1_000)) + delta;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
  });
}

/** Easily told apart on paper. */
const alphabet = '234679CDFGHJKMNPQRTVWXYZ';
const recoveryCodeCount = 10;
const recoveryCodeLength = 16;

/** For a lost telephone: 16 characters of 24, more than 73 bits each. */
export function newRecoveryCodes(): string[] {
  const one = () =>
    Array.from({ length: recoveryCodeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, one);
}
