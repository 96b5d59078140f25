/** What a scenario whose names are all known must still get right before it can run. */
import { checkExchange } from './check-exchange.js';
import type { Report } from './errors.js';
import type { Expectation, Inject } from './inject-schema.js';
import { isText, textsOf } from './localize.js';
import { teamsAddressed, triggerSource } from './playbook.js';
import type { Phase, PhaseExit, Scenario } from './schema.js';

/**
 * Codes: `scenario/unknown-time-zone`, `scenario/language-not-listed`,
 * `scenario/text-without-default`, `scenario/phase-without-time`, `scenario/exit-leaves-region`,
 * `scenario/exit-in-parallel`, `scenario/exit-to-itself`, `scenario/phase-cycle`,
 * `scenario/duplicate-number`, `scenario/nobody-addressed`, `scenario/nothing-to-choose`,
 * `scenario/duplicate-choose`, `scenario/team-not-addressed`, `scenario/late-beats-timely`,
 * `scenario/curve-after-deadline`, `scenario/already-announced`,
 * `scenario/never-overdue`, `scenario/trigger-cycle`, `scenario/dependency-cycle`,
 * `scenario/indicator-bounds`, and those of `checkExchange`.
 */
export function checkSense(scenario: Scenario, report: Report): void {
  checkLanguages(scenario, report);
  scenario.parties.forEach(({ timeZone }, index) => {
    if (isTimeZone(timeZone)) return;
    report({
      code: 'scenario/unknown-time-zone',
      path: `parties[${index}].timeZone`,
      message: `"${timeZone}"`,
      hint: 'an IANA time zone such as "Asia/Manila"',
    });
  });
  checkPhases(scenario, report);
  const numbers = new Set<string>();
  scenario.injects.forEach((inject, index) => {
    const path = `injects[${index}]`;
    if (numbers.has(inject.number)) {
      report({
        code: 'scenario/duplicate-number',
        path: `${path}.number`,
        message: `"${inject.number}" is used twice`,
      });
    }
    numbers.add(inject.number);
    checkInject(scenario, inject, path, report);
  });
  checkChains(scenario, report);
  checkWorld(scenario, report);
  checkExchange(scenario, report);
}

function checkLanguages(scenario: Scenario, report: Report): void {
  const { defaultLanguage, languages } = scenario;
  if (!languages.includes(defaultLanguage)) {
    report({
      code: 'scenario/language-not-listed',
      path: 'defaultLanguage',
      message: `"${defaultLanguage}" is not among "languages"`,
    });
  }
  for (const { path, text } of textsOf(scenario)) {
    if (typeof text === 'string' || !isText(text) || text[defaultLanguage] !== undefined) continue;
    report({
      code: 'scenario/text-without-default',
      path,
      message: `the text lacks the default language "${defaultLanguage}"`,
    });
  }
}

/** Zones that were found before, under their own names: some hundreds, whoever asks. */
const knownZones = new Set<string>();

/** Asks the runtime's own table of zones, once about each, for that takes a while; needs no clock. */
function isTimeZone(timeZone: string): boolean {
  if (knownZones.has(timeZone)) return true;
  try {
    const own = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    knownZones.add(own);
    return own !== '';
  } catch {
    return false;
  }
}

