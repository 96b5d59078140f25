/** The log of the process: structured, on stderr, without people's words, secrets or tokens. */
import { destination, type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Wherever these stand in what is logged, they are left out. */
const secrets = ['secret', 'token', 'cookie', 'authorization', 'name', 'text', 'code', 'reason'];

export function createLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['req.headers', 'req.query', 'res.headers', ...secrets.map((key) => `body.${key}`)],
        remove: true,
      },
    },
    destination({ dest: 2, sync: true }),
  );
}
