/** The worker that keeps the client's own files on this device, so that a reload needs no line. */
import type { Shell } from './built-shell';
import { keepScreen, keptFile, keptPage, pageOf } from './shell-cache';
import { isKeepWish, strategyOf } from './shell-request';

/** Of a worker's world, what is used here: the browser's types for pages leave it out. */
interface LongEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends LongEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WishEvent extends LongEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  fetch: typeof fetch;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', on: (event: LongEvent) => void): void;
  addEventListener(type: 'fetch', on: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', on: (event: WishEvent) => void): void;
}

declare const self: WorkerScope;
/** Put in by the build. */
declare const __SHELL__: Shell;

const shell = __SHELL__;
const patienceMs = 3_000;
const world = {
  caches: self.caches,
  fetch: (path: string, init?: RequestInit) => self.fetch(path, init),
};
/** One after the other, so that nothing is fetched twice. */
let keeping: Promise<unknown> = Promise.resolve();

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (!isKeepWish(data)) return;
  const done = keeping
    .then(() => keepScreen(world, shell, data.screen))
    .catch(() => false)
    .then((isKept) => ports[0]?.postMessage(isKept));
  keeping = done;
  event.waitUntil(done);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const strategy = strategyOf(request, self.location.origin);
  if (strategy === 'page') {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
    event.respondWith(pageOf(self.fetch(request), () => keptPage(world, shell), patience));
  } else if (strategy === 'asset') {
    event.respondWith(keptFile(world, request).then((kept) => kept ?? self.fetch(request)));
  }
});
