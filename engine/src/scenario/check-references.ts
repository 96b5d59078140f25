/** References between the parts of a scenario: everything named exists, once, and nothing waits for itself. */
import type { InjectId } from '../protocol/ids.js';
import { didYouMean, type ScenarioProblem } from './errors.js';
import { triggerSource, walkPhases } from './playbook.js';
import type { Inject, Phase, Scenario } from './schema.js';
import type { Trigger } from './trigger-schema.js';
import { everyone } from './world-schema.js';

type Report = (problem: ScenarioProblem) => void;

/**
 * Codes: `scenario/duplicate-id`, `scenario/unknown-{party,team,contact,objective,phase,inject,choice}`,
 * `scenario/team-not-addressed`, `scenario/nothing-to-choose`, `scenario/phase-without-time`,
 * `scenario/exit-leaves-region`, `scenario/exit-to-itself`, `scenario/trigger-cycle`.
 */
export function checkReferences(scenario: Scenario): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const names = collectNames(scenario);
  checkUnique(scenario, report);
  checkTeams(scenario, names, report);
  checkPhases(scenario, names, report);
  scenario.injects.forEach((inject, index) => {
    checkInject(scenario, inject, `injects[${index}]`, names, report);
  });
  checkCycles(scenario, report);
  return problems;
}

interface Names {
  readonly parties: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  readonly objectives: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
  readonly injects: ReadonlyMap<string, Inject>;
}

function collectNames(scenario: Scenario): Names {
  const phases = new Set<string>();
  walkPhases(scenario.phases, null, (phase) => phases.add(phase.id));
  return {
    parties: new Set(scenario.parties.map(({ id }) => id)),
    teams: new Set(scenario.teams.map(({ id }) => id)),
    contacts: new Set(scenario.contacts.map(({ id }) => id)),
    objectives: new Set(scenario.objectives.map(({ id }) => id)),
    phases,
    injects: new Map(scenario.injects.map((inject) => [inject.id, inject])),
  };
}

function checkUnique(scenario: Scenario, report: Report): void {
  const once = (items: readonly { id: string }[], path: string, seen = new Set<string>()) => {
    items.forEach(({ id }, index) => {
      if (seen.has(id)) {
        report({
          code: 'scenario/duplicate-id',
          path: `${path}[${index}].id`,
          message: `"${id}" is used twice`,
          hint: 'give each its own id',
        });
      }
      seen.add(id);
    });
  };
  // Parties and teams share one name space, for an inject may be addressed to either.
  const addressable = new Set<string>([everyone]);
  once(scenario.parties, 'parties', addressable);
  once(scenario.teams, 'teams', addressable);
  once(scenario.contacts, 'contacts');
  once(scenario.objectives, 'objectives');
  once(scenario.injects, 'injects');
  const phases = new Set<string>();
  const oncePhases = (list: readonly Phase[], path: string) => {
    once(list, path, phases);
    list.forEach((phase, index) => {
      oncePhases(phase.phases ?? [], `${path}[${index}].phases`);
    });
  };
  oncePhases(scenario.phases, 'phases');
  scenario.injects.forEach((inject, index) => {
    once(inject.choices ?? [], `injects[${index}].choices`);
    once(inject.expectations, `injects[${index}].expectations`);
  });
}

function known(
  kind: string,
  name: string,
  names: Pick<ReadonlySet<string>, 'has' | 'keys'> | ReadonlyMap<string, unknown>,
  path: string,
  report: Report,
): boolean {
  if (names.has(name)) return true;
  const hint = didYouMean(name, names.keys());
  report({
    code: `scenario/unknown-${kind}`,
    path,
    message: `"${name}"`,
    ...(hint === undefined ? {} : { hint }),
  });
  return false;
}

function checkTeams(scenario: Scenario, names: Names, report: Report): void {
  scenario.teams.forEach((team, index) => {
    known('party', team.party, names.parties, `teams[${index}].party`, report);
  });
  scenario.contacts.forEach((contact, index) => {
    if (contact.party !== undefined) {
      known('party', contact.party, names.parties, `contacts[${index}].party`, report);
    }
  });
}

