/** Scenarios at random: every part of the language, references always sound. */
import { parseScenario } from '@trilogue/engine/scenario/load';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import fc from 'fast-check';

interface Ingredients {
  readonly teams: readonly number[];
  readonly phases: readonly number[];
  readonly nests: boolean;
  readonly injects: readonly InjectIngredients[];
}

interface InjectIngredients {
  readonly kind: number;
  readonly phase: number;
  readonly to: readonly number[];
  readonly trigger: number;
  readonly effects: readonly number[];
  readonly condition: readonly number[];
  readonly source: number;
  readonly minutes: number;
  readonly choices: number;
  readonly expectations: readonly number[];
  readonly tlp: number;
}

const small = fc.nat({ max: 11 });

const ingredients: fc.Arbitrary<Ingredients> = fc.record({
  teams: fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 6 }),
  phases: fc.array(small, { minLength: 1, maxLength: 3 }),
  nests: fc.boolean(),
  injects: fc.array(
    fc.record({
      kind: fc.nat({ max: 3 }),
      phase: small,
      to: fc.array(small, { minLength: 1, maxLength: 3 }),
      trigger: fc.nat({ max: 10 }),
      effects: fc.array(small, { maxLength: 2 }),
      condition: fc.array(small, { minLength: 1, maxLength: 3 }),
      source: small,
      minutes: fc.nat({ max: 6 }),
      choices: fc.nat({ max: 3 }),
      expectations: fc.array(fc.nat({ max: 17 }), { maxLength: 3 }),
      tlp: fc.nat({ max: 4 }),
    }),
    { minLength: 3, maxLength: 10 },
  ),
});

const kinds = ['contextual', 'expectedAction', 'contingency', 'decision'] as const;
const channels = ['email', 'news', 'social', 'call', 'alert', 'letter'] as const;
const labels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

export const randomScenario: fc.Arbitrary<Scenario> = ingredients.map(build);

