/** Files made to do harm: refused in words or made harmless, and quickly. */
import { Findings } from '@trilogue/engine/interop/finding';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codes, loaded } from '../../engine/src/testing/import-draft.js';
import { CliError } from '../../server/src/cli/exit-codes.js';
import { htmlToMarkdown } from '../../server/src/cli/interop/html-to-markdown.js';
import { parseJson } from '../../server/src/cli/interop/json-source.js';
import { unzip } from '../../server/src/cli/interop/safe-zip.js';
import { readTable } from '../../server/src/cli/interop/table-source.js';
import { importBytes } from './support/read.js';
import { xlsxOf } from './support/spreadsheet.js';

const parsed = (text: string) => {
  const findings = new Findings();
  return {
    value: parseJson(text, 'file.json', findings),
    codes: findings.list().map(({ code }) => code),
  };
};
const table = (bytes: Uint8Array, name = 'file.xlsx', options = {}) =>
  readTable(bytes, name, options, new Findings());

/** In so many ms of the processor's time, of which a busy machine takes no more than an idle one. */
async function inTime<Value>(ms: number, work: () => Value): Promise<Awaited<Value>> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(ms);
  return value;
}

describe('JSON', () => {
  test('[IO19] with comments or missing commas is mended and told; worse is refused with its place', () => {
    expect(parsed('{"a": 1 "b": [1, 2,], /* x */ "c": 3}')).toEqual({
      value: { a: 1, b: [1, 2], c: 3 },
      codes: ['import/json-mended'],
    });
    expect(parsed('[1,\n2,]')).toEqual({ value: [1, 2], codes: ['import/json-mended'] });
    for (const [text, place] of [
      ['{"a": tru}', 'line 1, column 7'],
      ['{"a": "b', 'line 1, column 7'],
      ['[1, 2', 'line 1, column 6'],
      ['{}\n{}', 'line 2'],
      ['', 'a value is missing'],
      ['nonsense', 'line 1'],
    ] as const) {
      expect(() => parsed(text)).toThrow(CliError);
      expect(() => parsed(text)).toThrow(place);
    }
  });

  test('[IO19] as deep as a well, or with a million values, is refused at once', async () => {
    await inTime(2_000, () => {
      for (const text of [
        '['.repeat(2_000_000),
        '{"a":'.repeat(500_000),
        `${'['.repeat(101)}${']'.repeat(101)}`,
      ]) {
        expect(() => parsed(text)).toThrow('too deep');
      }
      expect(() => parsed(`[${'1,'.repeat(1_100_000)}1]`)).toThrow('values');
    });
  });

  test('[IO19] can’t reach into the machinery of objects, nor hide a field behind another', () => {
    const { value, codes: told } = parsed(
      '{"__proto__": {"isAdmin": true}, "a": {"constructor": 1, "b": 2}, "a": {"b": 3}}',
    );
    expect(value).toEqual({ a: { b: 3 } });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    expect(told).toEqual(['import/machinery-key', 'import/machinery-key', 'import/duplicate-key']);
  });

  test('[IO19] whose names are those of the machinery becomes a draft like any other', async () => {
    const flow = {
      type: 'bundle',
      objects: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((id, index, ids) => ({
        type: 'attack-action',
        id,
        name: id,
        technique_id: id,
        effect_refs: [ids[index + 1] ?? '__proto__'],
      })),
    };
    const result = await importBytes('attack-flow', strToU8(JSON.stringify(flow)), 'flow.json');
    expect(loaded(result).injects.map(({ id }) => id)).toEqual([
      'proto',
      'constructor',
      'tostring',
      'hasownproperty',
    ]);
  });
});

