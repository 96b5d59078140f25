/** A real server in this process, on a free port and a directory of its own. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type App, startApp } from '../../../server/src/app.js';
import {
  type Config,
  defaultLimits,
  defaultSafety,
  type Limits,
  type Safety,
} from '../../../server/src/config.js';
import type { Log } from '../../../server/src/log.js';
import { Api } from './api.js';

export const scenarioFile = fileURLToPath(
  new URL('../../fixtures/scenarios/two-tables.json', import.meta.url),
);

export interface TestServer extends App {
  /** Empty where only accounts open. */
  readonly staffLink: string;
  readonly config: Config;
  readonly dataDir: string;
  /** A browser nobody has signed in with. */
  guest(): Api;
  /** A browser that has opened the facilitators' link. */
  staff(): Promise<Api>;
}

export function tempDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A directory with the fixture as its only scenario, laid out as scenarios/ is. */
export function scenariosDir(): string {
  const directory = tempDir();
  mkdirSync(join(directory, 'two-tables'));
  copyFileSync(scenarioFile, join(directory, 'two-tables', 'scenario.json'));
  return directory;
}

export async function startServer(
  options: {
    dataDir?: string;
    limits?: Partial<Limits>;
    safety?: Partial<Safety>;
    clientDir?: string;
    scenariosDir?: string;
    log?: Log;
    /** postgres://… of a database that several nodes share. */
    databaseUrl?: string;
  } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? tempDir();
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    otherPorts: 0,
    dataDir,
    databaseUrl: options.databaseUrl,
    scenariosDir: options.scenariosDir ?? scenariosDir(),
    clientDir: options.clientDir ?? join(dataDir, 'no-client'),
    logLevel: 'silent',
    limits: { ...defaultLimits, failureDelayMs: 0, ...options.limits },
    ...defaultSafety,
    ...options.safety,
  };
  const app = await startApp(config, options.log);
  const staffLink = app.staffLink ?? '';
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= app.close();
    return closing;
  };
  onTestFinished(close);
  const guest = () => new Api(app.url);
  return {
    ...app,
    staffLink,
    close,
    config,
    dataDir,
    guest,
    async staff() {
      const api = guest();
      await api.signIn(staffLink);
      return api;
    },
  };
}
