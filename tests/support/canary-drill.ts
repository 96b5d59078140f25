/** A random drill played again on a canary scenario, in which whatever is typed is a canary, too. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { type Canary, plant, rename } from './canary.js';
import { finale } from './canary-finale.js';
import { typed } from './canary-hand.js';
import type { PlantedKind } from './canary-kinds.js';
import { type Move, play, type Step, type Submission, seatIds, tableIds } from './random-drill.js';

export type Sent = Submission & { readonly nowMs: number };

export interface Refused {
  readonly submission: Submission;
  readonly rejection: Rejection;
  /** How many steps the log had when it was refused. */
  readonly at: number;
}

/** What was played: every fact with its two states, and every refusal. */
export class CanaryDrill {
  readonly canary: Canary;
  readonly limit: number | undefined;
  state: ExerciseState;
  nowMs = 0;
  readonly submissions: Sent[] = [];
  readonly steps: Step[] = [];
  /** Up to where the log had grown after each submission. */
  readonly ends: number[] = [];
  readonly refusals: Refused[] = [];

  constructor(canary: Canary, limit: number | undefined) {
    this.canary = canary;
    this.limit = limit;
    this.state = emptyExercise(canary.scenario);
  }

  submit(sent: Sent): void {
    const { actor, command, nowMs } = sent;
    this.nowMs = nowMs;
    this.submissions.push(sent);
    const { facts, rejection } = decide(this.state, { actor, command }, nowMs, this.limit);
    for (const fact of facts) {
      const before = this.state;
      this.state = evolve(before, fact);
      this.steps.push({ before, fact, after: this.state });
    }
    this.ends.push(this.steps.length);
    if (rejection !== null) {
      this.refusals.push({ submission: { actor, command }, rejection, at: this.steps.length });
    }
  }
}

export function playCanaries(scenario: Scenario, moves: readonly Move[]): CanaryDrill {
  const canary = plant(scenario);
  const ids = new Map(canary.ids);
  const name = (kind: PlantedKind, id: string) => {
    const token = canary.tokens.mint({ kind, of: '' });
    ids.set(id, canary.tokens.note(token, { kind, of: token }));
  };
  for (const id of tableIds) name('table id', id);
  for (const id of seatIds) name('seat', id);
  const played = play(scenario, moves);
  const drill = new CanaryDrill({ ...canary, ids }, played.limit);
  const original = new Places(played.steps.map(({ fact }) => fact));
  for (const { actor, command, nowMs } of played.submissions) {
    const there = referring(command, original, drill, ids);
    drill.submit({
      // Renaming keeps the shape of what it renames.
      actor: rename(actor, drill.canary) as Submission['actor'],
      command: typed(rename(there, drill.canary) as Command, drill.canary),
      nowMs,
    });
  }
  for (const next of finale) {
    const { canary, nowMs, state } = drill;
    const submission = next(state, canary);
    if (submission === null) continue;
    const { actor, command } = submission;
    drill.submit({ actor, command: typed(command, canary), nowMs });
  }
  return drill;
}

/** The same submissions again, as they were or with other words in them. */
export function replay(
  canary: Canary,
  submissions: readonly Sent[],
  limit: number | undefined,
): CanaryDrill {
  const drill = new CanaryDrill(canary, limit);
  for (const sent of submissions) drill.submit(sent);
  return drill;
}

/** Each fact by its number, and by its place among those of its kind. */
class Places {
  readonly #bySeq = new Map<number, { readonly fact: Fact; readonly place: number }>();
  readonly #ofKind = new Map<FactType, Fact[]>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      const kind = this.#ofKind.get(fact.type) ?? [];
      this.#ofKind.set(fact.type, kind);
      this.#bySeq.set(fact.seq, { fact, place: kind.push(fact) - 1 });
    }
  }

  at(seq: number) {
    return this.#bySeq.get(seq);
  }

  /** The fact that has the place in this log that one has in another. */
  like(found: { readonly fact: Fact; readonly place: number } | undefined): Fact | undefined {
    return found && this.#ofKind.get(found.fact.type)?.[found.place];
  }
}

const seqKeys = ['factSeq', 'toSeq', 'of', 'requestSeq', 'noteSeq', 'inReplyTo'] as const;

/**
 * Where words that were the same twice are now two, a log has more facts, and the numbers of facts
 * differ: what a command refers to is found by its place among its kind.
 */
function referring(
  command: Command,
  original: Places,
  { steps, canary }: CanaryDrill,
  ids: Map<string, string>,
): Command {
  const named = seqKeys.filter(
    (key) => typeof (command as Record<string, unknown>)[key] === 'number',
  );
  const isMadeUp = 'injectId' in command && !canary.ids.has(command.injectId);
  if (named.length === 0 && !isMadeUp) return command;
  const here = new Places(steps.map(({ fact }) => fact));
  if (isMadeUp) {
    const there = Number(command.injectId.split('-')[1]);
    const found = here.like(original.at(there));
    if (found?.type === 'InjectImprovised') ids.set(command.injectId, found.injectId);
  }
  const moved = named.map((key) => {
    const seq = (command as unknown as Record<string, number>)[key] ?? 0;
    return [key, here.like(original.at(seq))?.seq ?? seq];
  });
  const next = { ...command, ...Object.fromEntries(moved) } as Command;
  if (next.type !== 'AddTranslation' || command.type !== 'AddTranslation') return next;
  const report = original.at(command.of)?.fact;
  const field =
    report?.type === 'ReportFiled'
      ? canary.parts.get(`${report.obligationId} ${command.field}`)
      : undefined;
  return field === undefined ? next : { ...next, field };
}
