/** JSON files of unknown making: mended where a comma is all that is wrong, refused in words else. */
import type { Findings } from '@trilogue/engine/interop/finding';
import { importLimits } from '@trilogue/engine/interop/import-limits';
import { type Node, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { CliError } from '../exit-codes.js';

/** Names that would reach into the machinery of objects. */
const machinery = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Findings: `import/json-mended`, `import/duplicate-key`, `import/machinery-key`.
 * @throws CliError where it is no JSON, too deep, or too large, with the place
 */
export function parseJson(text: string, path: string, findings: Findings): unknown {
  const json = text.replace(/^\uFEFF/, '');
  checkSize(json, path);
  const value = parse(json, path, findings);
  return hasOddKeys(json, findings) ? withoutMachinery(value) : value;
}

/** Depth and number of values, told from the text: no parser has to get through it first. */
function checkSize(json: string, path: string): void {
  let depth = 0;
  let values = 1;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isInText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isInText = false;
      continue;
    }
    if (code === 0x22) isInText = true;
    else if (code === 0x2c) values++;
    else if (code === 0x5b || code === 0x7b) {
      values++;
      if (++depth > importLimits.nesting) {
        throw new CliError(
          `${path}: ${placeOf(json, at)}: objects and lists stand too deep inside each other; at most ${importLimits.nesting} levels are read`,
        );
      }
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  if (values > importLimits.values) {
    throw new CliError(`${path}: about ${values} values; at most ${importLimits.values} are read`);
  }
}

function parse(json: string, path: string, findings: Findings): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return mend(json, path, findings);
  }
}

const mendable = new Set(['CommaExpected', 'InvalidCommentToken']);

/** Missing and trailing commas and comments are common in files written by hand. */
function mend(json: string, path: string, findings: Findings): unknown {
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true, disallowComments: false });
  const fatal = errors.filter(({ error }) => !mendable.has(printParseErrorCode(error)));
  if (root === undefined || fatal.length > 0 || !isWhole(json, root)) {
    const told = fatal
      .slice(0, 5)
      .map(({ error, offset }) => `${placeOf(json, offset)}: ${wordsFor(error)}`);
    throw new CliError(
      `${path}: it is not JSON\n${told.map((line) => `  ${line}`).join('\n') || '  it is empty'}`,
    );
  }
  for (const { offset } of errors.slice(0, 50)) {
    findings.warn(
      'import/json-mended',
      placeOf(json, offset),
      'a comma is missing',
      'it was read as if it were there',
    );
  }
  if (errors.length === 0) {
    findings.warn(
      'import/json-mended',
      '',
      'there are comments or commas too many',
      'they were passed over',
    );
  }
  return valueAt(root);
}

function isWhole(json: string, root: Node): boolean {
  return !/[^\s,]/.test(
    json.slice(root.offset + root.length).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, ''),
  );
}

/** Depth is bounded by then. */
function valueAt(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueAt);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key === undefined || value === undefined ? [] : [[String(key.value), valueAt(value)]];
    }),
  );
}

function wordsFor(error: number): string {
  const words: Readonly<Record<string, string>> = {
    InvalidSymbol: 'a word that is no JSON',
    UnexpectedEndOfString: 'a text does not end',
    InvalidCharacter: 'a sign that may not stand in a text',
    CloseBraceExpected: '"}" is missing',
    CloseBracketExpected: '"]" is missing',
    ColonExpected: '":" is missing',
    PropertyNameExpected: 'the name of a field is missing',
    ValueExpected: 'a value is missing',
    EndOfFileExpected: 'there is more after the end',
  };
  const name = printParseErrorCode(error);
  return words[name] ?? name;
}

function placeOf(json: string, offset: number): string {
  const before = json.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}

/** Tells keys that stand twice, of which JSON keeps the last, and those of the machinery. */
function hasOddKeys(json: string, findings: Findings): boolean {
  const open: Set<string>[] = [];
  let isOdd = false;
  let twice = 0;
  visit(json, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, offset) => {
      if (machinery.has(name)) {
        isOdd = true;
        findings.warn(
          'import/machinery-key',
          placeOf(json, offset),
          `a field named "${name}"`,
          'it was left out',
        );
      }
      const names = open.at(-1);
      if (names?.has(name) && ++twice <= 50) {
        findings.warn(
          'import/duplicate-key',
          placeOf(json, offset),
          `the field "${name.slice(0, 60)}" stands twice in one object`,
          'the last was kept',
        );
      }
      names?.add(name);
    },
  });
  return isOdd;
}

function withoutMachinery(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMachinery);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      machinery.has(key) ? [] : [[key, withoutMachinery(inner)]],
    ),
  );
}
