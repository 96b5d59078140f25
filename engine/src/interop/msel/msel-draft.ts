/** From a table of events to a draft scenario. */
import { Draft, type DraftInject, type ImportResult, type ImportSettings } from '../draft.js';
import { quote } from '../finding.js';
import type { HtmlReader } from '../html.js';
import { Tally } from '../tally.js';
import { type MselEntry, readEntries } from './msel-entries.js';
import { makeInjects } from './msel-injects.js';
import { type MappingWish, type MselMapping, mapColumns } from './msel-mapping.js';
import { MselPeople } from './msel-people.js';
import { placeEvents } from './msel-phases.js';
import { settleTriggers } from './msel-release.js';
import { isBlankCell, type Table } from './table.js';

export interface MselResult extends ImportResult {
  readonly mapping: MselMapping;
  readonly form: Table['form'];
}

/**
 * Findings: those of mapping, reading, placing and triggers, and `msel/same-message`.
 * `wish` overrides what is guessed about the columns.
 */
export function importMsel(
  table: Table,
  wish: MappingWish,
  settings: ImportSettings,
  html: HtmlReader,
): MselResult {
  const draft = new Draft(settings);
  const { findings } = draft;
  const mapping = mapColumns(table, wish, findings);
  const entries = findings.hasErrors ? [] : readEntries(table, mapping, html, findings);
  if (!findings.hasErrors) fillDraft(draft, entries, mapping);
  const { injects, teams, contacts, phases } = draft.parts;
  const counts = {
    rows: table.rows
      .slice(mapping.headerRow === null ? 0 : mapping.headerRow + 1)
      .filter((row) => !row.every((cell) => isBlankCell(cell))).length,
    events: entries.length,
    injects: injects.length,
    teams: teams.length,
    contacts: contacts.length,
    phases: phases.length,
  };
  return { ...draft.finish(counts), mapping, form: table.form };
}

function fillDraft(draft: Draft, entries: readonly MselEntry[], mapping: MselMapping): void {
  const tally = new Tally();
  const isOwn = [...mapping.columns.values()].includes('injectKey');
  const people = new MselPeople(draft, entries, tally);
  const places = placeEvents(draft, entries, tally);
  draft.parts.injects.push(...makeInjects(entries, places, { draft, people, tally, isOwn }));
  people.complete();
  settleTriggers(draft, entries, people);
  tellSameMessages(draft.parts.injects, entries, draft);
  tally.tell(draft.findings);
}

/** One message to several recipients is often written as a row for each. */
function tellSameMessages(
  injects: readonly DraftInject[],
  entries: readonly MselEntry[],
  { findings }: Draft,
): void {
  const groups = new Map<string, number[]>();
  injects.forEach(({ title, body, from, phase, release }, index) => {
    const key = JSON.stringify([title, body, from, phase, release]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const where = group.slice(0, 10).map((index) => entries[index]?.where ?? '');
    findings.note(
      'msel/same-message',
      where.join('; '),
      `${quote(String(injects[group[0] ?? 0]?.title ?? ''))} at the same time from the same sender`,
      'each is an inject of its own; one with several recipients would do',
    );
  }
}