describe('a spreadsheet', () => {
  test('[IO19] that unfolds into gigabytes is refused before it does', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
    });
    expect(bomb.length).toBeLessThan(100_000);
    await inTime(2_000, () => expect(table(bomb)).rejects.toThrow('larger than'));
    const many = zipSync(
      Object.fromEntries(
        Array.from({ length: 600 }, (_, index) => [
          `xl/worksheets/sheet${index}.xml`,
          strToU8('x'),
        ]),
      ),
    );
    await expect(table(many)).rejects.toThrow('more than 500 entries');
  });

  test('[IO19] that lies about how large its parts are gives no more than it says', () => {
    const honest = zipSync({ 'a.xml': new Uint8Array(1_000_000).fill(65) });
    const liar = honest.slice();
    const directory = Buffer.from(liar).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(liar.buffer).setUint32(directory + 24, 10, true);
    expect(unzip(honest, 'x', () => true).files.get('a.xml')).toHaveLength(1_000_000);
    const read = (() => {
      try {
        return unzip(liar, 'x', () => true).files.get('a.xml')?.length ?? 0;
      } catch (error) {
        return error instanceof CliError ? 0 : -1;
      }
    })();
    expect(read).toBeGreaterThanOrEqual(0);
    expect(read).toBeLessThanOrEqual(10);
  });

  test('[IO19] with a cell at the end of the world, or more cells than anybody reads, is refused', async () => {
    const far = xlsxOf(
      '<row r="1"><c r="A1" t="str"><v>Title</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    );
    await inTime(1_000, () => expect(table(far)).rejects.toThrow('1048576 rows'));
    const wide = xlsxOf('<row r="1"><c r="XFD1"><v>1</v></c></row>');
    await expect(table(wide)).rejects.toThrow('16384 columns');
    const crowded = xlsxOf(`<row r="1">${'<c><v>1</v></c>'.repeat(450_000)}</row>`);
    await inTime(3_000, () => expect(table(crowded)).rejects.toThrow('cells'));
  });

  test('[IO19] that declares entities, is no archive, is old, or is something else, is refused in words', async () => {
    const entities = xlsxOf(
      '',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    );
    await expect(table(entities)).rejects.toThrow('document type');
    await expect(table(zipSync({ 'a.txt': strToU8('x') }))).rejects.toThrow('not of a spreadsheet');
    const wrong = xlsxOf('<row r="1"><c r="A1" t="b"><v>7</v></c></row>');
    await expect(table(wrong)).rejects.toThrow('row 1, col 1');
    await expect(table(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toThrow('password');
    await expect(table(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).rejects.toThrow(CliError);
    await expect(table(new Uint8Array([1, 2, 0, 3]))).rejects.toThrow('no text');
    await expect(table(new Uint8Array(0))).rejects.toThrow('empty');
    const sound = xlsxOf('<row r="1"><c r="A1" t="str"><v>Title</v></c></row>');
    await expect(table(sound, 'file.xlsx', { sheet: 'Plan' })).rejects.toThrow('it has "MSEL"');
  });
});

describe('a text table', () => {
  test('[IO8] is read in the encodings of its country', async () => {
    const words = '番号,件名\r\n1,港が止まった\r\n';
    // "番号,件名" and "1,港が止まった" as Japanese spreadsheet programs write them.
    const shiftJis = Uint8Array.from(
      Buffer.from('94d48d862c8c8f96bc0d0a312c8d6082aa8e7e82dc82c182bd0d0a', 'hex'),
    );
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(words, 'utf16le')]);
    for (const bytes of [strToU8(words), strToU8(`\uFEFF${words}`), shiftJis, utf16]) {
      const result = await importBytes('msel', bytes, 'liste.csv');
      expect(loaded(result).injects[0]?.title).toBe('港が止まった');
    }
    expect(codes(await importBytes('msel', shiftJis, 'liste.csv'))).toContain(
      'msel/encoding-guessed',
    );
    await expect(table(shiftJis, 'liste.csv', { encoding: 'klingon' })).rejects.toThrow(
      'no encoding',
    );
    await expect(table(shiftJis, 'liste.csv', { encoding: 'utf-8' })).rejects.toThrow(
      'it is not utf-8',
    );
  });

  test('[IO19] of separators only is refused, whatever they are', async () => {
    for (const sign of [',', ';', '\t', '"', '\n']) {
      await inTime(3_000, () =>
        expect(table(strToU8(sign.repeat(4_000_000)), 'x.csv')).rejects.toThrow(CliError),
      );
    }
  });
});

