import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstLanguage } from './index';
import { wordedCodes } from './worded-codes';

type Words = { readonly [key: string]: string | Words };

const source = new URL('..', import.meta.url).pathname;
const languages = ['en', 'ja', 'fil'] as const;
const namespaces: Record<string, string> = { common: join(source, 'i18n/common') };
const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, join(folder, name)] as const);
const features = foldersIn(join(source, 'features'));
/** Features, and parts of them whose words are loaded later. */
for (const [name, folder] of [...features, ...features.flatMap(([, path]) => foldersIn(path))]) {
  if (readdirSync(folder).includes('i18n')) namespaces[name] = join(folder, 'i18n');
}

const flatten = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
const read = (folder: string, language: string) =>
  new Map(flatten(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))));
/** Languages have different plural forms; the word is the same. */
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keysOf = (words: Map<string, string>) => [...new Set([...words.keys()].map(singular))].sort();
const placeholders = (text: string) => [...text.matchAll(/{{(\w+)/g)].map(([, name]) => name);

describe.each(Object.entries(namespaces))('words of %s', (namespace, folder) => {
  const english = read(folder, 'en');
  test.each(languages)('[WORD1] %s has every key and no empty text', (language) => {
    const words = read(folder, language);
    expect(keysOf(words)).toEqual(keysOf(english));
    expect([...words].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(languages)('[WORD2] %s uses the placeholders of the English text', (language) => {
    const names = (words: Map<string, string>) => {
      const found = new Map<string, Set<string | undefined>>();
      for (const [key, text] of words) {
        const known = found.get(singular(key)) ?? new Set();
        for (const name of placeholders(text)) known.add(name);
        found.set(singular(key), known);
      }
      return found;
    };
    const expected = names(english);
    for (const [key, found] of names(read(folder, language))) {
      for (const name of found) expect(expected.get(key), `${namespace}:${key}`).toContain(name);
    }
  });
});

test('[WORD3] every refusal has words', () => {
  const words = read(join(source, 'i18n/common'), 'en');
  const missing = wordedCodes.filter((code) => !words.has(`rejections.${code}`));
  expect(missing).toEqual([]);
});

describe('keys in the source', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : /(?<!\.test)\.tsx?$/.test(path) ? [path] : [];
    });
  const all = Object.fromEntries(
    Object.entries(namespaces).map(([name, folder]) => [name, new Set(keysOf(read(folder, 'en')))]),
  );
  test('[WORD4] every literal key that a screen asks for exists', () => {
    const missing: string[] = [];
    for (const path of files(source)) {
      const text = readFileSync(path, 'utf8');
      // What is handed `t` instead of taking it speaks its feature's words.
      const feature = /features\/(\w+)\//.exec(path)?.[1];
      const own = /useTranslation\(\[?'(\w+)'/.exec(text)?.[1] ?? feature;
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([\w:./-]+)'/g)) {
        const [namespace = '', name = ''] = key.includes(':') ? key.split(':') : [own, key];
        const isKnown = all[namespace]?.has(name) || all.common?.has(name);
        if (!isKnown) missing.push(`${path.slice(source.length)} ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

test('[WORD5] the stored language wins, then the browser’s first that is spoken, then English', () => {
  expect(firstLanguage('ja', ['en'])).toBe('ja');
  expect(firstLanguage(null, ['de', 'fil-PH', 'en'])).toBe('fil');
  expect(firstLanguage(null, ['tl-PH'])).toBe('fil');
  expect(firstLanguage('xx', ['de'])).toBe('en');
});
