/** How many tasks fall on a team at a time, by the course of play as written. */
import type { LintContext } from './lint-context.js';
import type { Branch, Module } from './script.js';

/** The time a task is open for a team, in minutes from the beginning of the module. */
export interface Span {
  readonly injectId: string;
  /** Inject and expectation, for messages. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly branch: Branch | null;
  /** Whether it is the choice that other injects hang on. */
  readonly isChoice: boolean;
  /** Whether the clock brings it, at most by way of a choice, and not a condition. */
  readonly isOnClock: boolean;
}

/** The planned tasks of each team in a module, earliest first. */
export function spansByTeam(
  { playbook, script, scenario }: LintContext,
  { injects }: Module,
): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>(scenario.teams.map(({ id }) => [id, []]));
  for (const inject of injects) {
    const from = script.offset(inject.id);
    if (from === null) continue;
    const branch = script.branch(inject.id);
    const isOnClock = script.isOnClock(inject.id);
    for (const { id, kind, withinMinutes, teams } of inject.expectations) {
      const span: Span = {
        injectId: inject.id,
        name: `${inject.id}/${id}`,
        from,
        to: from + withinMinutes,
        branch,
        isChoice: kind === 'choose',
        isOnClock,
      };
      for (const teamId of teams ?? playbook.recipients.get(inject.id) ?? []) {
        spans.get(teamId)?.push(span);
      }
    }
  }
  for (const list of spans.values()) list.sort((a, b) => a.from - b.from);
  return spans;
}

/**
 * The stretch of so many minutes in which most tasks are open, on one way through the story. What
 * comes when a condition holds comes at nobody knows what time, and is left out.
 */
export function heaviest(
  planned: readonly Span[],
  minutes: number,
): { readonly from: number; readonly spans: readonly Span[] } | null {
  const spans = planned.filter(({ isOnClock }) => isOnClock);
  let most: { from: number; spans: readonly Span[] } | null = null;
  for (const from of new Set(spans.map((span) => span.from))) {
    const open = spans.filter((span) => span.from < from + minutes && span.to > from);
    if (open.length <= (most?.spans.length ?? 0)) continue;
    const together = onOneWay(open);
    if (together.length > (most?.spans.length ?? 0)) most = { from, spans: together };
  }
  return most;
}

/** Of the choices that can be made only one is: the one that brings most. */
function onOneWay(spans: readonly Span[]): Span[] {
  const sure = spans.filter(({ branch }) => branch === null);
  const decisions = new Map<string, Map<string, Span[]>>();
  for (const span of spans) {
    if (span.branch === null) continue;
    const choices = decisions.get(span.branch.inject) ?? new Map<string, Span[]>();
    choices.set(span.branch.choice, [...(choices.get(span.branch.choice) ?? []), span]);
    decisions.set(span.branch.inject, choices);
  }
  const chosen = [...decisions.values()].flatMap(
    (choices) => [...choices.values()].sort((a, b) => b.length - a.length)[0] ?? [],
  );
  // Once its consequence is there, a choice has been made.
  const open = sure.filter(({ isChoice, injectId }) => !isChoice || !decisions.has(injectId));
  return [...open, ...chosen].sort((a, b) => a.from - b.from);
}
