/** A list of people from a spreadsheet: name, table and language of each, or what is wrong in which line. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { unguardCell } from '@trilogue/engine/interop/msel/cell-guard';
import type { RosterPreview, RosterProblem, RosterRow } from '@trilogue/engine/protocol/entry';
import { mostNamed } from '@trilogue/engine/protocol/entry-limits';
import { personName } from '@trilogue/engine/protocol/http';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { nearest } from '@trilogue/engine/scenario/errors';
import Papa from 'papaparse';
import type { Scope } from '../auth/scope.js';
import { isCast } from '../auth/standing.js';
import { nameKey } from './names.js';

type Column = 'name' | 'table' | 'language' | 'ignored';

/** What a column may be called, in the languages that the interface speaks. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  name: [
    ...['name', 'full name', 'person', 'participant', 'player'],
    ...['氏名', '名前', 'お名前', '参加者', '参加者名', '参加者氏名'],
    ...['pangalan', 'buong pangalan', 'kalahok'],
  ],
  table: [
    ...['table', 'team', 'group', '卓', '卓名', 'テーブル', 'チーム', '班', 'グループ'],
    ...['mesa', 'grupo'],
  ],
  language: ['language', 'lang', '言語', '使用言語', 'wika'],
  // What our own list has besides, so that it can be brought back.
  ignored: ['code', 'link', 'url', '参加コード', 'コード', 'リンク'],
};
const languageNames: Readonly<Record<string, readonly string[]>> = {
  en: ['en', 'english', '英語', 'ingles'],
  ja: ['ja', 'jp', 'japanese', '日本語', 'nihongo', 'hapon'],
  fil: ['fil', 'ph', 'tl', 'filipino', 'tagalog', 'フィリピン語', 'フィリピノ語', 'タガログ語'],
};
/** After so many nobody reads on. */
const mostProblems = 100;

/** @param known seats that are kept for somebody already */
export function readRoster(
  text: string,
  state: ExerciseState,
  scope: Scope,
  known: readonly { readonly personName: string | null; readonly tableId: TableId | null }[],
): RosterPreview {
  const lines = linesOf(text);
  const head = lines[0];
  if (head === undefined) return failed('roster/empty', null, '');
  const tables = tableNames(state);
  const { columns, problems } = readHead(head, tables.size === 1);
  if (problems.length > 0) return { rows: [], problems: problems.slice(0, mostProblems) };
  const rows: RosterRow[] = [];
  const firstLines = new Map<string, number>();
  const seats = new Set(
    known.map(({ personName: name, tableId }) => `${tableId} ${nameKey(name ?? '')}`),
  );
  for (const { line, cells } of lines.slice(1)) {
    const cell = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
    const name = readName(cell('name'), line);
    const tableId = readTable(cell('table'), line, { state, scope, tables });
    const language = readLanguage(cell('language'), line);
    const found = [name, tableId, language].filter((part) => isProblem(part));
    problems.push(...found);
    if (isProblem(name) || isProblem(tableId) || isProblem(language)) continue;
    const key = `${tableId} ${nameKey(name)}`;
    const before = firstLines.get(key);
    if (before !== undefined) problems.push(problem('roster/twice', line, name, String(before)));
    firstLines.set(key, line);
    rows.push({ line, name, tableId, language, isKnown: seats.has(key) });
  }
  if (rows.length === 0 && problems.length === 0) return failed('roster/empty', null, '');
  const added = rows.filter(({ isKnown }) => !isKnown).length;
  if (known.length + added > mostNamed) {
    problems.unshift(problem('roster/too-many', null, String(mostNamed)));
  }
  return { rows, problems: problems.slice(0, mostProblems) };
}

interface Line {
  /** Of the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines in which something stands. Separators are found out: spreadsheets write what their country does. */
function linesOf(text: string): Line[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { header: false });
  let line = 1;
  return data.flatMap((cells) => {
    const at = line;
    line += 1 + cells.join('').split('\n').length - 1;
    return cells.some((cell) => cell.trim() !== '') ? [{ line: at, cells }] : [];
  });
}

