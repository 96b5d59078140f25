import { describe, expect, test } from 'vitest';
import { toPlaybook } from '../scenario/playbook.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { Chance, seedOfRun } from './chance.js';
import { Intentions } from './intentions.js';
import { rehearse } from './rehearse.js';
import { reportOf } from './statistics.js';
import { summarise } from './summary.js';
import type { TeamsOption } from './temperament.js';

const playbook = toPlaybook(exchangeScenario());
const tables = playbook.scenario.teams.map(({ id }) => [id]);

function runs(teams: TeamsOption, count: number, seed = 1) {
  return Array.from({ length: count }, (_, run) =>
    rehearse(playbook, { seed: seedOfRun(seed, run), teams }),
  );
}

function reportFor(teams: TeamsOption, count: number, seed = 1) {
  return reportOf(playbook, { seed, teams }, tables, runs(teams, count, seed).map(summarise));
}

function pointsOf(teams: TeamsOption): number {
  return runs(teams, 12).reduce((sum, { state }) => sum + state.scores.total().points, 0);
}

describe('a rehearsal', () => {
  test('[REH1] the same seed plays the same drill, fact by fact', () => {
    for (const teams of ['prompt', 'mistaken', 'mixed'] as const) {
      const once = rehearse(playbook, { seed: 7, teams });
      expect(rehearse(playbook, { seed: 7, teams }).facts).toEqual(once.facts);
    }
    const other = rehearse(playbook, { seed: 8, teams: 'mixed' });
    expect(other.facts).not.toEqual(rehearse(playbook, { seed: 7, teams: 'mixed' }).facts);
  });

  test('[REH2] it comes to an end, and the log is whole', () => {
    for (const { state, facts } of runs('mixed', 20)) {
      expect(state.lifecycle.stage).toBe('ended');
      expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
      expect(facts.some(({ type }) => type === 'ExerciseQuarantined')).toBe(false);
    }
  });

  test('[REH3] silent teams do nothing, the others act, and little of it is refused', () => {
    const byTable = (facts: ReturnType<typeof runs>[number]['facts']) =>
      facts.filter(({ type }) => type === 'InjectAcknowledged' || type === 'InformationShared');
    for (const { facts } of runs('silent', 5)) expect(byTable(facts)).toEqual([]);
    for (const { facts, actions, refused } of runs('prompt', 5)) {
      expect(byTable(facts).length).toBeGreaterThan(3);
      expect(refused / actions).toBeLessThan(0.1);
    }
  });

  test('[REH4] prompt teams earn more than slow ones, and all of them more than silent ones', () => {
    const [prompt, slow, silent] = [pointsOf('prompt'), pointsOf('slow'), pointsOf('silent')];
    expect(prompt).toBeGreaterThan(slow);
    expect(slow).toBeGreaterThan(silent);
    expect(prompt).toBeGreaterThan(pointsOf('mistaken'));
  });

  test('[REH5] prompt teams break no marking, mistaken ones do', () => {
    const broken = (teams: TeamsOption) =>
      runs(teams, 10).flatMap(({ facts }) => facts.filter(({ type }) => type === 'MarkingBroken'));
    expect(broken('prompt')).toEqual([]);
    expect(broken('mistaken').length).toBeGreaterThan(0);
  });
});

describe('the report of many', () => {
  test('[REH6] the same seed gives the same report, another seed another', () => {
    const text = JSON.stringify(reportFor('mixed', 10));
    expect(JSON.stringify(reportFor('mixed', 10))).toBe(text);
    expect(JSON.stringify(reportFor('mixed', 10, 2))).not.toBe(text);
  });

  test('[REH7] what no rehearsal came to is named', () => {
    const { unreached, choices } = reportFor('silent', 3);
    for (const { inject, choice } of choices) {
      expect(unreached).toContain(`choice ${inject} ${choice}`);
    }
  });

  test('[REH8] shares are shares, and spreads run from least to most', () => {
    const report = reportFor('mixed', 15);
    for (const { reached } of [...report.injects, ...report.endings, ...report.choices]) {
      expect(reached).toBeGreaterThanOrEqual(0);
      expect(reached).toBeLessThanOrEqual(1);
    }
    for (const { points } of report.tables) {
      const { least, low, median, high, most } = points;
      expect([least, low, median, high, most]).toEqual(
        [least, low, median, high, most].sort((a, b) => a - b),
      );
    }
  });
});

describe('what synthetic people are made of', () => {
  test('[REH1] chance follows from its seed and spreads evenly', () => {
    const chance = new Chance(42);
    const drawn = Array.from({ length: 4_000 }, () => chance.next());
    expect(new Chance(42).next()).toBe(drawn[0]);
    for (let part = 0; part < 4; part++) {
      const within = drawn.filter((value) => Math.floor(value * 4) === part).length;
      expect(within).toBeGreaterThan(900);
      expect(within).toBeLessThan(1_100);
    }
  });

  test('[REH1] intentions come in the order of their moments, of one moment in that of their making', () => {
    const intentions = new Intentions<string>();
    const given: [number, string][] = [
      [30, 'd'],
      [10, 'a'],
      [20, 'b'],
      [20, 'c'],
      [40, 'e'],
      [10, 'a2'],
    ];
    for (const [atMs, act] of given) intentions.add(atMs, act);
    const taken = given.map(() => intentions.take());
    expect(taken).toEqual(['a', 'a2', 'b', 'c', 'd', 'e']);
    expect(intentions.take()).toBeUndefined();
    expect(intentions.nextMs).toBeNull();
  });
});
