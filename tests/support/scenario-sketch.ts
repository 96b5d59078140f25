/** What a random scenario's parts may name of each other, known before any of them is written. */
import type { Dice } from './dice.js';

export interface Sketch {
  readonly languages: readonly string[];
  readonly parties: readonly string[];
  readonly teams: readonly { readonly id: string; readonly party: string }[];
  readonly contacts: readonly string[];
  readonly outer: readonly string[];
  /** All phases, inner ones too. */
  readonly phases: readonly string[];
  readonly isNested: boolean;
  readonly milestones: readonly string[];
  readonly assets: readonly string[];
  readonly injects: readonly InjectSketch[];
  readonly items: readonly string[];
  readonly positions: readonly PositionSketch[];
  readonly obligations: readonly { readonly id: string; readonly teams: readonly string[] }[];
}

export interface InjectSketch {
  readonly id: string;
  readonly to: readonly string[];
  /** Every team it is addressed to. */
  readonly addressed: readonly string[];
  readonly choices: number;
  readonly expectations: number;
}

export interface PositionSketch {
  readonly id: string;
  readonly voices: readonly string[];
  /** None where a text is drafted together. */
  readonly options: readonly string[];
}

interface Sizes {
  readonly teams: readonly number[];
  readonly phases: readonly number[];
  readonly injects: readonly number[];
  readonly items: readonly number[];
  readonly positions: readonly number[];
  readonly obligations: readonly number[];
}

export function sketch(sizes: Sizes, dice: Dice): Sketch {
  const teams = sizes.teams.map((party, index) => ({
    id: `team-${index}`,
    party: `party-${party}`,
  }));
  const teamIds = teams.map(({ id }) => id);
  const parties = [...new Set(teams.map(({ party }) => party))];
  const isNested = dice.isIn(50);
  const outer = sizes.phases.map((_, index) => `phase-${index}`);
  return {
    languages: dice.isIn(40) ? ['en', 'ja'] : ['en'],
    parties,
    teams,
    contacts: ['contact-0', 'contact-1', 'contact-2'],
    outer,
    phases: [...outer, ...(isNested ? ['quay', 'gates', 'yard', 'press-room'] : [])],
    isNested,
    milestones: ['milestone-0', 'milestone-1'],
    assets: ['terminal', 'broker', 'customs', 'carrier'],
    injects: sizes.injects.map((_, index) => {
      const to = dice.isIn(40) ? ['all'] : dice.some(dice.isIn(50) ? parties : teamIds, 1, 3);
      return {
        id: `inject-${index}`,
        to,
        addressed: addressed(teams, to),
        choices: dice.isIn(45) ? 2 + dice.upTo(1) : 0,
        expectations: dice.upTo(3),
      };
    }),
    items: sizes.items.map((_, index) => `item-${index}`),
    positions: sizes.positions.map((_, index) => ({
      id: `position-${index}`,
      voices: dice.some(teamIds, 1, 4),
      options: dice.isIn(55) ? ['option-0', 'option-1'] : [],
    })),
    obligations: sizes.obligations.map((_, index) => ({
      id: `obligation-${index}`,
      teams: dice.some(teamIds, 1, 3),
    })),
  };
}

/** The teams that recipients stand for. */
export function addressed(teams: Sketch['teams'], to: readonly string[]): string[] {
  return teams
    .filter(({ id, party }) => to.includes('all') || to.includes(id) || to.includes(party))
    .map(({ id }) => id);
}

/** A team, a party or everybody. */
export function recipient(dice: Dice, { teams, parties }: Sketch): string {
  return dice.oneOf(['all', dice.oneOf(parties), dice.oneOf(teams).id, dice.oneOf(teams).id]);
}

export function recipients(dice: Dice, names: Sketch, most: number): string[] {
  return [
    ...new Set(Array.from({ length: 1 + dice.upTo(most - 1) }, () => recipient(dice, names))),
  ];
}

/** Texts in the scenario's languages; now and then one lacks all but the first. */
export function textsIn({ languages }: Pick<Sketch, 'languages'>, dice: Dice) {
  return (words: string): string | Record<string, string> =>
    languages.length === 1 || dice.isIn(40) ? words : { en: words, ja: `${words}（訳）` };
}
