/** Short-lived signatures for links that a browser follows by itself: a key a week, old ones until nothing stands on them. */
import { createHmac, randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { KeyStore, SigningKey } from '../store/key-store.js';
import { isSameHash } from './secrets.js';

/** How long a key signs, in ms. */
export const keyMs = 7 * 24 * 3_600_000;
/** How long a signature may stand at most, in ms. */
export const maxSignatureMs = 24 * 3_600_000;
/** How old what is remembered of the table may be: another node may have made a key. */
const rereadMs = 60_000;

export interface SigningKeys {
  /** @param untilMs when it ends; part of what is signed. */
  sign(purpose: string, parts: readonly string[], untilMs: number): Promise<string>;
  verify(
    purpose: string,
    parts: readonly string[],
    untilMs: number,
    signature: string,
  ): Promise<boolean>;
}

export function signingKeys(store: KeyStore, nowMs: () => number): SigningKeys {
  let known: readonly SigningKey[] = [];
  let readAtMs = Number.NEGATIVE_INFINITY;
  let making: Promise<SigningKey> | null = null;

  const read = async () => {
    known = await store.list();
    readAtMs = nowMs();
  };
  const isCurrent = ({ createdAtMs }: SigningKey) => nowMs() - createdAtMs < keyMs;

  const make = async (): Promise<SigningKey> => {
    const found = known.find(isCurrent);
    if (found !== undefined) return found;
    const key = {
      id: nanoid(8),
      secret: randomBytes(32).toString('base64url'),
      createdAtMs: nowMs(),
    };
    await store.removeBefore(nowMs() - keyMs - maxSignatureMs);
    await store.add(key);
    await read();
    return key;
  };
  const current = async (): Promise<SigningKey> => {
    if (nowMs() - readAtMs > rereadMs) await read();
    const found = known.find(isCurrent);
    if (found !== undefined) return found;
    // Two that ask at once get one key.
    making ??= make().finally(() => {
      making = null;
    });
    return making;
  };

  return {
    async sign(purpose, parts, untilMs) {
      const key = await current();
      return `${key.id}.${digest(key, purpose, parts, untilMs)}`;
    },
    async verify(purpose, parts, untilMs, signature) {
      const now = nowMs();
      if (untilMs <= now || untilMs > now + maxSignatureMs) return false;
      const [id = '', given = ''] = signature.split('.', 2);
      let key = known.find((candidate) => candidate.id === id);
      if (key === undefined && now - readAtMs > 1_000) {
        await read();
        key = known.find((candidate) => candidate.id === id);
      }
      if (key === undefined || now - key.createdAtMs > keyMs + maxSignatureMs) return false;
      return isSameHash(given, digest(key, purpose, parts, untilMs));
    },
  };
}

/** As a JSON list, so that no two lists of parts read the same. */
function digest(
  { secret }: SigningKey,
  purpose: string,
  parts: readonly string[],
  untilMs: number,
): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts, untilMs]))
    .digest('base64url');
}
