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
}

export const defaultLimits: Limits = {
  commandsPerSecond: 30,
  draftsPerSecond: 20,
  requestsPerMinute: 6_000,
  failures: 20,
  failureDelayMs: 400,
};

export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** How many ports after `port` are tried when it is taken. */
  readonly otherPorts: number;
  readonly dataDir: string;
  readonly scenariosDir: string;
  readonly clientDir: string;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  readonly limits: Limits;
}

export const help = `Trilogue, a tabletop cyber-drill engine.

  --host ADDRESS     address to listen on; 0.0.0.0 for the whole network   (TRILOGUE_HOST, 127.0.0.1)
  --port NUMBER      port to listen on                                     (TRILOGUE_PORT, ${defaultPort})
  --data DIR         where the database stands                             (TRILOGUE_DATA, ./data)
  --scenarios DIR    where scenarios stand                (TRILOGUE_SCENARIOS, those that came with it)
  --log-level LEVEL  fatal, error, warn, info, debug or trace              (TRILOGUE_LOG_LEVEL, warn)
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
  scenarios: z.string().min(1).default(fromRoot('scenarios')),
  'log-level': z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('warn'),
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
    scenarios: env.TRILOGUE_SCENARIOS,
    'log-level': env.TRILOGUE_LOG_LEVEL,
  };
  const parsed = settingsSchema.safeParse({ ...withoutEmpty(fromEnv), ...withoutEmpty(given) });
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    return { kind: 'wrong', message: lines.join('\n') };
  }
  const { host, port, data, scenarios, 'log-level': logLevel } = parsed.data;
  return {
    kind: 'run',
    config: {
      host,
      port: port ?? defaultPort,
      otherPorts: port === undefined ? 10 : 0,
      dataDir: data,
      scenariosDir: scenarios,
      clientDir: fromRoot('client/dist'),
      logLevel,
      limits: defaultLimits,
    },
  };
}

function withoutEmpty<Value>(values: Record<string, Value | undefined>): Record<string, Value> {
  const entries = Object.entries(values).filter(
    (entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}