function checkPhases(scenario: Scenario, report: Report): void {
  if (scenario.phases[0]?.startsAt === undefined) {
    report({
      code: 'scenario/phase-without-time',
      path: 'phases[0].startsAt',
      message: 'the first phase sets the scenario’s date and hour',
      hint: 'add "startsAt": "2026-12-01T08:00:00+08:00"',
    });
  }
  const visit = (list: readonly Phase[], path: string, isParallel: boolean) => {
    const siblings = new Set<string>(list.map(({ id }) => id));
    list.forEach((phase, index) => {
      phase.exits.forEach(({ to }, place) => {
        const where = `${path}[${index}].exits[${place}]`;
        if (isParallel) {
          report({
            code: 'scenario/exit-in-parallel',
            path: where,
            message: `"${phase.id}" runs beside the others of its list and can't hand over to one`,
            hint: 'let the outer phase have the exit',
          });
        } else if (to === phase.id) {
          report({
            code: 'scenario/exit-to-itself',
            path: `${where}.to`,
            message: `"${phase.id}" would lead to itself`,
          });
        } else if (!siblings.has(to)) {
          report({
            code: 'scenario/exit-leaves-region',
            path: `${where}.to`,
            message: `"${to}" is not beside "${phase.id}"`,
            hint: 'an exit leads to a phase of the same list; let the outer phase have the exit',
          });
        }
      });
      visit(phase.phases ?? [], `${path}[${index}].phases`, phase.mode === 'parallel');
    });
    const cycle = findCycle(
      list.map(({ id }) => id),
      (id) =>
        list
          .find((phase) => phase.id === id)
          ?.exits.filter(isInstant)
          .map(({ to }) => to) ?? [],
    );
    if (cycle !== null) {
      report({
        code: 'scenario/phase-cycle',
        path,
        message: `${cycle.join(' hands over to ')} without any time passing`,
        hint: 'let one of the exits take some minutes',
      });
    }
  };
  visit(scenario.phases, 'phases', false);
}

/** Ways out that can open the moment their phase is entered, however it was entered. */
function isInstant({ when }: PhaseExit): boolean {
  switch (when.kind) {
    case 'at':
      return when.minutes === 0 || when.from === 'startEx';
    case 'when':
      return when.mode === 'level' && when.delayMinutes === 0;
    case 'onPhase':
      return when.delayMinutes === 0;
    default:
      return false;
  }
}

function checkInject(scenario: Scenario, inject: Inject, path: string, report: Report): void {
  const addressed = new Set<string>(teamsAddressed(scenario, inject.to));
  if (addressed.size === 0) {
    report({
      code: 'scenario/nobody-addressed',
      path: `${path}.to`,
      message: 'no team belongs to what it is addressed to',
    });
  }
  if (inject.kind === 'decision' && inject.choices === undefined) {
    report({
      code: 'scenario/nothing-to-choose',
      path: `${path}.choices`,
      message: 'a decision needs at least two choices',
    });
  }
  inject.expectations.forEach((expectation, index) => {
    const where = `${path}.expectations[${index}]`;
    const isChoose = expectation.kind === 'choose';
    if (isChoose && inject.choices === undefined) {
      report({
        code: 'scenario/nothing-to-choose',
        path: `${where}.kind`,
        message: 'the inject offers no choices',
        hint: 'add "choices", or expect a response',
      });
    }
    if (isChoose && inject.expectations.findIndex(({ kind }) => kind === 'choose') < index) {
      report({
        code: 'scenario/duplicate-choose',
        path: where,
        message: 'an inject asks for one choice, so one expectation of kind "choose" is enough',
      });
    }
    if (expectation.latePoints > expectation.points) {
      report({
        code: 'scenario/late-beats-timely',
        path: `${where}.latePoints`,
        message: `being late would earn ${expectation.latePoints}, being in time ${expectation.points}`,
      });
    }
    checkTimes(expectation, where, report);
    expectation.teams?.forEach((teamId, place) => {
      if (addressed.has(teamId)) return;
      report({
        code: 'scenario/team-not-addressed',
        path: `${where}.teams[${place}]`,
        message: `"${teamId}" does not receive this inject`,
        hint: 'add it to "to", or take it out here',
      });
    });
  });
  inject.perRecipient.forEach(({ to }, index) => {
    if (teamsAddressed(scenario, to).some((teamId) => addressed.has(teamId))) return;
    report({
      code: 'scenario/team-not-addressed',
      path: `${path}.perRecipient[${index}].to`,
      message: 'none of them receives this inject',
      hint: 'name some of its recipients',
    });
  });
  checkTriggerSense(scenario, inject, path, report);
}

