/** A scenario with the look-ups that running it needs. Never changed: one in more languages is another. */
import type {
  AssetId,
  ContactId,
  EndingId,
  ExpectationId,
  IndicatorId,
  InjectId,
  ItemId,
  MilestoneId,
  ObjectiveId,
  ObligationId,
  PartyId,
  PhaseId,
  PositionId,
  TeamId,
} from '../protocol/ids.js';
import type { Condition } from './condition-schema.js';
import type { Expectation, Inject } from './inject-schema.js';
import type { LocalizedText } from './localize.js';
import type { Obligation } from './obligation-schema.js';
import type { JointPosition } from './position-schema.js';
import type {
  Contact,
  Ending,
  Objective,
  Party,
  Phase,
  PhaseExit,
  Scenario,
  Team,
} from './schema.js';
import type { InformationItem } from './sharing-schema.js';
import type { Trigger } from './trigger-schema.js';
import { withFrameText } from './words.js';
import {
  type Asset,
  everyone,
  type Indicator,
  type Milestone,
  type Recipient,
} from './world-schema.js';

export interface ExitRef {
  readonly phaseId: PhaseId;
  /** Index in the phase's `exits`. */
  readonly exit: number;
}

export interface PhaseEntry {
  readonly phase: Phase;
  readonly parentId: PhaseId | null;
  /** Place in the scenario, outer phases before inner ones. */
  readonly order: number;
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
  readonly assets: ReadonlyMap<AssetId, Asset>;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  readonly milestones: ReadonlyMap<MilestoneId, Milestone>;
  readonly endings: ReadonlyMap<EndingId, Ending>;
  /** Who feels it when an asset's status changes: the assets that depend on it. */
  readonly dependents: ReadonlyMap<AssetId, readonly DependencyRef[]>;
  /** What has to be looked at again when something changes, by subject. */
  readonly listeners: ReadonlyMap<Subject, Listeners>;
  /** Everything that waits for a condition. */
  readonly watches: ReadonlyMap<WatchKey, Watch>;
  /** Lengths of play that some condition asks about, in ms, by what they are counted from. */
  readonly moments: ReadonlyMap<MomentSource, readonly number[]>;
  /** Every team an inject is addressed to, in the scenario's order. */
  readonly recipients: ReadonlyMap<InjectId, readonly TeamId[]>;
  readonly items: ReadonlyMap<ItemId, InformationItem>;
  readonly positions: ReadonlyMap<PositionId, JointPosition>;
  readonly obligations: ReadonlyMap<ObligationId, Obligation>;
  /** What an inject's release brings besides its text; `null` for what is there from StartEx. */
  readonly itemsWith: ReadonlyMap<InjectId | null, readonly ItemId[]>;
  readonly positionsWith: ReadonlyMap<InjectId | null, readonly PositionId[]>;
  /** Expectations that something other than an answer to their inject meets, by what meets them. */
  readonly metBy: ReadonlyMap<Meeting, readonly ExpectationRef[]>;
}

/** "share …", "message", "report …" or "agree …". */
export type Meeting = string;

export interface ExpectationRef {
  readonly injectId: InjectId;
  readonly expectation: Expectation;
}

/** What something can depend on: "inject …", "asset …", "score" and the like. */
export type Subject = string;

export interface Listeners {
  /** Injects and exits whose trigger may come true or stop being so. */
  readonly injects: readonly InjectId[];
  readonly exits: readonly ExitRef[];
  readonly watches: readonly WatchKey[];
}

/** "inject …", "exit … 0", "ending …" or "obligation …". */
export type WatchKey = string;

export interface Watch {
  readonly key: WatchKey;
  readonly of:
    | { readonly kind: 'inject'; readonly injectId: InjectId }
    | { readonly kind: 'exit'; readonly ref: ExitRef }
    | { readonly kind: 'ending'; readonly endingId: EndingId }
    | { readonly kind: 'obligation'; readonly obligationId: ObligationId };
  readonly condition: Condition;
}

export type MomentSource = 'startEx' | PhaseId;

export interface DependencyRef {
  readonly assetId: AssetId;
  /** Index in the asset's `dependsOn`. */
  readonly dependency: number;
}

