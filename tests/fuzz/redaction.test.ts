/** Law 10 over random drills: what was removed is nowhere, and a log read back leads to the same. */
import { fold } from '@trilogue/engine/exercise/evolve';
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import { redact } from '@trilogue/engine/exercise/redaction';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import { readFact } from '@trilogue/engine/exercise/upcast';
import { textsOf } from '@trilogue/engine/exercise/written-fields';
import { type Audience, playerAudience } from '@trilogue/engine/views/audience';
import { injectBody, project, viewOf } from '@trilogue/engine/views/project';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rename, tokensIn } from '../support/canary.js';
import { type CanaryDrill, playCanaries } from '../support/canary-drill.js';
import { director } from '../support/drill-chooser.js';
import { same } from '../support/plain.js';
import { play, randomMoves, type Step } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { runs, tried } from '../support/runs.js';

const drills = runs(30);
/** Kinds of fact that lost a text, and how many tokens were looked for afterwards. */
const redacted = new Map<string, number>();
let sought = 0;

describe('redaction', () => {
  test(`[LAW10] over ${drills} random drills, a log read back leads to the state that was live`, () => {
    let removals = 0;
    fc.assert(
      fc.property(randomScenario, randomMoves(120), (scenario, moves) => {
        const { steps, state } = play(scenario, moves);
        const log = steps.map(({ fact }) => fact);
        // At each removal and at the end: rewinds come before them and after.
        const cuts = log.flatMap(({ type }, index) =>
          type === 'ContentRedacted' ? [index + 1] : [],
        );
        removals += cuts.length;
        for (const cut of [...cuts.slice(-4), log.length]) {
          const live = steps[cut - 1]?.after ?? state;
          const back = fold(emptyExercise(scenario), stored(log.slice(0, cut)));
          same(comparable(back), comparable(live), `the state after ${cut} facts`);
        }
      }),
      tried(drills),
    );
    console.log(`${removals} removals`);
    expect(removals).toBeGreaterThan(drills / 2);
  });

  const secrecy = fc.property(randomScenario, randomMoves(110), (scenario, moves) => {
    const drill = playCanaries(scenario, moves);
    removeWhatNeverWas(drill);
    const log = drill.steps.map(({ fact }) => fact);
    const gone = new Set<string>();
    drill.steps.forEach((step, index) => {
      const { fact } = step;
      if (fact.type === 'ContentRedacted') {
        for (const token of tokensRemoved(fact, log, drill)) gone.add(token);
      }
      if (gone.size === 0) return;
      // No frame from here on, and at the end nothing that anybody can ask for.
      for (const audience of audiencesOf(step.after)) {
        expectNone(project(step.before, fact, step.after, audience), gone, `a step, ${fact.type}`);
      }
      if (fact.type === 'ContentRedacted' || index === drill.steps.length - 1) {
        checkNowhere(step, gone);
      }
    });
    expectNone(stored(log), gone, 'the stored log');
    sought += gone.size;
  });

  test('[LAW10] after a removal no view, no frame and no stored fact holds the text', () => {
    fc.assert(secrecy, tried(runs(25)));
    // What chance left out is waited for a while.
    for (let more = 0; more < 50 && redacted.size < 26; more++) fc.assert(secrecy, tried(5));
    console.log(`${sought} texts; ${[...redacted].map((entry) => entry.join(' ')).join(', ')}`);
    expect(redacted.size).toBeGreaterThanOrEqual(26);
  });
});

/** A few texts of kinds that chance has not removed in any drill so far. */
function removeWhatNeverWas(drill: CanaryDrill): void {
  const { canary, nowMs, steps } = drill;
  const last = new Map<FactType, Fact>();
  for (const { fact } of steps) {
    if (!redacted.has(fact.type) && Object.keys(textsOf(fact)).length > 0)
      last.set(fact.type, fact);
  }
  // Renaming keeps the shape of what it renames.
  const actor = rename(director, canary) as typeof director;
  for (const { seq } of [...last.values()].slice(0, 4)) {
    const command = {
      type: 'RedactContent',
      factSeq: seq,
      fields: null,
      reason: 'personal',
    } as const;
    drill.submit({ actor, command, nowMs });
  }
}

/** The log as a store keeps it. */
function stored(log: readonly Fact[]): Fact[] {
  const gone = new Map<number, string[]>();
  for (const fact of log) {
    if (fact.type !== 'ContentRedacted') continue;
    for (const { factSeq, fields } of fact.texts) {
      gone.set(factSeq, [...(gone.get(factSeq) ?? []), ...fields]);
    }
  }
  return log.map((fact) =>
    readFact(JSON.parse(JSON.stringify(redact(fact, gone.get(fact.seq) ?? [])))),
  );
}

function tokensRemoved(
  { texts }: Extract<Fact, { type: 'ContentRedacted' }>,
  log: readonly Fact[],
  drill: CanaryDrill,
): string[] {
  return texts.flatMap(({ factSeq, fields }) => {
    const fact = log[factSeq - 1];
    if (fact === undefined) return [];
    redacted.set(fact.type, (redacted.get(fact.type) ?? 0) + 1);
    const found = textsOf(fact);
    return fields
      .flatMap((field) => tokensIn(JSON.stringify(found[field] ?? '')))
      .filter((token) => isPeoples(drill, token));
  });
}

/** An edit takes up words of the scenario, too, which stand there for good. */
function isPeoples({ canary }: CanaryDrill, token: string): boolean {
  const kind = canary.tokens.about.get(token)?.kind;
  return kind === 'typed' || kind === 'exercise title' || kind === 'table name';
}

function checkNowhere({ after }: Step, gone: ReadonlySet<string>): void {
  // As it was loaded it holds what its writers wrote, not people.
  const { loaded: _, ...rest } = after;
  expectNone(rest, gone, 'the state');
  for (const audience of audiencesOf(after)) {
    expectNone(viewOf(after, audience), gone, 'a view');
    for (const injectId of after.written.keys()) {
      expectNone(injectBody(after, audience, injectId), gone, 'a body');
    }
  }
}

function expectNone(sent: unknown, gone: ReadonlySet<string>, what: string): void {
  const found = tokensIn(JSON.stringify(sent) ?? '').filter((token) => gone.has(token));
  // Asked thousands of times: only what is wrong is worth an expectation.
  if (found.length > 0) expect.fail(`${what} holds ${found.join(', ')}`);
}

function audiencesOf({ casting, seats }: ExerciseState): Audience[] {
  const tables = casting.tables.map(({ tableId }) => playerAudience(tableId));
  const seated = [...seats.values()].flatMap(({ seatId, tableId }) =>
    tableId === null ? [] : [{ ...playerAudience(tableId), seatId }],
  );
  return [...tables, ...seated.slice(0, 2), { role: 'facilitator' }, { role: 'observer' }];
}

/** Totals may hold a table whose lines came and went. */
function comparable({ scores, ...rest }: ExerciseState) {
  return { ...rest, scores: scores.entries };
}