function checkTimes(
  { withinMinutes, fullUntilMinutes, announced, revealAfterMinutes }: Expectation,
  path: string,
  report: Report,
): void {
  if (fullUntilMinutes !== undefined && fullUntilMinutes > withinMinutes) {
    report({
      code: 'scenario/curve-after-deadline',
      path: `${path}.fullUntilMinutes`,
      message: `full points until minute ${fullUntilMinutes}, but its deadline is minute ${withinMinutes}`,
    });
  }
  if (revealAfterMinutes !== undefined && announced) {
    report({
      code: 'scenario/already-announced',
      path: `${path}.revealAfterMinutes`,
      message: 'it is announced from the start',
      hint: 'set "announced" to false, or take "revealAfterMinutes" out',
    });
  }
}

function checkTriggerSense(
  scenario: Scenario,
  { release }: Inject,
  path: string,
  report: Report,
): void {
  const sourceId = triggerSource(release);
  const source = scenario.injects.find(({ id }) => id === sourceId);
  if (source === undefined) return;
  if (
    release.kind === 'afterInject' &&
    release.event === 'overdue' &&
    source.expectations.length === 0
  ) {
    report({
      code: 'scenario/never-overdue',
      path: `${path}.release.event`,
      message: `nothing is expected about "${source.id}", so it can't be overdue`,
      hint: 'add an expectation to it',
    });
  }
  if ('by' in release && release.by !== undefined) {
    if (teamsAddressed(scenario, source.to).includes(release.by)) return;
    report({
      code: 'scenario/team-not-addressed',
      path: `${path}.release.by`,
      message: `"${release.by}" does not receive "${source.id}"`,
      hint: 'name one of its recipients',
    });
  }
}

/** Each inject waits for at most one other. */
function checkChains(scenario: Scenario, report: Report): void {
  const sourceOf = new Map<string, string | null>(
    scenario.injects.map((inject) => [inject.id, triggerSource(inject.release)]),
  );
  const cycle = findCycle([...sourceOf.keys()], (id) => {
    const source = sourceOf.get(id);
    return source ? [source] : [];
  });
  if (cycle === null) return;
  const index = scenario.injects.findIndex(({ id }) => id === cycle[0]);
  report({
    code: 'scenario/trigger-cycle',
    path: `injects[${index}].release`,
    message: cycle.join(' waits for '),
    hint: 'let one of them start at a time or by hand',
  });
}

function checkWorld({ assets, indicators }: Scenario, report: Report): void {
  const cycle = findCycle(
    assets.map(({ id }) => id),
    (id) =>
      assets.find((asset) => asset.id === id)?.dependsOn.map((dependency) => dependency.asset) ??
      [],
  );
  if (cycle !== null) {
    const index = assets.findIndex(({ id }) => id === cycle[0]);
    report({
      code: 'scenario/dependency-cycle',
      path: `assets[${index}].dependsOn`,
      message: cycle.join(' depends on '),
      hint: 'systems that hold each other down would never recover',
    });
  }
  indicators.forEach(({ minimum, maximum, start }, index) => {
    if (minimum < maximum && start >= minimum && start <= maximum) return;
    report({
      code: 'scenario/indicator-bounds',
      path: `indicators[${index}]`,
      message: `${start} does not stand between ${minimum} and ${maximum}`,
    });
  });
}

/** A chain that comes back to where it began, its first name repeated at its end; null for none. */
function findCycle(
  ids: readonly string[],
  next: (id: string) => readonly string[],
): string[] | null {
  const done = new Set<string>();
  for (const start of ids) {
    // Depth first without recursion, for chains may be thousands long.
    const path: { id: string; rest: string[] }[] = [{ id: start, rest: [...next(start)] }];
    const open = new Set([start]);
    while (path.length > 0 && !done.has(start)) {
      const top = path.at(-1);
      const id = top?.rest.pop();
      if (top === undefined) break;
      if (id === undefined) {
        done.add(top.id);
        open.delete(top.id);
        path.pop();
      } else if (open.has(id)) {
        const chain = path.map((step) => step.id);
        return [...chain.slice(chain.indexOf(id)), id];
      } else if (!done.has(id)) {
        open.add(id);
        path.push({ id, rest: [...next(id)] });
      }
    }
  }
  return null;
}
