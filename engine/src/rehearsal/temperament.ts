/** How a synthetic team behaves. None of them knows more than its screen shows. */
import type { Chance } from './chance.js';

export const temperaments = ['prompt', 'slow', 'silent', 'mistaken'] as const;
export type TemperamentName = (typeof temperaments)[number];
/** mixed: each table draws its own. */
export type TeamsOption = TemperamentName | 'mixed';

export interface Temperament {
  readonly name: TemperamentName;
  /** Minutes of play from seeing something to acting on it, the least and the most. */
  readonly minutes: readonly [number, number];
  /** How likely it does what is asked, what nobody asked, and what is not its business. */
  readonly diligence: number;
  readonly initiative: number;
  /** How likely it disregards a marking or leaves out what is required. */
  readonly carelessness: number;
  /** How likely it goes along with what others already want. */
  readonly agreeableness: number;
}

export const temperamentOf: { readonly [Name in TemperamentName]: Temperament } = {
  prompt: {
    name: 'prompt',
    minutes: [0.5, 3],
    diligence: 0.99,
    initiative: 0.8,
    carelessness: 0,
    agreeableness: 0.85,
  },
  slow: {
    name: 'slow',
    minutes: [3, 11],
    diligence: 0.92,
    initiative: 0.4,
    carelessness: 0.05,
    agreeableness: 0.7,
  },
  silent: {
    name: 'silent',
    minutes: [0, 0],
    diligence: 0,
    initiative: 0,
    carelessness: 0,
    agreeableness: 0,
  },
  mistaken: {
    name: 'mistaken',
    minutes: [2, 12],
    diligence: 0.55,
    initiative: 0.6,
    carelessness: 0.6,
    agreeableness: 0.35,
  },
};

/** Of a mixed room, in hundredths: most are at work, some are late, a few go wrong or say nothing. */
const mixture: readonly (readonly [TemperamentName, number])[] = [
  ['prompt', 40],
  ['slow', 25],
  ['mistaken', 25],
  ['silent', 10],
];

export function drawTemperament(teams: TeamsOption, chance: Chance): Temperament {
  if (teams !== 'mixed') return temperamentOf[teams];
  let left = chance.next() * 100;
  for (const [name, share] of mixture) {
    left -= share;
    if (left < 0) return temperamentOf[name];
  }
  return temperamentOf.prompt;
}