export function toPlaybook(scenario: Scenario): Playbook {
  const phases = spoken.phases(scenario);
  return {
    scenario,
    parties: spoken.parties(scenario),
    teams: spoken.teams(scenario),
    contacts: spoken.contacts(scenario),
    objectives: spoken.objectives(scenario),
    injects: new Map(scenario.injects.map((inject) => [inject.id, inject])),
    order: new Map(scenario.injects.map((inject, index) => [inject.id, index])),
    phases,
    injectsOfPhase: groupByPhase(scenario.injects),
    assets: spoken.assets(scenario),
    indicators: spoken.indicators(scenario),
    milestones: new Map(scenario.milestones.map((milestone) => [milestone.id, milestone])),
    endings: new Map(scenario.endings.map((ending) => [ending.id, ending])),
    dependents: collectDependents(scenario),
    ...collectListeners(scenario, phases),
    recipients: new Map(
      scenario.injects.map((inject) => [inject.id, teamsAddressed(scenario, inject.to)]),
    ),
    items: spoken.items(scenario),
    positions: spoken.positions(scenario),
    obligations: spoken.obligations(scenario),
    itemsWith: groupByInject(scenario.items),
    positionsWith: groupByInject(scenario.positions),
    metBy: collectMeetings(scenario.injects),
  };
}

/**
 * The same with another text at a place of its frame: no inject's, of which there may be thousands.
 * Costs as much as the one list that the text stands in.
 */
export function playbookWith(playbook: Playbook, place: string, text: LocalizedText): Playbook {
  const scenario = withFrameText(playbook.scenario, place, text);
  const [part = ''] = place.split('/');
  return {
    ...playbook,
    scenario,
    ...(isSpoken(part) ? { [part]: spoken[part](scenario) } : {}),
  };
}

/** Look-ups of what people read about, by the scenario's list. */
const spoken = {
  parties: ({ parties }) => byId(parties),
  teams: ({ teams }) => byId(teams),
  contacts: ({ contacts }) => byId(contacts),
  objectives: ({ objectives }) => byId(objectives),
  phases: ({ phases }) => {
    const found = new Map<PhaseId, PhaseEntry>();
    walkPhases(phases, null, (phase, parentId) => {
      found.set(phase.id, { phase, parentId, order: found.size });
    });
    return found;
  },
  assets: ({ assets }) => byId(assets),
  indicators: ({ indicators }) => byId(indicators),
  items: ({ items }) => byId(items),
  positions: ({ positions }) => byId(positions),
  obligations: ({ obligations }) => byId(obligations),
} satisfies { readonly [Part in keyof Playbook]?: (scenario: Scenario) => Playbook[Part] };

function isSpoken(part: string): part is keyof typeof spoken {
  return Object.hasOwn(spoken, part);
}

function byId<Item extends { readonly id: string }>(list: readonly Item[]): Map<Item['id'], Item> {
  return new Map(list.map((item) => [item.id, item]));
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

/** Which inject a trigger waits for, if it is one that waits for an inject. */
export function triggerSource(trigger: Trigger): InjectId | null {
  return 'inject' in trigger ? trigger.inject : null;
}

/** What a condition looks at. */
export function subjectsOf(condition: Condition): Subject[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(subjectsOf);
    case 'not':
      return subjectsOf(condition.of);
    case 'milestone':
      return [`milestone ${condition.milestone}`];
    case 'choice':
    case 'inject':
      return [`inject ${condition.inject}`];
    case 'asset':
      return [`asset ${condition.asset}`];
    case 'indicator':
      return [`indicator ${condition.indicator}`];
    case 'score':
      return ['score'];
    case 'count':
      return [countSubject(condition)];
    case 'shared':
      return [`item ${condition.item}`];
    case 'position':
      return [`position ${condition.position}`];
    case 'obligation':
      return [`obligation ${condition.obligation}`];
    case 'phase':
      return [`phase ${condition.phase}`];
    case 'elapsed':
      return [`elapsed ${condition.since}`];
  }
}

function countSubject({ of, inject }: Extract<Condition, { kind: 'count' }>): Subject {
  if (of === 'shares' || of === 'breaches' || of === 'reports' || of === 'agreements') return of;
  return inject === undefined ? 'inject' : `inject ${inject}`;
}

/** Every elapsed time inside a condition. */
function momentsOf(condition: Condition): { since: MomentSource; ms: number }[] {
  if (condition.kind === 'not') return momentsOf(condition.of);
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(momentsOf);
  return condition.kind === 'elapsed'
    ? [{ since: condition.since, ms: Math.round(condition.minutes * 60_000) }]
    : [];
}

export function expectationOf(inject: Inject, expectationId: ExpectationId): Expectation | null {
  return inject.expectations.find((expectation) => expectation.id === expectationId) ?? null;
}

export function exitOf(playbook: Playbook, ref: ExitRef): PhaseExit | null {
  return playbook.phases.get(ref.phaseId)?.phase.exits[ref.exit] ?? null;
}

