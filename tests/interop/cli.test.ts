/** `trilogue import` and `trilogue export` as a person runs them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { Command, CommanderError } from 'commander';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { stixBundle } from '../../engine/src/testing/flow-sketch.js';
import { CliError } from '../../server/src/cli/exit-codes.js';
import { registerExport } from '../../server/src/cli/export-command.js';
import { registerImport } from '../../server/src/cli/import-command.js';

const scratch = mkdtempSync(join(tmpdir(), 'trilogue-interop-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const at = (name: string) => join(scratch, name);
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** What it wrote, and its exit code. */
async function trilogue(...words: string[]): Promise<{ code: number; out: string; told: string }> {
  const said = { out: '', told: '' };
  const keep = (where: keyof typeof said) => (text: string | Uint8Array) => {
    said[where] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('told'));
  const program = new Command('trilogue').exitOverride();
  registerImport(program);
  registerExport(program);
  let code = 0;
  try {
    await program.parseAsync(words, { from: 'user' });
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof CliError || error instanceof CommanderError)) throw error;
    code = error.exitCode;
    said.told += error.message;
  } finally {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  }
  return { code, ...said };
}

const csv = 'Time,Title,To,Options\r\n09:00,It begins,CERT,\r\n???,Pay?,Port,yes | no\r\n';
const flow = JSON.stringify(stixBundle([{ id: 'a', kind: 'action', technique: 'T1486' }]));

describe('trilogue import', () => {
  test('[IO21] writes the draft to standard output or a file, and what it found to standard error or a file', async () => {
    const list = file('drill.csv', csv);
    const first = await trilogue('import', 'msel', list);
    expect(first.code).toBe(0);
    expect(loadScenario(first.out).ok).toBe(true);
    expect(JSON.parse(first.out)).toMatchObject({ id: 'drill' });
    expect(first.told).toMatch(/warning msel\/time-unreadable at row 3, column A: “\?\?\?”/);
    expect(first.told).toMatch(/A draft was made .*2 injects.*: 0 errors, 1 warning, \d+ notes/);
    const second = await trilogue(
      'import',
      'msel',
      list,
      '--out',
      at('draft.json'),
      '--findings',
      at('found.json'),
      '--format',
      'json',
      '--id',
      'my-drill',
      '--title',
      'Mine',
    );
    expect(second.out).toBe('');
    expect(loadScenario(readFileSync(at('draft.json'), 'utf8'))).toMatchObject({
      ok: true,
      scenario: { id: 'my-drill', title: 'Mine' },
    });
    const found = JSON.parse(readFileSync(at('found.json'), 'utf8'));
    expect(found).toMatchObject({ scenario: 'my-drill', counts: { events: 2 } });
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        code: 'msel/time-unreadable',
        severity: 'warning',
        where: 'row 3, column A',
      }),
    );
  });

  test('[IO21] ends with 0 when a draft was made, 1 when not or when asked to, 2 when it was asked wrongly', async () => {
    const list = file('drill.csv', csv);
    const cases: readonly (readonly [number, readonly string[]])[] = [
      [0, ['msel', list]],
      [1, ['msel', list, '--fail-on', 'warning']],
      [1, ['msel', file('empty.csv', 'Title,Time\r\n')]],
      [1, ['attack-flow', file('none.json', '{"type": "bundle", "objects": []}')]],
      [2, ['attack-flow', file('other.json', '{}')]],
      [2, ['cexf', file('broken.json', '{"exercise": ')]],
      [2, ['openaev', at('nowhere.json')]],
      [2, ['msel', list, '--map', 'titel=C']],
      [2, ['msel', list, '--map', 'title']],
      [2, ['msel', list, '--sheet', 'Plan']],
      [2, ['msel', list, '--starts-at', 'soon']],
      [2, ['msel', list, '--play-minutes', '3']],
    ];
    for (const [code, words] of cases) {
      const { code: ended, told } = await trilogue('import', ...words);
      // Of commander's own complaints the tool makes 2.
      expect([words, told.includes('error: option') ? 2 : ended]).toEqual([words, code]);
    }
  });

  test('[IO11] --dry-run tells columns and rows, and makes nothing', async () => {
    const list = file('drill.csv', csv);
    const text = await trilogue('import', 'msel', list, '--dry-run');
    expect(text.out).toMatch(/Columns, by the headings in row 1:\n {2}A +time {2}← Time/);
    expect(text.out).toMatch(/row 3\n.* {4}warning msel\/time-unreadable in column A: “\?\?\?”/s);
    expect(text.out).toMatch(
      /2 events in 2 rows: 0 errors, 1 warning, \d+ notes\. Nothing was made\.\n$/,
    );
    expect(text.told).toBe('');
    const json = JSON.parse(
      (await trilogue('import', 'msel', list, '--dry-run', '--format', 'json')).out,
    );
    expect(json).toMatchObject({
      headerRow: 1,
      by: 'headings',
      columns: [{ column: 'A', heading: 'Time', field: 'time' }, {}, {}, {}],
      counts: { events: 2 },
    });
    expect(json.rows.map(({ row }: { row: string }) => row)).toEqual(['row 2', 'row 3']);
    const wrong = await trilogue(
      'import',
      'msel',
      file('wrong.csv', '09:00\r\n10:00\r\n'),
      '--dry-run',
    );
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.out).toContain('error msel/nothing-recognised');
  });

  test('[IO8] takes columns as they are asked for, and lists without headings', async () => {
    const list = file('bare.csv', '09:00;Los geht’s;Anna\r\n09:10;Weiter;Ben\r\n');
    const { out } = await trilogue(
      'import',
      'msel',
      list,
      '--no-header',
      '--map',
      'time=A,title=B',
      '--map',
      'to=C',
    );
    expect(
      JSON.parse(out).injects.map(({ title, to }: { title: string; to: string[] }) => [title, to]),
    ).toEqual([
      ['Los geht’s', ['anna']],
      ['Weiter', ['ben']],
    ]);
  });

  test('[IO14] reads an OpenAEV export out of its zip', async () => {
    const json = JSON.stringify({
      exercise_information: { exercise_name: 'Zipped' },
      exercise_injects: [],
    });
    const zip = file(
      'export.zip',
      zipSync({ 'export.json': strToU8(json), 'logo.png': new Uint8Array(4) }),
    );
    const { out, told } = await trilogue('import', 'openaev', zip);
    expect(JSON.parse(out).title).toBe('Zipped');
    expect(told).toContain('import/zip-entries');
    expect(
      await trilogue(
        'import',
        'openaev',
        file('two.zip', zipSync({ 'a.json': strToU8('{}'), 'b.json': strToU8('{}') })),
      ),
    ).toMatchObject({ code: 2 });
  });

  test('[IO21] has help with examples for every form', async () => {
    for (const form of ['attack-flow', 'msel', 'openaev', 'cexf']) {
      const { out } = await trilogue('import', form, '--help');
      expect(out).toMatch(new RegExp(`Examples?:\\n  \\$ trilogue import ${form} `));
    }
    expect((await trilogue('export', 'msel', '--help')).out).toMatch(
      /Examples:\n {2}\$ trilogue export msel /,
    );
  });
});

