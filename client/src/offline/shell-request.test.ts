import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isKeepWish, partsOfScreens, screenOf, strategyOf } from './shell-request';

const origin = 'https://drill.example';

function asked(path: string, wish: { mode?: string; method?: string; range?: string } = {}) {
  const { mode = 'cors', method = 'GET', range } = wish;
  const url = new URL(path, origin).href;
  const headers = new Headers(range === undefined ? {} : { range });
  // `navigate` is the browser's own: nobody else can make such a request.
  return strategyOf({ method, mode: mode as RequestMode, url, headers }, origin);
}

test('[SHELL1] a screen’s page comes from the server first, a built file from this device', () => {
  for (const path of ['/', '/play/e1/s1', '/join/ABCDE-FGHJK', '/wall/e1/s1', '/control/e1?x=1']) {
    expect([path, asked(path, { mode: 'navigate' })]).toEqual([path, 'page']);
  }
  expect(asked('/assets/player-page-a1b2.js')).toBe('asset');
  expect(asked('/assets/player-a1b2.css', { mode: 'no-cors' })).toBe('asset');
});

test('[SHELL2] whatever else is asked for is left alone, and so is never kept', () => {
  const others: [string, Parameters<typeof asked>[1]?][] = [
    ['/api/exercises'],
    ['/api/join', { method: 'POST' }],
    ['/socket.io/?EIO=4&transport=polling'],
    ['/metrics'],
    ['/healthz'],
    ['/icon.svg'],
    ['/service-worker.js'],
    ['/play/e1/s1'],
    ['/assets/a-1.js', { method: 'HEAD' }],
    ['/assets/a-1.js?version=2'],
    ['/assets/film-1.mp4', { range: 'bytes=0-' }],
    ['https://elsewhere.example/assets/a-1.js'],
    // A download or a file that is opened in a tab of its own.
    ['/api/exercises/e1/export', { mode: 'navigate' }],
    ['/api/exercises/e1/attachments/f.pdf?token=x', { mode: 'navigate' }],
    ['/healthz', { mode: 'navigate' }],
    ['/assets/a-1.js', { mode: 'navigate' }],
    ['/constructor', { mode: 'navigate' }],
    ['/play/e1/s1', { mode: 'navigate', method: 'POST' }],
    ['https://elsewhere.example/play/e1/s1', { mode: 'navigate' }],
  ];
  for (const [path, wish] of others) {
    expect([path, wish, asked(path, wish)]).toEqual([path, wish, 'untouched']);
  }
});

test('[SHELL3] every screen of the client has its parts, and each part is a feature', () => {
  const router = readFileSync(new URL('../app/router.tsx', import.meta.url), 'utf8');
  const paths = [...router.matchAll(/<Route path="(\/[^"]*)"/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(10);
  // The start page has no path of its own: it is what every other one shows.
  const screens = new Set(['', ...paths.map(screenOf)]);
  expect(Object.keys(partsOfScreens).sort()).toEqual([...screens].sort());
  const features = [...router.matchAll(/import\('\.\.\/features\/([\w-]+)\//g)];
  const known = new Set(features.map(([, feature]) => feature));
  const parts = new Set(Object.values(partsOfScreens).flat());
  expect([...parts].sort()).toEqual([...known].sort());
});

test('[SHELL3] a page may ask for a screen that there is, and for nothing else', () => {
  expect(isKeepWish({ type: 'keep', screen: 'play' })).toBe(true);
  const others = [null, 'keep', {}, { type: 'keep' }, { type: 'keep', screen: 'toString' }];
  for (const other of [...others, { type: 'drop', screen: 'play' }]) {
    expect(isKeepWish(other)).toBe(false);
  }
});
