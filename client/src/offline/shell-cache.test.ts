import { describe, expect, test } from 'vitest';
import type { Shell } from './built-shell';
import { keepScreen, keptFile, keptPage, pageOf, type Surroundings } from './shell-cache';

const origin = 'https://drill.example';

/** A browser's caches, in memory. */
function createCaches() {
  const stores = new Map<string, Map<string, Response>>();
  const keyOf = (asked: RequestInfo | URL) =>
    new URL(asked instanceof Request ? asked.url : `${asked}`, origin).href;
  const caches: Surroundings['caches'] = {
    async open(name) {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return {
        keys: async () => [...store.keys()].map((url) => new Request(url)),
        put: async (key, response) => void store.set(keyOf(key), response),
      };
    },
    keys: async () => [...stores.keys()],
    delete: async (name) => stores.delete(name),
    async match(asked, { cacheName } = {}) {
      for (const [name, store] of stores) {
        const found = store.get(keyOf(asked));
        if (found !== undefined && (cacheName ?? name) === name) return found.clone();
      }
      return undefined;
    },
  };
  return { caches, stores };
}

const shellOf = (build: string): Shell => ({
  version: build,
  entry: `/assets/index-${build}.js`,
  parts: {
    start: [`/assets/index-${build}.js`, '/assets/basics-0.js'],
    player: [`/assets/player-${build}.js`],
    lobby: [`/assets/lobby-${build}.js`],
    facilitator: [`/assets/room-${build}.js`],
  },
});

/** A server with a build on it, whose line can be cut after so many answers. */
function createServer(build: string) {
  const asked: string[] = [];
  const server = {
    build,
    asked,
    answersLeft: Number.POSITIVE_INFINITY,
    page: null as string | null,
  };
  const fetch = async (path: string) => {
    if (server.answersLeft-- <= 0) throw new TypeError('Failed to fetch');
    asked.push(path);
    const page = server.page ?? `<script src="/assets/index-${server.build}.js"></script>`;
    if (path === '/') return new Response(page);
    const isThere = path.includes('-0.') || path.includes(`-${server.build}.`);
    return new Response(path, { status: isThere ? 200 : 404 });
  };
  return { server, fetch };
}

function createDevice(build = 'a') {
  const { server, fetch } = createServer(build);
  const { caches, stores } = createCaches();
  const around: Surroundings = { caches, fetch };
  const names = () => [...stores.keys()].map((name) => name.replace('trilogue-shell-', ''));
  const pageText = async (shell: Shell) => (await keptPage(around, shell))?.text();
  return { server, around, names, stores, pageText };
}

describe('[SHELL5] what a screen needs is kept whole, its page last', () => {
  test('of a player’s screen the player’s files, and nothing of the control room', async () => {
    const { server, around, pageText } = createDevice();
    expect(await keepScreen(around, shellOf('a'), 'play')).toBe(true);
    expect(server.asked.at(-1)).toBe('/');
    expect(server.asked).not.toContain('/assets/room-a.js');
    expect(await (await keptFile(around, '/assets/player-a.js'))?.text()).toBe(
      '/assets/player-a.js',
    );
    expect(await keptFile(around, '/assets/room-a.js')).toBeUndefined();
    expect(await pageText(shellOf('a'))).toContain('index-a.js');
  });

  test('a line that breaks leaves no page that lacks its files; asked again it goes on', async () => {
    const { server, around, pageText } = createDevice();
    server.answersLeft = 2;
    await expect(keepScreen(around, shellOf('a'), 'play')).rejects.toThrow('Failed to fetch');
    expect(await pageText(shellOf('a'))).toBeUndefined();
    server.answersLeft = Number.POSITIVE_INFINITY;
    expect(await keepScreen(around, shellOf('a'), 'play')).toBe(true);
    expect(new Set(server.asked).size).toBe(server.asked.length);
    expect(await keepScreen(around, shellOf('a'), 'play')).toBe(true);
    expect(server.asked.filter((path) => path === '/')).toHaveLength(1);
  });

  test('a file that the server lacks is an end, not something to keep', async () => {
    const { server, around, pageText } = createDevice();
    server.build = 'b';
    await expect(keepScreen(around, shellOf('a'), 'play')).rejects.toThrow('404');
    expect(await pageText(shellOf('a'))).toBeUndefined();
  });
});