describe('HTML', () => {
  test('[IO18] becomes Markdown with nothing that acts or leads anywhere by itself', () => {
    const { markdown, leftOut } = htmlToMarkdown(
      '<h1>Alert</h1><p onclick="x()">Read <b>this</b> <a href="https://port.example/a">page</a>, <a href="javascript:alert(1)">not</a> &lt;script&gt;that&lt;/script&gt;</p>' +
        '<script>alert(1)</script><style>p{}</style><iframe src="https://evil.example"></iframe><svg onload=x><text>y</text></svg>' +
        '<ul><li>one<li>two</ul><img src="https://evil.example/t.gif" alt="A map"><form><input value="a"><button>Go</button></form><!-- secret --><table><tr><td>a</td><td>b</td></tr></table>',
    );
    for (const kept of [
      'Alert',
      '**this**',
      '[page](https://port.example/a)',
      'not',
      'one',
      'two',
      'A map',
      '\\<script>that',
    ])
      expect(markdown).toContain(kept);
    expect(markdown).not.toMatch(
      /alert\(1\)|evil\.example|secret|onclick|javascript:|(?<!\\)<[a-z/!]/i,
    );
    expect(leftOut.join(', ')).toMatch(
      /script.*style sheet.*embedded page.*drawing.*picture.*form field/,
    );
  });

  test.each([
    ['paragraphs', '<p>hello <b>world</b></p>'.repeat(30_000)],
    [
      'a picture in the text',
      `<p>a</p><img src="data:image/png;base64,${'A'.repeat(800_000)}"><p>b</p>`,
    ],
    ['boxes in boxes', '<div>'.repeat(160_000)],
    ['lists in lists', '<ul><li>'.repeat(80_000)],
    ['bold italics', '<b><i>'.repeat(120_000)],
    ['angles', '<'.repeat(800_000)],
    ['tags that don’t end', '<a '.repeat(260_000)],
    ['quotes that don’t end', '<a href="'.repeat(80_000)],
    ['quotes of both kinds', `<a '">`.repeat(130_000)],
    ['comments', '<!--'.repeat(200_000)],
    ['scripts', '<script>'.repeat(100_000)],
    ['ends of scripts', '</script '.repeat(80_000)],
    ['attributes', `<p ${'a="b" '.repeat(130_000)}>x</p>`],
    ['rows', `<table>${'<tr><td>a|b</td></tr>'.repeat(40_000)}</table>`],
    ['spaces', `<b>${' '.repeat(800_000)}</b>`],
    ['stars', `<p>${'*_`[#'.repeat(160_000)}</p>`],
    ['lines', '<br>'.repeat(200_000)],
    ['entities', '&lt;'.repeat(200_000)],
    ['quotations', '<blockquote>'.repeat(70_000)],
    ['code', `<pre><code>${'a\n'.repeat(400_000)}`],
  ])('[IO18] of 800,000 characters of %s takes no time', async (_, html) => {
    const { markdown } = await inTime(2_500, () => htmlToMarkdown(html));
    expect(markdown.length).toBeLessThan(250_000);
  });

  test('[IO18] in a field of a list or an export is converted and told', async () => {
    const html = `<p>Dear <b>team</b></p><script>x</script>${'<p>line</p>'.repeat(70_000)}`;
    const csv = `Title,Message\r\nA,"${html}"\r\n`;
    const result = await inTime(5_000, () => importBytes('msel', strToU8(csv), 'x.csv'));
    expect(String(loaded(result).injects[0]?.body)).toMatch(/^Dear \*\*team\*\*/);
    expect(codes(result)).toEqual(
      expect.arrayContaining(['import/html-converted', 'import/html-left-out', 'import/text-cut']),
    );
  });
});
