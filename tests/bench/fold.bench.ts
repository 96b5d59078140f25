/** How long the fold of a log takes, by exercise of usual and of large size. */
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Fact, FactBody } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import { parseScenario } from '@trilogue/engine/scenario/load';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { median, report } from './report.js';

/** A scenario of one phase, whose injects go out by hand and ask every team for an answer. */
export function flatScenario(injects: number, teams: number): Scenario {
  const loaded = parseScenario({
    formatVersion: 1,
    id: 'flat',
    title: 'Flat',
    summary: 'For measuring.',
    estimatedMinutes: 60,
    defaultLanguage: 'en',
    languages: ['en'],
    parties: [{ id: 'p', name: 'P', timeZone: 'Asia/Tokyo', city: 'Tokyo', language: 'en' }],
    teams: Array.from({ length: teams }, (_, index) => ({
      id: `team-${index}`,
      party: 'p',
      name: `Team ${index}`,
      sector: 'S',
      mission: 'M',
    })),
    contacts: [{ id: 'c', name: 'C', role: 'R' }],
    phases: [{ id: 'only', title: 'Only', startsAt: '2026-12-01T08:00:00+08:00' }],
    injects: Array.from({ length: injects }, (_, index) => ({
      id: `inject-${index}`,
      number: String(index),
      title: `Inject ${index}`,
      kind: 'expectedAction',
      phase: 'only',
      channel: 'email',
      from: 'c',
      to: [`team-${index % teams}`],
      tlp: 'GREEN',
      body: 'Text. '.repeat(100),
      release: { kind: 'manual' },
      expectations: [{ id: 'e', kind: 'respond', withinMinutes: 5, points: 10 }],
    })),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  return loaded.scenario;
}

/** A log with the mix of a lively drill: releases, openings, acknowledgements, answers, messages. */
export function livelyLog(scenario: Scenario, length: number): Fact[] {
  const facts: Fact[] = [];
  const add = (body: FactBody) => {
    const seq = facts.length + 1;
    const atMs = 1_780_000_000_000 + seq * 100;
    const by = { kind: 'host' } as const;
    facts.push({ ...body, seq, epoch: 0, atMs, playMs: seq * 100, by, causedBy: null } as Fact);
  };
  const tables = scenario.teams.map(({ id }) => ({
    tableId: id as never,
    name: id,
    teamIds: [id],
  }));
  add({ type: 'TeamsCast', casting: { tables, controlled: [] } });
  const released: [string, string][] = [];
  for (let turn = 0; facts.length < length; turn++) {
    const inject = scenario.injects[turn % scenario.injects.length];
    const tableId = inject?.to[0] as never;
    const injectId = inject?.id as never;
    if (turn < scenario.injects.length) {
      const dueAtMs = turn * 100 + 300_000;
      const opens = [{ tableId, expectationId: 'e' as never, dueAtMs }];
      add({ type: 'InjectReleased', injectId, tableIds: [tableId], opens });
      released.push([injectId, tableId]);
    }
    const seatId = `seat-${turn % 40}` as never;
    add({ type: 'InjectOpened', injectId, tableId, seatId: `seat-${turn % 8}` as never });
    if (turn < scenario.injects.length) {
      add({ type: 'InjectAcknowledged', injectId, tableId });
      add({
        type: 'ResponseSent',
        injectId,
        tableId,
        text: 'An answer of usual length. '.repeat(8),
      });
      add({
        type: 'ExpectationMet',
        injectId,
        tableId,
        expectationId: 'e' as never,
        isLate: false,
      });
    }
    add({ type: 'SeatJoined', seatId, role: 'player', tableId, partyId: null });
    add({
      type: 'MessageSent',
      thread: { kind: 'table', tableId },
      from: 'table',
      as: null,
      text: 'Hello',
    });
  }
  return facts.slice(0, length);
}

function foldMs(scenario: Scenario, log: readonly Fact[]): { ms: number; state: ExerciseState } {
  let state = emptyExercise(scenario);
  const start = performance.now();
  for (const fact of log) state = evolve(state, fact);
  return { ms: performance.now() - start, state };
}

export function benchFold(): void {
  const usual = flatScenario(30, 9);
  const large = flatScenario(2_000, 200);
  const cases = [
    { name: '10,000 facts, 30 injects, 9 teams', scenario: usual, log: livelyLog(usual, 10_000) },
    { name: '100,000 facts, 30 injects, 9 teams', scenario: usual, log: livelyLog(usual, 100_000) },
    {
      name: '100,000 facts, 2,000 injects, 200 teams',
      scenario: large,
      log: livelyLog(large, 100_000),
    },
  ];
  const times = cases.map(() => [] as number[]);
  for (let round = 0; round < 7; round++) {
    cases.forEach(({ scenario, log }, index) => {
      times[index]?.push(foldMs(scenario, log).ms);
    });
  }
  cases.forEach(({ name, log }, index) => {
    const ms = median(times[index] ?? []);
    report(
      `fold ${name}`,
      `${ms.toFixed(1)} ms, ${((ms * 1_000) / log.length).toFixed(2)} µs a fact`,
    );
  });
}
