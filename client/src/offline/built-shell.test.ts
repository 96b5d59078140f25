import { expect, test } from 'vitest';
import { type BuiltChunk, listShell } from './built-shell';

const file = (name: string, wish: Partial<BuiltChunk> = {}): BuiltChunk => ({
  fileName: `assets/${name}.js`,
  isEntry: false,
  facadeModuleId: null,
  imports: [],
  dynamicImports: [],
  files: [],
  ...wish,
});
const source = (path: string) => ({ facadeModuleId: `/home/work/client/src/${path}` });
const js = (...names: string[]) => names.map((name) => `assets/${name}.js`);

const words = [
  ...['en', 'ja'].map((tag) => file(`common-${tag}`, source(`i18n/common/${tag}.json`))),
  ...['en', 'ja'].map((tag) => file(`play-${tag}`, source(`features/player/i18n/${tag}.json`))),
  file('exchange-ja', source('features/player/exchange/i18n/ja.json')),
  file('wall-ja', source('features/observer/i18n/ja.json')),
];
const built = [
  file('index', {
    isEntry: true,
    imports: js('basics'),
    dynamicImports: js('player', 'observer', 'common-en', 'play-en', 'wall-ja'),
    files: ['assets/index.css'],
  }),
  file('basics', { files: ['assets/basics.css', 'robots.txt'] }),
  file('player', {
    ...source('features/player/player-page.tsx'),
    imports: js('index', 'basics', 'shared'),
    dynamicImports: js('messages'),
    files: ['assets/player.css'],
  }),
  file('messages', { ...source('features/player/messages/messages-panel.tsx') }),
  file('shared', { dynamicImports: js('map') }),
  file('map', { ...source('ui/world-map/world-map.tsx'), imports: js('countries') }),
  file('countries'),
  file('observer', { ...source('features/observer/observer-page.tsx'), imports: js('shared') }),
  ...words,
];

test('[SHELL4] each part lists all it is made of: its files, what they share, its words in every language', () => {
  const shell = listShell(built, 'v1');
  const named = (part: string) => shell.parts[part]?.map((path) => path.replace('/assets/', ''));
  expect(shell).toMatchObject({ version: 'v1', entry: '/assets/index.js' });
  expect(named('start')).toEqual([
    ...['basics.css', 'basics.js', 'common-en.js', 'common-ja.js', 'index.css', 'index.js'],
  ]);
  expect(named('player')).toEqual([
    ...['countries.js', 'exchange-ja.js', 'map.js', 'messages.js', 'play-en.js', 'play-ja.js'],
    ...['player.css', 'player.js', 'shared.js'],
  ]);
  expect(named('observer')).toEqual([
    ...['countries.js', 'map.js', 'observer.js', 'shared.js', 'wall-ja.js'],
  ]);
  expect(Object.keys(shell.parts).sort()).toEqual(['observer', 'player', 'start']);
});

test('[SHELL4] a build on Windows lists the same', () => {
  const onWindows = built.map((chunk) => ({
    ...chunk,
    facadeModuleId: chunk.facadeModuleId?.replaceAll('/', '\\') ?? null,
  }));
  expect(listShell(onWindows, 'v1')).toEqual(listShell(built, 'v1'));
});

test('[SHELL4] a part that another one leads to is not counted among its own', () => {
  const crossing = built.map((chunk) =>
    chunk.fileName === 'assets/shared.js'
      ? { ...chunk, dynamicImports: js('map', 'observer', 'wall-ja') }
      : chunk,
  );
  expect(listShell(crossing, 'v1').parts.player).toEqual(listShell(built, 'v1').parts.player);
  expect(() => listShell(built.slice(1), 'v1')).toThrow('no entry');
});