function build(given: Ingredients): Scenario {
  const teams = given.teams.map((party, index) => ({
    id: `team-${index}`,
    party: `party-${party}`,
    name: `Team ${index}`,
    sector: 'Sector',
    mission: 'Mission',
  }));
  const phaseIds = given.phases.map((_, index) => `phase-${index}`);
  const inner = given.nests ? ['quay', 'yard', 'press'] : [];
  const injects = given.injects.map((inject, index) => toInject(inject, index, given, teams));
  const loaded = parseScenario({
    formatVersion: 1,
    id: 'random',
    title: 'Random',
    summary: 'Made by chance.',
    estimatedMinutes: 30,
    defaultLanguage: 'en',
    languages: ['en'],
    parties: ['Asia/Tokyo', 'Asia/Manila', 'America/Los_Angeles'].map((timeZone, index) => ({
      id: `party-${index}`,
      name: `Party ${index}`,
      timeZone,
      city: `City ${index}`,
      language: 'en',
    })),
    teams,
    contacts: [{ id: 'contact', name: 'A. Contact', role: 'Somebody' }],
    objectives: [{ id: 'objective', title: 'Objective', capability: 'Capability' }],
    phases: phaseIds.map((id, index) => ({
      id,
      title: `Phase ${index}`,
      startsAt: `2026-12-0${index + 1}T08:00:00+08:00`,
      rate: 1 + (given.phases[index] ?? 0),
      exits: phaseIds[index + 1] === undefined ? [] : [exitTo(given, index)],
      ...(index === given.phases.length - 1 && inner.length > 0 && nested()),
    })),
    milestones: ['first', 'second'].map((id) => ({ id, title: id })),
    assets: assets(given),
    indicators: [
      { id: 'trust', name: 'Trust', start: 50, ...(given.nests && { visibleTo: ['team-0'] }) },
      { id: 'service', name: 'Service', party: 'party-0', start: 100, minimum: 20 },
    ],
    injects,
    endings: given.injects.slice(0, 2).map(({ condition }, index) => ({
      id: `ending-${index}`,
      title: `Ending ${index}`,
      when: toCondition(condition, given),
      ends: index === 1 && condition.length === 3,
    })),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

function exitTo(given: Ingredients, index: number) {
  const to = `phase-${index + 1}`;
  if ((given.phases[index] ?? 0) % 2 === 1) {
    const condition = toCondition([(given.phases[index] ?? 0) % 3 === 0 ? 6 : 5], given);
    return { to, when: { kind: 'when', condition, mode: 'level', delayMinutes: 1 } };
  }
  const choice = given.injects.findIndex(({ choices }) => choices >= 2);
  return (given.phases[index] ?? 0) % 3 === 0 && choice >= 0
    ? { to, when: { kind: 'whenChoice', inject: `inject-${choice}`, choice: 'choice-0' } }
    : { to, when: { kind: 'at', minutes: 4 + (given.phases[index] ?? 0) } };
}

/** An inner region of two phases one after the other, beside another that runs all the while. */
function nested() {
  return {
    mode: 'parallel',
    phases: [
      {
        id: 'quay',
        title: 'Quay',
        phases: [
          {
            id: 'gates',
            title: 'Gates',
            exits: [{ to: 'yard', when: { kind: 'at', minutes: 3 } }],
          },
          { id: 'yard', title: 'Yard', rate: 7, exits: [] },
        ],
      },
      { id: 'press', title: 'Press' },
    ],
  };
}

function toInject(
  given: InjectIngredients,
  index: number,
  all: Ingredients,
  teams: readonly { id: string; party: string }[],
) {
  const phaseIds = [
    ...all.phases.map((_, place) => `phase-${place}`),
    ...(all.nests ? ['quay', 'gates', 'yard', 'press'] : []),
  ];
  const to = given.to.map((pick) => {
    const team = teams[pick % teams.length];
    return pick === 0 ? 'all' : pick % 4 === 1 ? team?.party : team?.id;
  });
  const addressed = teams.filter(
    ({ id, party }) => to.includes('all') || to.includes(id) || to.includes(party),
  );
  const hasChoices = given.choices >= 2;
  return {
    id: `inject-${index}`,
    number: String(index + 1),
    title: `Inject ${index}`,
    kind: kinds[hasChoices ? given.kind : given.kind % 3],
    phase: phaseIds[given.phase % phaseIds.length],
    channel: channels[given.phase % channels.length],
    from: 'contact',
    to,
    tlp: labels[given.tlp],
    body: `Body ${index}`,
    release: toTrigger(given, index, all),
    effects: given.effects.slice(0, 1).map((pick) => toEffect(pick, all, given.minutes)),
    ...(hasChoices && {
      choices: Array.from({ length: given.choices }, (_, place) => ({
        id: `choice-${place}`,
        label: `Choice ${place}`,
        points: place * 5,
        effects: place === 0 ? given.effects.map((pick) => toEffect(pick, all, place + pick)) : [],
      })),
    }),
    expectations: given.expectations.map((pick, place) => ({
      id: `expectation-${place}`,
      kind: kindOf(pick, hasChoices && place === given.expectations.findIndex((p) => p % 3 === 2)),
      withinMinutes: 1 + (pick % 5),
      points: 10,
      latePoints: pick % 2 === 0 ? 5 : 0,
      announced: pick % 4 !== 3,
      onMissed: given.effects.map((effect) => toEffect(effect, all, pick)),
      onMet: given.effects.map((effect) => toEffect(11 - effect, all, pick)),
      ...(pick % 2 === 0 && { objective: 'objective' }),
      ...(pick > 14 && addressed[0] && { teams: [addressed[0].id] }),
    })),
  };
}

const statuses = ['operational', 'degraded', 'isolated', 'compromised', 'down'] as const;

/** A chain over three nations, with one that depends on two. */
function assets(given: Ingredients) {
  const delay = (index: number) => (given.phases[index % given.phases.length] ?? 0) % 3;
  return ['terminal', 'broker', 'customs', 'carrier'].map((id, index) => ({
    id,
    name: id,
    party: `party-${index % 3}`,
    sector: 'Sector',
    ...(index === 3 && { visibleTo: ['party-0', 'team-1'] }),
    ...(index === 0 && { place: { name: 'Quay', latitude: 35.1, longitude: 136.9 } }),
    dependsOn: ['terminal', 'broker', 'customs'].slice(Math.max(0, index - 2), index).map((on) => ({
      asset: on,
      becomes: index === 2 ? 'degraded' : 'down',
      when: ['down', 'compromised', 'degraded'],
      delayMinutes: delay(index),
      recoveryMinutes: delay(index + 1),
    })),
  }));
}

function toEffect(pick: number, given: Ingredients, value: number) {
  const inject = `inject-${value % given.injects.length}`;
  const asset = ['terminal', 'broker', 'customs', 'carrier'][value % 4];
  return [
    { kind: 'setMilestone', milestone: value % 2 === 0 ? 'first' : 'second' },
    { kind: 'setAsset', asset, status: statuses[value % 5] },
    { kind: 'setAsset', asset: 'terminal', status: value % 2 === 0 ? 'down' : 'operational' },
    { kind: 'changeIndicator', indicator: 'trust', by: value * 7 - 30 },
    { kind: 'changeIndicator', indicator: 'service', to: 20 + value },
    { kind: 'releaseInject', inject, delayMinutes: value % 3 },
    { kind: 'cancelInject', inject },
    { kind: 'enterPhase', phase: `phase-${value % given.phases.length}` },
    { kind: 'awardPoints', points: value - 5, reason: 'Well done' },
    { kind: 'awardPoints', team: 'team-0', points: value, reason: 'Well done' },
    { kind: 'setMilestone', milestone: 'first' },
    { kind: 'changeIndicator', indicator: 'trust', by: -10 },
  ][pick];
}

/** Every kind of condition, singly or several together. */
function toCondition(picks: readonly number[], given: Ingredients): object {
  const [first = 0, ...rest] = picks;
  const choice = given.injects.findIndex(({ choices }) => choices >= 2);
  const inject = `inject-${first % given.injects.length}`;
  const leaves = [
    { kind: 'milestone', milestone: 'first' },
    choice < 0
      ? { kind: 'milestone', milestone: 'second' }
      : { kind: 'choice', inject: `inject-${choice}`, choice: 'choice-0', by: 'team-0' },
    { kind: 'inject', inject, is: 'released' },
    { kind: 'inject', inject, is: 'answered' },
    { kind: 'inject', inject, is: 'overdue' },
    { kind: 'asset', asset: 'customs', is: ['degraded', 'down'] },
    { kind: 'indicator', indicator: 'trust', atMost: 45 },
    { kind: 'score', atLeast: 10 },
    { kind: 'count', of: 'responses', atLeast: 1 },
    { kind: 'phase', phase: `phase-${given.phases.length - 1}` },
    { kind: 'elapsed', minutes: 3 },
    { kind: 'elapsed', minutes: 2, since: 'phase-0' },
  ];
  const leaf = leaves[first] ?? {};
  if (rest.length === 0) return leaf;
  if (rest.length === 2) return { kind: 'not', of: toCondition(rest, given) };
  return { kind: first % 2 === 0 ? 'any' : 'all', of: [leaf, toCondition(rest, given)] };
}

/** One expectation of an inject may ask for the choice. */
function kindOf(pick: number, mayChoose: boolean): 'acknowledge' | 'respond' | 'choose' {
  if (pick % 3 === 0) return 'acknowledge';
  return pick % 3 === 2 && mayChoose ? 'choose' : 'respond';
}

/** Waits for an earlier inject only, so that no chain comes back to itself. */
function toTrigger(given: InjectIngredients, index: number, all: Ingredients) {
  const at = {
    kind: 'at',
    minutes: given.minutes,
    from: given.source % 5 === 0 ? 'startEx' : 'phase',
  };
  if (index === 0 || given.trigger < 2) return at;
  if (given.trigger === 2) return { kind: 'manual' };
  if (given.trigger > 8) {
    return {
      kind: 'when',
      condition: toCondition(given.condition, all),
      mode: given.trigger === 9 ? 'edge' : 'level',
      delayMinutes: given.minutes % 3,
    };
  }
  if (given.trigger === 8) return { kind: 'onPhase', delayMinutes: given.minutes % 3 };
  const source = given.source % index;
  const choices = all.injects[source]?.choices ?? 0;
  const hasDeadline = (all.injects[source]?.expectations.length ?? 0) > 0;
  if (given.trigger < 5 && choices >= 2) {
    return {
      kind: 'whenChoice',
      inject: `inject-${source}`,
      choice: `choice-${given.minutes % choices}`,
      delayMinutes: given.minutes % 3,
    };
  }
  if (given.trigger === 7) {
    return {
      kind: 'without',
      inject: `inject-${source}`,
      action: (['acknowledge', 'respond', 'choose'] as const)[given.minutes % 3],
      minutes: 1 + (given.minutes % 4),
    };
  }
  return {
    kind: 'afterInject',
    inject: `inject-${source}`,
    event: (['released', 'answered', hasDeadline ? 'overdue' : 'released'] as const)[
      given.minutes % 3
    ],
    delayMinutes: given.minutes % 2,
  };
}
