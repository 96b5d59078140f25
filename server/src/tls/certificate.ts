/** A certificate made here, for a network without a certificate authority: made anew before it ends, and when this machine's addresses change. */
import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
  /** SHA-256 in hex with colons, as browsers show it. */
  readonly fingerprint: string;
}

const dayMs = 24 * 3_600_000;
/** Browsers take no longer ones. */
const validDays = 397;
const renewDays = 30;

/**
 * The certificate in `dataDir`/tls where it still serves, else a new one in its place.
 * @param addresses under which this machine is reached; the loopback is added.
 */
export async function selfMadeCertificate(
  dataDir: string,
  addresses: readonly string[],
  nowMs: number,
): Promise<Certificate> {
  const directory = join(dataDir, 'tls');
  const files = { cert: join(directory, 'cert.pem'), key: join(directory, 'key.pem') };
  const names = [...new Set(['localhost', hostname(), '127.0.0.1', '::1', ...addresses])].filter(
    (name) => /^[A-Za-z0-9.:-]+$/.test(name),
  );
  const kept = await readPair(files.cert, files.key);
  if (kept !== null && serves(kept.cert, names, nowMs)) return kept;
  const made = await make(names, nowMs);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await write(files.key, made.key);
  await write(files.cert, made.cert);
  return made;
}

/** @throws the file system's error, or one that says what is wrong with the pair */
export async function givenCertificate(certFile: string, keyFile: string): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
  return { cert, key, fingerprint: fingerprintOf(cert) };
}

function fingerprintOf(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}

async function readPair(certFile: string, keyFile: string): Promise<Certificate | null> {
  try {
    return await givenCertificate(certFile, keyFile);
  } catch {
    // Missing or unreadable: a new one is made.
    return null;
  }
}

function serves(cert: string, names: readonly string[], nowMs: number): boolean {
  const parsed = new X509Certificate(cert);
  const endsAtMs = Date.parse(parsed.validTo);
  if (endsAtMs - nowMs < renewDays * dayMs || Date.parse(parsed.validFrom) > nowMs) return false;
  return names.every((name) =>
    isIP(name) ? parsed.checkIP(name) !== undefined : parsed.checkHost(name) !== undefined,
  );
}

async function make(names: readonly string[], nowMs: number): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Trilogue' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A device whose clock is a little behind shall take it too.
    notBeforeDate: new Date(nowMs - dayMs),
    notAfterDate: new Date(nowMs + (validDays - 1) * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) =>
          isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
        ),
      },
    ],
  });
  return { cert: made.cert, key: made.private, fingerprint: fingerprintOf(made.cert) };
}

/** Whole or not at all, and for its owner's eyes only. */
async function write(file: string, text: string): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, text, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}
