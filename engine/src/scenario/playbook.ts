/** A scenario with the look-ups that running it needs. Built once, never changed. */
import type {
  ContactId,
  ExpectationId,
  InjectId,
  ObjectiveId,
  PartyId,
  PhaseId,
  TeamId,
} from '../protocol/ids.js';
import type {
  Contact,
  Expectation,
  Inject,
  Objective,
  Party,
  Phase,
  PhaseExit,
  Scenario,
  Team,
} from './schema.js';
import { everyone } from './schema.js';
import type { Trigger } from './trigger-schema.js';

export interface ExitRef {
  readonly phaseId: PhaseId;
  /** Index in the phase's `exits`. */
  readonly exit: number;
}

export interface PhaseEntry {
  readonly phase: Phase;
  readonly parentId: PhaseId | null;
}

export interface Playbook {
  readonly scenario: Scenario;
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly teams: ReadonlyMap<TeamId, Team>;
  readonly contacts: ReadonlyMap<ContactId, Contact>;
  readonly objectives: ReadonlyMap<ObjectiveId, Objective>;
  readonly injects: ReadonlyMap<InjectId, Inject>;
  /** Place of each inject in the scenario's list, which settles ties between due moments. */
  readonly order: ReadonlyMap<InjectId, number>;
  readonly phases: ReadonlyMap<PhaseId, PhaseEntry>;
  readonly injectsOfPhase: ReadonlyMap<PhaseId, readonly InjectId[]>;
  /** What has to be looked at again when something happens to an inject. */
  readonly listeners: ReadonlyMap<InjectId, Listeners>;
  /** Every team an inject is addressed to, in the scenario's order. */
  readonly recipients: ReadonlyMap<InjectId, readonly TeamId[]>;
}

export interface Listeners {
  readonly injects: readonly InjectId[];
  readonly exits: readonly ExitRef[];
}

export function toPlaybook(scenario: Scenario): Playbook {
  const phases = new Map<PhaseId, PhaseEntry>();
  walkPhases(scenario.phases, null, (phase, parentId) => phases.set(phase.id, { phase, parentId }));
  return {
    scenario,
    parties: new Map(scenario.parties.map((party) => [party.id, party])),
    teams: new Map(scenario.teams.map((team) => [team.id, team])),
    contacts: new Map(scenario.contacts.map((contact) => [contact.id, contact])),
    objectives: new Map(scenario.objectives.map((objective) => [objective.id, objective])),
    injects: new Map(scenario.injects.map((inject) => [inject.id, inject])),
    order: new Map(scenario.injects.map((inject, index) => [inject.id, index])),
    phases,
    injectsOfPhase: groupByPhase(scenario.injects),
    listeners: collectListeners(scenario, phases),
    recipients: new Map(
      scenario.injects.map((inject) => [inject.id, recipientTeams(scenario, inject)]),
    ),
  };
}

/** Visits every phase, outer ones before inner ones. */
export function walkPhases(
  phases: readonly Phase[],
  parentId: PhaseId | null,
  visit: (phase: Phase, parentId: PhaseId | null) => void,
): void {
  for (const phase of phases) {
    visit(phase, parentId);
    walkPhases(phase.phases ?? [], phase.id, visit);
  }
}

/** Which inject a trigger listens to, if any. */
export function triggerSource(trigger: Trigger): InjectId | null {
  return trigger.kind === 'afterInject' || trigger.kind === 'whenChoice' ? trigger.inject : null;
}

export function expectationOf(inject: Inject, expectationId: ExpectationId): Expectation | null {
  return inject.expectations.find((expectation) => expectation.id === expectationId) ?? null;
}

export function exitOf(playbook: Playbook, ref: ExitRef): PhaseExit | null {
  return playbook.phases.get(ref.phaseId)?.phase.exits[ref.exit] ?? null;
}

function recipientTeams(scenario: Scenario, inject: Inject): TeamId[] {
  const addressed = new Set<string>(inject.to);
  return scenario.teams
    .filter(
      (team) => addressed.has(everyone) || addressed.has(team.id) || addressed.has(team.party),
    )
    .map((team) => team.id);
}

function groupByPhase(injects: readonly Inject[]): Map<PhaseId, InjectId[]> {
  const groups = new Map<PhaseId, InjectId[]>();
  for (const inject of injects) {
    const group = groups.get(inject.phase);
    if (group === undefined) groups.set(inject.phase, [inject.id]);
    else group.push(inject.id);
  }
  return groups;
}

function collectListeners(
  scenario: Scenario,
  phases: ReadonlyMap<PhaseId, PhaseEntry>,
): Map<InjectId, Listeners> {
  const listeners = new Map<InjectId, { injects: InjectId[]; exits: ExitRef[] }>();
  const at = (source: InjectId) => {
    const found = listeners.get(source) ?? { injects: [], exits: [] };
    listeners.set(source, found);
    return found;
  };
  for (const inject of scenario.injects) {
    const source = triggerSource(inject.release);
    if (source !== null) at(source).injects.push(inject.id);
  }
  for (const [phaseId, { phase }] of phases) {
    phase.exits.forEach((exit, index) => {
      const source = triggerSource(exit.when);
      if (source !== null) at(source).exits.push({ phaseId, exit: index });
    });
  }
  return listeners;
}
