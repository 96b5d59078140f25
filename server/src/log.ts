/**
 * The log of the process: JSON lines on stderr with ids, codes and durations. Nothing that people
 * wrote, no names, no secrets: what is logged is chosen field by field, and this is the second guard.
 */
import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Wherever these stand in what is logged, they are left out. */
const secrets = [
  'secret',
  'token',
  'password',
  'cookie',
  'authorization',
  'name',
  'text',
  'body',
  'reason',
];

export function createLog(level: LogLevel, to?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['req.headers', 'req.query', 'res.headers', ...secrets, ...within('*')],
        remove: true,
      },
      serializers: { err: errorFields },
    },
    to ?? destination({ dest: 2, sync: true }),
  );
}

function within(parent: string): string[] {
  return secrets.map((key) => `${parent}.${key}`);
}

/** Libraries hang requests, rows and parameters on their errors; none of that is a log's business. */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
  };
}
