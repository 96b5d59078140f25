/** What can be set from outside, and how it is read. Pure: `main` brings the arguments. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export const defaultPort = 4400;

export interface Limits {
  /** Commands of one seat: so many a second on average, twice as many at once. */
  readonly commandsPerSecond: number;
  readonly draftsPerSecond: number;
  /** Requests of one address, of any kind. */
  readonly requestsPerMinute: number;
  /** Wrong codes and secrets of one address in five minutes. */
  readonly failures: number;
  /** How long a wrong code's answer is held back, in ms. */
  readonly failureDelayMs: number;
  /** Sockets of one address at the same time; a whole venue may share one. */
  readonly connectionsPerAddress: number;
  /** Socket handshakes of one address in a minute. */
  readonly handshakesPerMinute: number;
  /** Exercises that one account may have at the same time; signed in by the link, one session. */
  readonly exercisesPerCreator: number;
}

export const defaultLimits: Limits = {
  commandsPerSecond: 30,
  draftsPerSecond: 20,
  requestsPerMinute: 6_000,
  failures: 20,
  failureDelayMs: 400,
  connectionsPerAddress: 2_000,
  handshakesPerMinute: 6_000,
  exercisesPerCreator: 200,
};

/** Where HTTPS comes from: nowhere, a certificate made here, or files that were given. */
export type TlsChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'selfMade' }
  | { readonly kind: 'given'; readonly certFile: string; readonly keyFile: string };

export interface Safety {
  readonly tls: TlsChoice;
  /** How many proxies stand in front, whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Lets a machine elsewhere read /metrics; null for this machine only. */
  readonly metricsToken: string | null;
  /** How long the audit log is kept, in days. */
  readonly auditDays: number;
  /** Whether the staff come in by their accounts only, and no link is printed that opens everything. */
  readonly accountsOnly: boolean;
}

export const defaultSafety: Safety = {
  tls: { kind: 'none' },
  trustedProxies: 0,
  metricsToken: null,
  auditDays: 365,
  accountsOnly: false,
};