function checkPhases(scenario: Scenario, names: Names, report: Report): void {
  if (scenario.phases[0]?.startsAt === undefined) {
    report({
      code: 'scenario/phase-without-time',
      path: 'phases[0].startsAt',
      message: 'the first phase sets the scenario’s date and hour',
      hint: 'add "startsAt": "2026-12-01T08:00:00+08:00"',
    });
  }
  const visit = (list: readonly Phase[], path: string) => {
    const siblings = new Set<string>(list.map(({ id }) => id));
    list.forEach((phase, index) => {
      phase.exits.forEach((exit, exitIndex) => {
        const where = `${path}[${index}].exits[${exitIndex}]`;
        if (
          known('phase', exit.to, names.phases, `${where}.to`, report) &&
          !siblings.has(exit.to)
        ) {
          report({
            code: 'scenario/exit-leaves-region',
            path: `${where}.to`,
            message: `"${exit.to}" is not beside "${phase.id}"`,
            hint: 'an exit leads to a phase of the same list; let the outer phase have the exit',
          });
        }
        if (exit.to === phase.id) {
          report({
            code: 'scenario/exit-to-itself',
            path: `${where}.to`,
            message: `"${phase.id}" would lead to itself`,
          });
        }
        checkTrigger(exit.when, `${where}.when`, names, report);
      });
      visit(phase.phases ?? [], `${path}[${index}].phases`);
    });
  };
  visit(scenario.phases, 'phases');
}

function checkInject(
  scenario: Scenario,
  inject: Inject,
  path: string,
  names: Names,
  report: Report,
): void {
  known('phase', inject.phase, names.phases, `${path}.phase`, report);
  known('contact', inject.from, names.contacts, `${path}.from`, report);
  const addressable = new Set([everyone, ...names.parties, ...names.teams]);
  inject.to.forEach((to, index) => {
    known('team', to, addressable, `${path}.to[${index}]`, report);
  });
  checkTrigger(inject.release, `${path}.release`, names, report);
  if (inject.kind === 'decision' && inject.choices === undefined) {
    report({
      code: 'scenario/nothing-to-choose',
      path: `${path}.choices`,
      message: 'a decision needs at least two choices',
    });
  }
  const addressed = new Set<string>(inject.to);
  inject.expectations.forEach((expectation, index) => {
    const where = `${path}.expectations[${index}]`;
    if (expectation.objective !== undefined) {
      known('objective', expectation.objective, names.objectives, `${where}.objective`, report);
    }
    if (expectation.kind === 'choose' && inject.choices === undefined) {
      report({
        code: 'scenario/nothing-to-choose',
        path: `${where}.kind`,
        message: 'the inject offers no choices',
        hint: 'add "choices", or expect a response',
      });
    }
    expectation.teams?.forEach((teamId, teamIndex) => {
      const at = `${where}.teams[${teamIndex}]`;
      if (!known('team', teamId, names.teams, at, report)) return;
      const party = scenario.teams.find(({ id }) => id === teamId)?.party ?? '';
      if (!addressed.has(everyone) && !addressed.has(teamId) && !addressed.has(party)) {
        report({
          code: 'scenario/team-not-addressed',
          path: at,
          message: `"${teamId}" does not receive this inject`,
          hint: 'add it to "to", or take it out here',
        });
      }
    });
  });
}

function checkTrigger(trigger: Trigger, path: string, names: Names, report: Report): void {
  const source = triggerSource(trigger);
  if (source === null || !known('inject', source, names.injects, `${path}.inject`, report)) return;
  if (trigger.kind !== 'whenChoice') return;
  const choices = new Set<string>(names.injects.get(source)?.choices?.map(({ id }) => id) ?? []);
  known('choice', trigger.choice, choices, `${path}.choice`, report);
  if (trigger.by !== undefined) known('team', trigger.by, names.teams, `${path}.by`, report);
}

/** Each inject waits for at most one other, so a cycle shows by walking the chain back. */
function checkCycles(scenario: Scenario, report: Report): void {
  const sourceOf = new Map<InjectId, InjectId | null>(
    scenario.injects.map((inject) => [inject.id, triggerSource(inject.release)]),
  );
  const settled = new Set<InjectId>();
  scenario.injects.forEach((inject, index) => {
    const chain: InjectId[] = [];
    let current: InjectId | null = inject.id;
    while (current !== null && !settled.has(current) && !chain.includes(current)) {
      chain.push(current);
      current = sourceOf.get(current) ?? null;
    }
    if (current !== null && chain.includes(current)) {
      const cycle = [...chain.slice(chain.indexOf(current)), current];
      report({
        code: 'scenario/trigger-cycle',
        path: `injects[${index}].release`,
        message: cycle.join(' waits for '),
        hint: 'let one of them start at a time or by hand',
      });
    }
    for (const id of chain) settled.add(id);
  });
}
