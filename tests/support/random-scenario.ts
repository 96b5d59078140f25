/** Scenarios at random: every part of the language, references always sound. */
import { parseScenario } from '@trilogue/engine/scenario/load';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import fc from 'fast-check';
import { Dice } from './dice.js';
import { toItem, toObligation, toPosition } from './random-exchange.js';
import { toInject } from './random-injects.js';
import { toCondition, toEffects, toRareCondition } from './random-rules.js';
import { type Sketch, sketch, textsIn } from './scenario-sketch.js';

/** Each part comes from a number of its own, so that the others stand when one is left out. */
interface Ingredients {
  readonly seed: number;
  readonly teams: readonly number[];
  readonly phases: readonly number[];
  readonly injects: readonly number[];
  readonly items: readonly number[];
  readonly positions: readonly number[];
  readonly obligations: readonly number[];
}

const part = fc.nat({ max: 0xffff });
const some = (minLength: number, maxLength: number) => fc.array(part, { minLength, maxLength });

const ingredients: fc.Arbitrary<Ingredients> = fc.record({
  seed: part,
  teams: fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 6 }),
  phases: some(1, 4),
  injects: some(3, 10),
  items: some(1, 4),
  positions: some(1, 3),
  obligations: some(0, 3),
});

export const randomScenario: fc.Arbitrary<Scenario> = ingredients.map(build);

function build(given: Ingredients): Scenario {
  const dice = new Dice(given.seed);
  const names = sketch(given, dice);
  const text = textsIn(names, dice);
  const loaded = parseScenario({
    formatVersion: 1,
    id: 'random',
    title: 'Random',
    summary: 'Made by chance.',
    estimatedMinutes: 30,
    defaultLanguage: 'en',
    languages: names.languages,
    parties: ['Asia/Tokyo', 'Asia/Manila', 'America/Los_Angeles'].map((timeZone, index) => ({
      id: `party-${index}`,
      name: text(`Party ${index}`),
      timeZone,
      city: `City ${index}`,
      language: names.languages[index % names.languages.length],
    })),
    teams: names.teams.map(({ id, party }) => ({
      id,
      party,
      name: text(id),
      sector: 'Sector',
      mission: 'Mission',
    })),
    contacts: names.contacts.map((id, index) => ({
      id,
      name: `Contact ${index}`,
      role: 'Somebody',
      reachable: index > 0,
      isPublic: index === 1,
      ...(index === 2 && { party: 'party-0' }),
    })),
    objectives: ['objective-0', 'objective-1'].map((id, index) => ({
      id,
      title: `Objective ${index}`,
      capability: `Capability ${index}`,
    })),
    phases: names.outer.map((_, index) => toPhase(given, names, index)),
    milestones: names.milestones.map((id) => ({ id, title: id })),
    assets: toAssets(names, dice),
    indicators: [
      { id: 'trust', name: 'Trust', start: 50, ...(dice.isIn(50) && { visibleTo: ['team-0'] }) },
      { id: 'service', name: 'Service', party: 'party-0', start: 100, minimum: 20 },
    ],
    items: given.items.map((seed, index) => toItem(new Dice(seed), names, index)),
    positions: given.positions.map((seed, index) => toPosition(new Dice(seed), names, index)),
    obligations: given.obligations.map((seed, index) => toObligation(new Dice(seed), names, index)),
    injects: given.injects.map((seed, index) => toInject(new Dice(seed), names, index)),
    endings: [0, 1, 2, 3, 4].map((index) => ({
      id: `ending-${index}`,
      title: `Ending ${index}`,
      // What comes true seldom is waited for by itself.
      when: index < 2 ? toCondition(dice, names) : toRareCondition(dice, names),
      ends: index === 1 && dice.isIn(15),
    })),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

/** One after the other; scenario time jumps ahead with each, and runs slower or faster, or stands. */
function toPhase(given: Ingredients, names: Sketch, index: number): object {
  const dice = new Dice(given.phases[index] ?? 0);
  const next = names.outer[index + 1];
  const last = index === names.outer.length - 1;
  return {
    id: `phase-${index}`,
    title: `Phase ${index}`,
    ...((index === 0 || dice.isIn(60)) && {
      startsAt: `2026-12-0${index + 1}T08:00:00+08:00`,
    }),
    ...(dice.isIn(80) && { rate: dice.oneOf([0, 0.5, 1, 7, 30, 60]) }),
    exits: [
      ...(next === undefined ? [] : [{ to: next, when: toExit(dice, names) }]),
      // Back again, so that a module is entered twice.
      ...(index > 0 && dice.isIn(25)
        ? [{ to: 'phase-0', when: { kind: 'at', minutes: 3 + dice.upTo(4) } }]
        : []),
    ],
    onEnter: toEffects(dice, names, 40, { mayEnter: false }),
    ...(last && names.isNested && nested()),
  };
}

function toExit(dice: Dice, names: Sketch): object {
  const choosing = names.injects.filter(({ choices }) => choices > 0);
  const kind = dice.oneOf([
    ...['at', 'at', 'when', 'when', 'when', 'whenChoice', 'whenChoice', 'whenChoice'],
    ...['afterInject', 'without', 'without', 'onPhase'],
  ]);
  if (kind === 'when') {
    const mode = dice.oneOf(['edge', 'level']);
    return { kind, condition: toCondition(dice, names), mode, delayMinutes: 1 + dice.upTo(1) };
  }
  if (kind === 'afterInject') return { kind, inject: dice.oneOf(names.injects).id };
  if (kind === 'whenChoice' && choosing.length > 0) {
    return { kind, inject: dice.oneOf(choosing).id, choice: 'choice-0' };
  }
  if (kind === 'without') {
    return { kind, inject: dice.oneOf(names.injects).id, action: 'respond', minutes: 4 };
  }
  if (kind === 'onPhase') return { kind, delayMinutes: 5 };
  return { kind: 'at', minutes: 4 + dice.upTo(6) };
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
          { id: 'yard', title: 'Yard', rate: 90, exits: [] },
        ],
      },
      { id: 'press-room', title: 'Press' },
    ],
  };
}

/** A chain over three nations, with one that depends on two. */
function toAssets(names: Sketch, dice: Dice): object[] {
  return names.assets.map((id, index) => ({
    id,
    name: id,
    party: `party-${index % 3}`,
    sector: 'Sector',
    ...(index === 3 && { visibleTo: ['party-0', 'team-1'] }),
    ...(index === 0 && { place: { name: 'Quay', latitude: 35.1, longitude: 136.9 } }),
    dependsOn: names.assets.slice(Math.max(0, index - 2), index).map((asset) => ({
      asset,
      becomes: index === 2 ? 'degraded' : 'down',
      when: ['down', 'compromised', 'degraded'],
      delayMinutes: dice.upTo(2),
      recoveryMinutes: dice.upTo(2),
    })),
  }));
}
