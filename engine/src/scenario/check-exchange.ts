/** What items, joint positions, obligations and what is expected about them must get right. */
import type { Report } from './errors.js';
import { teamsAddressed } from './playbook.js';
import type { Scenario } from './schema.js';
import { narrowness } from './sharing-schema.js';

/**
 * Codes: `scenario/holder-not-addressed`, `scenario/sanitised-narrower`, `scenario/late-beats-timely`,
 * `scenario/duplicate-voice`, `scenario/not-a-voice`, `scenario/too-few-voices`, `scenario/not-obliged`.
 */
export function checkExchange(scenario: Scenario, report: Report): void {
  checkItems(scenario, report);
  checkPositions(scenario, report);
  checkObligations(scenario, report);
  scenario.injects.forEach((_, index) => {
    checkExpectations(scenario, index, report);
  });
}

function checkItems(scenario: Scenario, report: Report): void {
  scenario.items.forEach((item, index) => {
    const path = `items[${index}]`;
    const inject = scenario.injects.find(({ id }) => id === item.comesWith);
    const addressed = inject && teamsAddressed(scenario, inject.to);
    const strangers = teamsAddressed(scenario, item.holders).filter(
      (teamId) => addressed?.includes(teamId) === false,
    );
    if (strangers.length > 0) {
      report({
        code: 'scenario/holder-not-addressed',
        path: `${path}.holders`,
        message: `"${strangers.join('", "')}" would get it with "${item.comesWith}", but does not receive that inject`,
        hint: 'add it to the inject’s "to", or take it out here',
      });
    }
    if (item.sanitised && narrowness(item.sanitised.tlp) > narrowness(item.tlp)) {
      report({
        code: 'scenario/sanitised-narrower',
        path: `${path}.sanitised.tlp`,
        message: `the sanitised form is TLP:${item.sanitised.tlp}, the whole one TLP:${item.tlp}`,
        hint: 'a sanitised form may go at least as far as the whole one',
      });
    }
    item.needs.forEach(({ points, latePoints }, place) => {
      checkLate(points, latePoints, `${path}.needs[${place}]`, report);
    });
  });
}

function checkPositions(scenario: Scenario, report: Report): void {
  scenario.positions.forEach(({ voices, rule }, index) => {
    const path = `positions[${index}]`;
    voices.forEach((teamId, place) => {
      if (voices.indexOf(teamId) === place) return;
      report({
        code: 'scenario/duplicate-voice',
        path: `${path}.voices[${place}]`,
        message: `"${teamId}" would speak twice`,
      });
    });
    if (rule.kind === 'lead' && !voices.includes(rule.team)) {
      report({
        code: 'scenario/not-a-voice',
        path: `${path}.rule.team`,
        message: `"${rule.team}" has no voice here`,
        hint: 'add it to "voices"',
      });
    }
    if (rule.kind === 'atLeast' && rule.count > voices.length) {
      report({
        code: 'scenario/too-few-voices',
        path: `${path}.rule.count`,
        message: `${rule.count} of ${voices.length} voices can never concur`,
      });
    }
  });
}

function checkObligations(scenario: Scenario, report: Report): void {
  scenario.obligations.forEach(({ points, latePoints }, index) => {
    checkLate(points, latePoints, `obligations[${index}]`, report);
  });
}

/** Whoever is expected to report must be obliged to; whoever should agree must have a voice. */
function checkExpectations(scenario: Scenario, injectIndex: number, report: Report): void {
  const inject = scenario.injects[injectIndex];
  inject?.expectations.forEach((expectation, index) => {
    const path = `injects[${injectIndex}].expectations[${index}]`;
    const expected = expectation.teams ?? teamsAddressed(scenario, inject.to);
    if (expectation.kind === 'agree') {
      const voices = scenario.positions.find(({ id }) => id === expectation.position)?.voices ?? [];
      const silent = expected.filter((teamId) => !voices.includes(teamId));
      if (silent.length === 0) return;
      report({
        code: 'scenario/not-a-voice',
        path,
        message: `"${silent.join('", "')}" has no voice in "${expectation.position}"`,
        hint: 'name in "teams" those that have one',
      });
    }
    if (expectation.kind === 'report') {
      const obligation = scenario.obligations.find(({ id }) => id === expectation.obligation);
      const free = expected.filter((teamId) => !obligation?.teams.includes(teamId));
      if (free.length === 0) return;
      report({
        code: 'scenario/not-obliged',
        path,
        message: `"${free.join('", "')}" does not have to report "${expectation.obligation}"`,
        hint: 'name in "teams" those that have to',
      });
    }
  });
}

function checkLate(points: number, latePoints: number, path: string, report: Report): void {
  if (latePoints <= points) return;
  report({
    code: 'scenario/late-beats-timely',
    path: `${path}.latePoints`,
    message: `being late would earn ${latePoints}, being in time ${points}`,
  });
}