export interface Config extends Safety {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** How many ports after `port` are tried when it is taken. */
  readonly otherPorts: number;
  readonly dataDir: string;
  /** postgres://… for several nodes; undefined for the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly scenariosDir: string;
  readonly clientDir: string;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  readonly limits: Limits;
}

export const help = `Trilogue, a tabletop cyber-drill engine.

  --host ADDRESS     address to listen on; 0.0.0.0 for the whole network   (TRILOGUE_HOST, 127.0.0.1)
  --port NUMBER      port to listen on                                     (TRILOGUE_PORT, ${defaultPort})
  --data DIR         where the database stands                             (TRILOGUE_DATA, ./data)
                     postgres://… for a database that several nodes share            (DATABASE_URL)
  --scenarios DIR    where scenarios stand                (TRILOGUE_SCENARIOS, those that came with it)
  --log-level LEVEL  fatal, error, warn, info, debug or trace              (TRILOGUE_LOG_LEVEL, warn)
  --tls              HTTPS with a certificate made here, kept in the data directory  (TRILOGUE_TLS=1)
  --tls-cert FILE    HTTPS with this certificate (PEM, with its chain)             (TRILOGUE_TLS_CERT)
  --tls-key FILE     and its key                                                    (TRILOGUE_TLS_KEY)
  --trust-proxy N    believe X-Forwarded-For of N proxies in front           (TRILOGUE_TRUST_PROXY, 0)
  --metrics-token T  lets a bearer of T read /metrics from elsewhere          (TRILOGUE_METRICS_TOKEN)
  --accounts-only    no link for facilitators: staff sign in with accounts  (TRILOGUE_ACCOUNTS_ONLY=1)
  --audit-days N     how long the audit log is kept                        (TRILOGUE_AUDIT_DAYS, 365)
  --help             this text
`;

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const portWords = 'a number from 0 to 65535';

const settingsSchema = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce
    .number(portWords)
    .int(portWords)
    .min(0, portWords)
    .max(65_535, portWords)
    .optional(),
  data: z.string().min(1).default('./data'),
  database: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL is to begin with postgres://')
    .optional(),
  scenarios: z.string().min(1).default(fromRoot('scenarios')),
  'log-level': z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('warn'),
  tls: switched(),
  'accounts-only': switched(),
  'tls-cert': z.string().min(1).optional(),
  'tls-key': z.string().min(1).optional(),
  'trust-proxy': wholeNumber(0, 10).default(defaultSafety.trustedProxies),
  'metrics-token': z.string().min(16, 'at least 16 characters').optional(),
  'audit-days': wholeNumber(1, 36_500).default(defaultSafety.auditDays),
});

export type ConfigResult =
  | { readonly kind: 'run'; readonly config: Config }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Arguments win over the environment. */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ConfigResult {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        scenarios: { type: 'string' },
        'log-level': { type: 'string' },
        tls: { type: 'boolean' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        'trust-proxy': { type: 'string' },
        'metrics-token': { type: 'string' },
        'audit-days': { type: 'string' },
        'accounts-only': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
  const { help: wantsHelp, ...given } = values;
  if (wantsHelp === true) return { kind: 'help' };
  const fromEnv = {
    host: env.TRILOGUE_HOST,
    port: env.TRILOGUE_PORT,
    data: env.TRILOGUE_DATA,
    // Only from the environment: it holds a password, and arguments can be read by anyone.
    database: env.DATABASE_URL,
    scenarios: env.TRILOGUE_SCENARIOS,
    'log-level': env.TRILOGUE_LOG_LEVEL,
    tls: env.TRILOGUE_TLS,
    'tls-cert': env.TRILOGUE_TLS_CERT,
    'tls-key': env.TRILOGUE_TLS_KEY,
    'trust-proxy': env.TRILOGUE_TRUST_PROXY,
    'metrics-token': env.TRILOGUE_METRICS_TOKEN,
    'audit-days': env.TRILOGUE_AUDIT_DAYS,
    'accounts-only': env.TRILOGUE_ACCOUNTS_ONLY,
  };
  const parsed = settingsSchema.safeParse({ ...withoutEmpty(fromEnv), ...withoutEmpty(given) });
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    return { kind: 'wrong', message: lines.join('\n') };
  }
  const { host, port, data, scenarios, 'log-level': logLevel } = parsed.data;
  const tls = tlsChoice(parsed.data);
  if (tls === null) {
    return { kind: 'wrong', message: '--tls-cert and --tls-key belong together' };
  }
  return {
    kind: 'run',
    config: {
      host,
      port: port ?? defaultPort,
      otherPorts: port === undefined ? 10 : 0,
      dataDir: data,
      databaseUrl: parsed.data.database,
      scenariosDir: scenarios,
      clientDir: fromRoot('client/dist'),
      logLevel,
      limits: defaultLimits,
      tls,
      trustedProxies: parsed.data['trust-proxy'],
      metricsToken: parsed.data['metrics-token'] ?? null,
      auditDays: parsed.data['audit-days'],
      accountsOnly: parsed.data['accounts-only'],
    },
  };
}

function tlsChoice(settings: {
  tls: boolean;
  'tls-cert'?: string | undefined;
  'tls-key'?: string | undefined;
}): TlsChoice | null {
  const { 'tls-cert': certFile, 'tls-key': keyFile } = settings;
  if (certFile !== undefined && keyFile !== undefined) return { kind: 'given', certFile, keyFile };
  if (certFile !== undefined || keyFile !== undefined) return null;
  return { kind: settings.tls ? 'selfMade' : 'none' };
}

/** Given as an argument without a value, or as 1 or true in the environment. */
function switched() {
  return z
    .union([z.boolean(), z.enum(['1', 'true', '0', 'false'])])
    .transform((value) => value === true || value === '1' || value === 'true')
    .default(false);
}

function wholeNumber(least: number, most: number) {
  const words = `a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
}

function withoutEmpty<Value>(values: Record<string, Value | undefined>): Record<string, Value> {
  const entries = Object.entries(values).filter(
    (entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}
