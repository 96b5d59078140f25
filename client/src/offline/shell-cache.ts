/** The kept files of a build: all of a screen's, then its page, and only then the former build's go. */
import { type Shell, startPart } from './built-shell';
import { partsOfScreens } from './shell-request';

/** Of the browser, what keeping and finding need. */
export interface Surroundings {
  readonly caches: Pick<CacheStorage, 'keys' | 'delete' | 'match'> & {
    open(name: string): Promise<Pick<Cache, 'keys' | 'put'>>;
  };
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

const prefix = 'trilogue-shell-';
const pageKey = '/index.html';
const atOnce = 4;
/** Of one build; a file's name says what is in it, whatever the request's headers say. */
const anyway = { ignoreVary: true } as const;

const cacheOf = ({ version }: Shell) => `${prefix}${version}`;

/** Rejects when the line breaks; asked again, it goes on from there. False: the server has another build. */
export async function keepScreen(
  { caches, fetch }: Surroundings,
  shell: Shell,
  screen: string,
): Promise<boolean> {
  const cache = await caches.open(cacheOf(shell));
  const parts = [startPart, ...(partsOfScreens[screen] ?? [])];
  const wanted = new Set(parts.flatMap((part) => shell.parts[part] ?? []));
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const missing = [...wanted].filter((path) => !kept.has(path));
  while (missing.length > 0) {
    await Promise.all(
      missing.splice(0, atOnce).map(async (path) => {
        // What did not change since the former build is here already.
        const file = (await caches.match(path, anyway)) ?? (await fetch(path));
        if (!file.ok) throw new Error(`${path}: ${file.status}`);
        await cache.put(path, file);
      }),
    );
  }
  if (!kept.has(pageKey)) {
    const page = await fetch('/', { cache: 'no-cache' });
    const isOurs = page.ok && !page.redirected && (await page.clone().text()).includes(shell.entry);
    if (!isOurs) return false;
    await cache.put(pageKey, page);
  }
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && name !== cacheOf(shell),
  );
  await Promise.all(others.map((name) => caches.delete(name)));
  return true;
}

/** A page that is still open may be of the former build. */
export function keptFile(
  { caches }: Surroundings,
  request: Request | string,
): Promise<Response | undefined> {
  return caches.match(request, anyway);
}

/** The former build's page serves, with its own files, until this one's is kept. */
export async function keptPage(
  { caches }: Surroundings,
  shell: Shell,
): Promise<Response | undefined> {
  return (
    (await caches.match(pageKey, { ...anyway, cacheName: cacheOf(shell) })) ??
    (await caches.match(pageKey, anyway))
  );
}

/** What a proxy says whose server is away. */
const awayStatuses: readonly number[] = [502, 503, 504];

/**
 * The server's page if it comes, so that a new build reaches everybody at once; the kept one where it
 * does not, or not soon.
 */
export async function pageOf(
  answer: Promise<Response>,
  kept: () => Promise<Response | undefined>,
  patience: Promise<void>,
): Promise<Response> {
  const soon = await Promise.race([
    answer.then((page) => (awayStatuses.includes(page.status) ? null : page)).catch(() => null),
    patience,
  ]);
  return soon ?? (await kept()) ?? answer;
}