describe('[SHELL6] a new build takes the former one’s place, whole', () => {
  test('the former one serves until the new one is kept, then it goes', async () => {
    const { server, around, names, stores, pageText } = createDevice();
    stores.set('somebody-else', new Map());
    await keepScreen(around, shellOf('a'), 'play');
    server.build = 'b';
    server.answersLeft = 1;
    await expect(keepScreen(around, shellOf('b'), 'play')).rejects.toThrow();
    expect(names()).toEqual(['somebody-else', 'a', 'b']);
    expect(await pageText(shellOf('b'))).toContain('index-a.js');
    expect(await keptFile(around, '/assets/player-a.js')).toBeDefined();

    server.answersLeft = Number.POSITIVE_INFINITY;
    expect(await keepScreen(around, shellOf('b'), 'play')).toBe(true);
    expect(names()).toEqual(['somebody-else', 'b']);
    expect(await pageText(shellOf('b'))).toContain('index-b.js');
    expect(await keptFile(around, '/assets/player-a.js')).toBeUndefined();
    // What both are made of came over the line once.
    expect(server.asked.filter((path) => path === '/assets/basics-0.js')).toHaveLength(1);
  });

  test('a page of another build, or a proxy’s own, is never kept with these files', async () => {
    for (const page of ['<script src="/assets/index-b.js"></script>', 'Please sign in']) {
      const { server, around, names, pageText } = createDevice();
      await keepScreen(around, shellOf('0'), 'join').catch(() => undefined);
      server.page = page;
      expect(await keepScreen(around, shellOf('a'), 'play')).toBe(false);
      expect(await pageText(shellOf('a'))).toBeUndefined();
      expect(names()).toContain('a');
    }
  });
});

describe('[SHELL7] the server’s page comes first', () => {
  const kept = async () => new Response('kept');
  const never = new Promise<void>(() => undefined);
  const textOf = async (page: Promise<Response>) => (await page).text();

  test('as it answers, also where it says no', async () => {
    expect(await textOf(pageOf(Promise.resolve(new Response('new')), kept, never))).toBe('new');
    const refusal = new Response('no', { status: 403 });
    expect(await textOf(pageOf(Promise.resolve(refusal), kept, never))).toBe('no');
  });

  test('the kept one where no answer comes, not soon, or only a proxy’s', async () => {
    const lost = Promise.reject(new TypeError('Failed to fetch'));
    expect(await textOf(pageOf(lost, kept, never))).toBe('kept');
    const late = new Promise<Response>(() => undefined);
    expect(await textOf(pageOf(late, kept, Promise.resolve()))).toBe('kept');
    for (const status of [502, 503, 504]) {
      const away = Promise.resolve(new Response('bad gateway', { status }));
      expect(await textOf(pageOf(away, kept, never))).toBe('kept');
    }
  });

  test('with nothing kept, whatever comes of it', async () => {
    const nothing = async () => undefined;
    const away = Promise.resolve(new Response('bad gateway', { status: 502 }));
    expect(await textOf(pageOf(away, nothing, never))).toBe('bad gateway');
    const late = new Promise<Response>((resolve) => setImmediate(() => resolve(new Response('x'))));
    expect(await textOf(pageOf(late, nothing, Promise.resolve()))).toBe('x');
    const lost = Promise.reject(new TypeError('Failed to fetch'));
    await expect(pageOf(lost, nothing, never)).rejects.toThrow('Failed to fetch');
  });
});
