/** What makes each event of a list go out, once all events are known. */
import type { Draft, DraftInject } from '../draft.js';
import { quote } from '../finding.js';
import type { MselEntry } from './msel-entries.js';
import type { MselPeople } from './msel-people.js';
import { addStubs, type Known } from './msel-stubs.js';
import { readTrigger, type TriggerFile } from './msel-triggers.js';

/**
 * Reads the trigger column. What can't be, or can't hold in this draft, leaves the event at its time.
 * Findings: `msel/trigger-unreadable`, `msel/trigger-impossible`, `msel/stub-made`.
 */
export function settleTriggers(
  draft: Draft,
  entries: readonly MselEntry[],
  people: MselPeople,
): void {
  const { injects, parties, teams, contacts, phases } = draft.parts;
  const byNumber = new Map(injects.map(({ id, number }) => [number, id]));
  const known: Known = {
    injects: new Map(
      injects.map(({ id, choices }) => [
        id,
        { choices: new Set((choices ?? []).map((choice) => choice.id)) },
      ]),
    ),
    phases: new Set(phases.map(({ id }) => id)),
    teams: new Set(teams.map(({ id }) => id)),
    addressable: new Set(['all', ...parties.map(({ id }) => id), ...teams.map(({ id }) => id)]),
    party: people.anyParty,
    contact: contacts[0]?.id ?? '',
  };
  const waitsFor = new Map<string, string>();
  entries.forEach((entry, index) => {
    const inject = injects[index];
    const { trigger } = entry.texts;
    if (inject === undefined || trigger === undefined) return;
    const read = readTrigger(trigger, (number) => byNumber.get(number.toUpperCase()) ?? null);
    const problem =
      read === null
        ? 'it can’t be understood'
        : problemOf(read, inject, draft, known, waitsFor, entry.where);
    if (read !== null && problem === null) {
      injects[index] = { ...inject, release: read };
      if ('inject' in read) waitsFor.set(inject.id, read.inject);
      return;
    }
    draft.findings.warn(
      read === null ? 'msel/trigger-unreadable' : 'msel/trigger-impossible',
      entry.where,
      `the trigger ${quote(trigger, 120)}: ${problem}`,
      'it comes at its time; the words stand in the notes for controllers',
    );
    injects[index] = { ...inject, notes: [...inject.notes, `Trigger: ${trigger}`] };
  });
}

/** Why a trigger can't hold; null where it can. */
function problemOf(
  trigger: TriggerFile,
  inject: DraftInject,
  draft: Draft,
  known: Known,
  waitsFor: ReadonlyMap<string, string>,
  where: string,
): string | null {
  if (trigger.kind === 'when') {
    return addStubs(trigger.condition, draft, known, where)
      ? null
      : 'it asks for something that is not in the list';
  }
  if (trigger.kind === 'onPhase') {
    return trigger.phase === undefined || known.phases.has(trigger.phase)
      ? null
      : 'there is no such phase';
  }
  if (!('inject' in trigger)) return null;
  const source = draft.parts.injects.find(({ id }) => id === trigger.inject);
  if (source === undefined) return 'there is no such event';
  if (waitsInCircle(inject.id, trigger.inject, waitsFor)) return 'events would wait for each other';
  if (
    trigger.kind === 'afterInject' &&
    trigger.event === 'overdue' &&
    source.expectations?.length === 0
  ) {
    return 'nothing is expected about that event, so it can’t be overdue';
  }
  if (trigger.kind === 'whenChoice' && !source.choices?.some(({ id }) => id === trigger.choice)) {
    return 'that event has no such option';
  }
  if ('by' in trigger && trigger.by !== undefined && !isAddressed(trigger.by, source, draft)) {
    return `“${trigger.by}” does not receive that event`;
  }
  return null;
}

function waitsInCircle(id: string, source: string, waitsFor: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = source; at !== undefined; at = waitsFor.get(at)) {
    if (at === id) return true;
  }
  return false;
}

function isAddressed(team: string, { to }: DraftInject, { parts }: Draft): boolean {
  const party = parts.teams.find(({ id }) => id === team)?.party;
  return (
    party !== undefined &&
    to.some((recipient) => recipient === 'all' || recipient === team || recipient === party)
  );
}
