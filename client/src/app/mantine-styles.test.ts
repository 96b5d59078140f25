import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = new URL('..', import.meta.url).pathname;
const mantine = join(source, '../node_modules/@mantine/core');
const esm = join(mantine, 'esm');

const listed = [
  ...readFileSync(join(source, 'app/mantine.css'), 'utf8').matchAll(/styles\/([\w-]+)\.css/g),
].map(([, name = '']) => name);

/** Every file of styles that the components on our screens, and those inside them, take classes from. */
function needed(): string[] {
  const index = readFileSync(join(esm, 'index.mjs'), 'utf8');
  const homes = new Map<string, string>();
  for (const [, names = '', path = ''] of index.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)) {
    for (const name of names.split(',')) {
      const [exported = '', local = exported] = name.trim().split(' as ');
      homes.set(local, join(esm, path));
    }
  }
  const used = new Set<string>();
  for (const path of sources(source)) {
    const text = readFileSync(path, 'utf8');
    for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of names.split(',')) {
        if (!name.trim().startsWith('type ')) used.add(name.trim().split(' as ')[0] ?? '');
      }
    }
  }
  const open = [...used].map((name) => homes.get(name)).filter((path) => path !== undefined);
  // The toasts have styles of their own, and are made of these.
  open.push(...['Notification', 'Box', 'Portal'].map((name) => homes.get(name) ?? ''));
  const seen = new Set<string>();
  const styles = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || !existsSync(path)) continue;
    seen.add(path);
    const name = /\/([\w-]+)\.module\.mjs$/.exec(path)?.[1];
    if (name !== undefined) styles.add(name);
    for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
      open.push(join(dirname(path), to));
    }
  }
  return [...styles].filter((name) => existsSync(join(mantine, 'styles', `${name}.css`)));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(path) ? [path] : [];
  });
}

describe('app/mantine.css', () => {
  test('[STYLE1] brings the styles of every component that a screen is made of', () => {
    const names = needed();
    expect(names).toContain('UnstyledButton');
    expect(names.filter((name) => !listed.includes(name))).toEqual([]);
  });

  test('[STYLE2] keeps the order of the whole file, where later ones build on earlier ones', () => {
    const whole = readFileSync(join(mantine, 'styles.css'), 'utf8');
    const placeOf = (name: string) =>
      whole.indexOf(readFileSync(join(mantine, 'styles', `${name}.css`), 'utf8').slice(0, 200));
    expect(listed).toEqual([...listed].sort((a, b) => placeOf(a) - placeOf(b)));
  });
});