function readHead({ line, cells }: Line, isOneTable: boolean) {
  const columns = new Map<Column, number>();
  const problems: RosterProblem[] = [];
  const all = Object.entries(columnNames) as [Column, readonly string[]][];
  for (const [index, cell] of cells.entries()) {
    const key = nameKey(cell);
    if (key === '') continue;
    const [column] = all.find(([, names]) => names.includes(key)) ?? [];
    if (column === undefined) problems.push(problem('roster/unknown-column', line, shown(cell)));
    else if (!columns.has(column)) columns.set(column, index);
  }
  // A file without a heading is told so once, not column by column.
  if (!columns.has('name'))
    return { columns, problems: [problem('roster/no-name-column', line, '')] };
  if (!columns.has('table') && !isOneTable) {
    problems.unshift(problem('roster/no-table-column', line, ''));
  }
  return { columns, problems };
}

function readName(cell: string, line: number): string | RosterProblem {
  // Our own list keeps spreadsheets from taking a name for a formula.
  const text = unguardCell(cell).replace(/\s+/g, ' ');
  if (text === '') return problem('roster/no-name', line, '');
  const parsed = personName.safeParse(text);
  return parsed.success ? parsed.data : problem('roster/bad-name', line, shown(text));
}

interface Places {
  readonly state: ExerciseState;
  readonly scope: Scope;
  readonly tables: ReadonlyMap<TableId, readonly string[]>;
}

function readTable(cell: string, line: number, { state, scope, tables }: Places) {
  const [only] = [...tables.keys()];
  if (cell === '') {
    if (tables.size === 1 && only !== undefined) return only;
    return problem('roster/no-table', line, '');
  }
  const key = nameKey(cell);
  const called = [...tables].filter(([, names]) => names.some((name) => nameKey(name) === key));
  const [found] = called;
  if (called.length === 1 && found !== undefined) {
    const [tableId] = found;
    return scope.has(state, tableId) ? tableId : problem('roster/not-your-table', line, cell);
  }
  // As it is called, rather than by its id.
  const names = new Map(
    [...tables.values()]
      .flat()
      .reverse()
      .map((name) => [nameKey(name), name]),
  );
  const near = names.get(nearest(key, names.keys()) ?? '') ?? null;
  return problem('roster/unknown-table', line, shown(cell), near);
}

function readLanguage(cell: string, line: number): string | null | RosterProblem {
  if (cell === '') return null;
  const key = nameKey(cell);
  const [tag] = Object.entries(languageNames).find(([, names]) => names.includes(key)) ?? [];
  return tag ?? problem('roster/unknown-language', line, shown(cell));
}

/** What each table answers to: its name, its id, its nation in any language, its only team. */
function tableNames(state: ExerciseState): ReadonlyMap<TableId, readonly string[]> {
  const { scenario, teams } = state.playbook;
  const nations = scenario.parties.map(({ name }) => wordsOf(name));
  return new Map(
    state.casting.tables
      .filter(({ tableId }) => isCast(state, tableId))
      .map(({ tableId, name, teamIds }) => {
        const nation = nations.find((names) => names.includes(name)) ?? [];
        const [team] = teamIds;
        const only = teamIds.length === 1 && team !== undefined ? teams.get(team) : undefined;
        const names = [name, ...nation, ...(only === undefined ? [] : wordsOf(only.name)), tableId];
        return [tableId, [...new Set(names)]];
      }),
  );
}

function wordsOf(text: string | Readonly<Record<string, string | undefined>>): readonly string[] {
  if (typeof text === 'string') return [text];
  return Object.values(text).filter((word) => word !== undefined);
}

/** As much of a cell as is told back, in characters. */
function shown(cell: string): string {
  return cell.trim().slice(0, 80);
}

function isProblem<Value>(part: Value | RosterProblem): part is RosterProblem {
  return typeof part === 'object' && part !== null && 'code' in part;
}

function problem(
  code: RosterProblem['code'],
  line: number | null,
  text: string,
  suggestion: string | null = null,
): RosterProblem {
  return { code, line, text, suggestion };
}

function failed(code: RosterProblem['code'], line: number | null, text: string): RosterPreview {
  return { rows: [], problems: [problem(code, line, text)] };
}
