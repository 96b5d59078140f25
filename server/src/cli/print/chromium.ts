/** An installed Chromium or Chrome, which turns a page into PDF. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliError } from '../exit-codes.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Longest that one document may take. */
const limitMs = 120_000;

/** Its path: the one named in the environment, else the first on the PATH; null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const named = env.CHROMIUM_PATH ?? env.TRILOGUE_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new CliError(`${named}: no browser is there (CHROMIUM_PATH)`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

/** As `findChromium`. @throws CliError that says what to install */
export function needChromium(env: NodeJS.ProcessEnv): string {
  const found = findChromium(env);
  if (found !== null) return found;
  throw new CliError(
    'PDF needs an installed Chromium or Chrome: install the package "chromium", name one in CHROMIUM_PATH, or leave out --pdf and print the pages from a browser',
  );
}

/** Prints a page to PDF. @throws CliError with the browser's own words where it fails */
export async function printPdf(chromium: string, html: string, pdf: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'trilogue-chromium-'));
  await rm(pdf, { force: true });
  try {
    const said = await run(chromium, [
      '--headless',
      // Chromium's sandbox refuses to run as root, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      `--user-data-dir=${profile}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(html).href,
    ]);
    const size = await stat(pdf).then(
      (file) => file.size,
      () => 0,
    );
    if (size === 0) throw new CliError(`${pdf}: the browser made no PDF\n${said}`);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(chromium: string, args: readonly string[]): Promise<string> {
  const child = spawn(chromium, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_000);
    });
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new CliError(`${chromium}: no PDF after ${limitMs / 1_000} s\n${said}`));
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(tooLong);
      reject(new CliError(`${chromium}: ${error.message}`));
    });
    child.on('close', () => {
      clearTimeout(tooLong);
      resolve(said);
    });
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