/** The teams that a list of teams, parties or "all" means, in the scenario's order. */
export function teamsAddressed(scenario: Scenario, to: readonly Recipient[]): TeamId[] {
  const addressed = new Set<string>(to);
  return scenario.teams
    .filter(
      (team) => addressed.has(everyone) || addressed.has(team.id) || addressed.has(team.party),
    )
    .map((team) => team.id);
}

function groupByInject<Id extends string>(
  list: readonly { readonly id: Id; readonly comesWith?: InjectId | undefined }[],
): Map<InjectId | null, Id[]> {
  const groups = new Map<InjectId | null, Id[]>();
  for (const { id, comesWith = null } of list) {
    groups.set(comesWith, [...(groups.get(comesWith) ?? []), id]);
  }
  return groups;
}

/** What an expectation waits for, apart from answers to its own inject; null for those. */
export function meetingOf(expectation: Expectation): Meeting | null {
  switch (expectation.kind) {
    case 'acknowledge':
    case 'respond':
    case 'choose':
      return null;
    case 'share':
      return `share ${expectation.item}`;
    case 'message':
      return 'message';
    case 'report':
      return `report ${expectation.obligation}`;
    case 'agree':
      return `agree ${expectation.position}`;
  }
}

function collectMeetings(injects: readonly Inject[]): Map<Meeting, ExpectationRef[]> {
  const meetings = new Map<Meeting, ExpectationRef[]>();
  for (const { id, expectations } of injects) {
    for (const expectation of expectations) {
      const meeting = meetingOf(expectation);
      if (meeting === null) continue;
      const met = meetings.get(meeting) ?? [];
      met.push({ injectId: id, expectation });
      meetings.set(meeting, met);
    }
  }
  return meetings;
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

function collectDependents(scenario: Scenario): Map<AssetId, DependencyRef[]> {
  const dependents = new Map<AssetId, DependencyRef[]>();
  for (const asset of scenario.assets) {
    asset.dependsOn.forEach((dependency, index) => {
      const felt = dependents.get(dependency.asset) ?? [];
      felt.push({ assetId: asset.id, dependency: index });
      dependents.set(dependency.asset, felt);
    });
  }
  return dependents;
}

function collectListeners(
  scenario: Scenario,
  phases: ReadonlyMap<PhaseId, PhaseEntry>,
): Pick<Playbook, 'listeners' | 'watches' | 'moments'> {
  const listeners = new Map<
    Subject,
    { injects: InjectId[]; exits: ExitRef[]; watches: WatchKey[] }
  >();
  const watches = new Map<WatchKey, Watch>();
  const moments = new Map<MomentSource, Set<number>>();
  const at = (subject: Subject) => {
    const found = listeners.get(subject) ?? { injects: [], exits: [], watches: [] };
    listeners.set(subject, found);
    return found;
  };
  const watch = (key: WatchKey, of: Watch['of'], condition: Condition) => {
    watches.set(key, { key, of, condition });
    for (const subject of new Set(subjectsOf(condition))) at(subject).watches.push(key);
    for (const { since, ms } of momentsOf(condition)) {
      moments.set(since, (moments.get(since) ?? new Set()).add(ms));
    }
  };
  for (const inject of scenario.injects) {
    const source = triggerSource(inject.release);
    if (source !== null) at(`inject ${source}`).injects.push(inject.id);
    if (inject.release.kind === 'onPhase' && inject.release.phase !== undefined) {
      at(`phase ${inject.release.phase}`).injects.push(inject.id);
    }
    if (inject.release.kind === 'when') {
      const of = { kind: 'inject', injectId: inject.id } as const;
      watch(injectWatch(inject.id), of, inject.release.condition);
    }
  }
  for (const [phaseId, { phase }] of phases) {
    phase.exits.forEach(({ when }, exit) => {
      const ref = { phaseId, exit };
      const source = triggerSource(when);
      if (source !== null) at(`inject ${source}`).exits.push(ref);
      if (when.kind === 'when') watch(exitWatch(ref), { kind: 'exit', ref }, when.condition);
    });
  }
  for (const { id, startsWhen } of scenario.obligations) {
    if (startsWhen === undefined) continue;
    watch(`obligation ${id}`, { kind: 'obligation', obligationId: id }, startsWhen);
  }
  for (const ending of scenario.endings) {
    watch(`ending ${ending.id}`, { kind: 'ending', endingId: ending.id }, ending.when);
  }
  return {
    listeners,
    watches,
    moments: new Map([...moments].map(([since, set]) => [since, [...set].sort((a, b) => a - b)])),
  };
}

export function injectWatch(injectId: InjectId): WatchKey {
  return `inject ${injectId}`;
}

export function exitWatch({ phaseId, exit }: ExitRef): WatchKey {
  return `exit ${phaseId} ${exit}`;
}
