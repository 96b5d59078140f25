/** The facilitators' way in: a secret in the printed link becomes a session in a cookie. */
import type { StaffSessions } from '../store/staff-sessions.js';
import { hashOf, isSameHash, newSecret } from './secrets.js';

export const staffCookie = 'trilogue_staff';
/** How long a session stands, in ms: a week. */
export const staffSessionMs = 7 * 24 * 3_600_000;

export interface StaffAuth {
  /** A new secret, which replaces the one before. It is told here once. */
  renewSecret(): Promise<string>;
  /** The cookie's value, or null for a wrong secret. */
  signIn(secret: string): Promise<string | null>;
  /** Names the session behind a Cookie header; null when there is none that stands. */
  sessionOf(cookieHeader: string | undefined): Promise<string | null>;
  signOut(cookieHeader: string | undefined): Promise<string | null>;
}

export function staffAuth(sessions: StaffSessions, nowMs: () => number): StaffAuth {
  return {
    async renewSecret() {
      const secret = newSecret();
      await sessions.setSecret(hashOf(secret));
      return secret;
    },
    async signIn(secret) {
      const expected = await sessions.secretHash();
      if (expected === null || !isSameHash(hashOf(secret), expected)) return null;
      const token = newSecret();
      const now = nowMs();
      await sessions.open(hashOf(token), now, now + staffSessionMs);
      return token;
    },
    async sessionOf(cookieHeader) {
      const token = readCookie(cookieHeader, staffCookie);
      if (token === null) return null;
      const session = hashOf(token);
      return (await sessions.touch(session, nowMs())) ? session : null;
    },
    async signOut(cookieHeader) {
      const token = readCookie(cookieHeader, staffCookie);
      if (token === null) return null;
      const session = hashOf(token);
      await sessions.end(session);
      return session;
    },
  };
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