describe('trilogue export', () => {
  test('[IO21] writes a list that the import reads back', async () => {
    const draft = at('scenario.json');
    await trilogue('import', 'attack-flow', file('flow.json', flow), '--out', draft);
    for (const format of ['xlsx', 'csv', 'json']) {
      const list = at(`list.${format}`);
      const { code, told } = await trilogue(
        'export',
        'msel',
        draft,
        '--format',
        format,
        '--out',
        list,
      );
      expect([code, told]).toEqual([0, expect.stringMatching(/1 events were written/)]);
      const { out } = await trilogue('import', 'msel', list);
      expect(JSON.parse(out).injects[0]).toMatchObject({
        id: 'a',
        number: '1',
        title: 'a',
        attack: ['T1486'],
      });
    }
    expect(
      (await trilogue('export', 'msel', draft, '--format', 'csv', '--lang', 'ja')).out,
    ).toMatch(/^\uFEFF番号,/);
    const quiet = await trilogue(
      'export',
      'msel',
      draft,
      '--out',
      at('q.xlsx'),
      '--findings',
      at('q.json'),
    );
    expect(quiet).toEqual({ code: 0, out: '', told: '' });
    expect(JSON.parse(readFileSync(at('q.json'), 'utf8'))).toMatchObject({ rows: 1 });
    expect(await trilogue('export', 'msel', draft)).toMatchObject({ code: 2 });
    expect(
      await trilogue('export', 'msel', file('bad.json', '{}'), '--out', at('x.xlsx')),
    ).toMatchObject({ code: 2 });
  });
});
