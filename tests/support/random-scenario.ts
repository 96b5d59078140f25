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
      trigger: fc.nat({ max: 6 }),
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
    injects,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

function exitTo(given: Ingredients, index: number) {
  const to = `phase-${index + 1}`;
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
    ...(hasChoices && {
      choices: Array.from({ length: given.choices }, (_, place) => ({
        id: `choice-${place}`,
        label: `Choice ${place}`,
        points: place * 5,
      })),
    }),
    expectations: given.expectations.map((pick, place) => ({
      id: `expectation-${place}`,
      kind: pick % 3 === 0 ? 'acknowledge' : pick % 3 === 1 || !hasChoices ? 'respond' : 'choose',
      withinMinutes: 1 + (pick % 5),
      points: 10,
      latePoints: pick % 2 === 0 ? 5 : 0,
      announced: pick % 4 !== 3,
      ...(pick % 2 === 0 && { objective: 'objective' }),
      ...(pick > 14 && addressed[0] && { teams: [addressed[0].id] }),
    })),
  };
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
  const source = given.source % index;
  const choices = all.injects[source]?.choices ?? 0;
  if (given.trigger < 5 && choices >= 2) {
    return {
      kind: 'whenChoice',
      inject: `inject-${source}`,
      choice: `choice-${given.minutes % choices}`,
      delayMinutes: given.minutes % 3,
    };
  }
  return {
    kind: 'afterInject',
    inject: `inject-${source}`,
    event: (['released', 'answered', 'overdue'] as const)[given.minutes % 3],
    delayMinutes: given.minutes % 2,
  };
}
