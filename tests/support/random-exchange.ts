/** Information items, joint positions and obligations at random. */
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import { narrowness } from '@trilogue/engine/scenario/sharing-schema';
import type { Dice } from './dice.js';
import { toCondition, toEffects } from './random-rules.js';
import { recipients, type Sketch, textsIn } from './scenario-sketch.js';

export function toItem(dice: Dice, names: Sketch, index: number): object {
  const text = textsIn(names, dice);
  const inject = dice.isIn(50) ? dice.oneOf(names.injects) : undefined;
  const tlp = dice.oneOf(tlpLabels);
  const wider = tlpLabels.filter((label) => narrowness(label) <= narrowness(tlp));
  return {
    id: names.items[index],
    title: text(`Item ${index}`),
    body: text(`Body of item ${index}`),
    originator: dice.isIn(75) ? dice.oneOf(names.teams).id : dice.oneOf(names.contacts),
    // What an inject brings goes to some of those who get the inject.
    holders: inject === undefined ? recipients(dice, names, 2) : dice.some(inject.addressed, 1, 2),
    ...(inject !== undefined && { comesWith: inject.id }),
    tlp,
    releasableTo: dice.isIn(40) ? recipients(dice, names, 1) : [],
    ...(dice.isIn(60) && {
      sanitised: {
        body: text(`Item ${index} without sources`),
        tlp: dice.oneOf(wider),
        releasableTo: dice.isIn(40) ? recipients(dice, names, 1) : [],
      },
    }),
    personalData: dice.isIn(30),
    needs: dice.isIn(60)
      ? [
          {
            teams: recipients(dice, names, 2),
            withinMinutes: 1 + dice.upTo(8),
            points: 10,
            latePoints: 4,
            objective: 'objective-1',
          },
        ]
      : [],
  };
}

export function toPosition(dice: Dice, names: Sketch, index: number): object {
  const { id, voices, options } = names.positions[index] ?? { id: '', voices: [], options: [] };
  const text = textsIn(names, dice);
  const rule = dice.oneOf(['consensus', 'majority', 'atLeast', 'lead']);
  return {
    id,
    title: text(`Position ${index}`),
    question: text(`What of ${index}?`),
    voices,
    participants: dice.isIn(40) ? recipients(dice, names, 1) : [],
    // Most come with an early inject; the others by an effect or a controller's hand.
    ...(dice.isIn(60) && { comesWith: dice.oneOf(names.injects.slice(0, 4)).id }),
    ...(options.length > 0
      ? {
          options: options.map((option, place) => ({
            id: option,
            label: text(`Option ${place}`),
            points: place * 5,
            effects: toEffects(dice, names, 40),
          })),
        }
      : { text: text(`First words of ${index}`) }),
    rule: {
      kind: rule,
      ...(rule === 'atLeast' && { count: 1 + dice.upTo(voices.length - 1) }),
      ...(rule === 'lead' && { team: dice.oneOf(voices) }),
    },
    withinMinutes: 3 + dice.upTo(12),
    points: 10,
    ...(dice.isIn(50) && { objective: 'objective-1' }),
    onAgreed: toEffects(dice, names, 40),
    onFailed: toEffects(dice, names, 40),
  };
}

export function toObligation(dice: Dice, names: Sketch, index: number): object {
  const { id, teams } = names.obligations[index] ?? { id: '', teams: [] };
  const text = textsIn(names, dice);
  return {
    id,
    title: text(`Obligation ${index}`),
    ...(dice.isIn(50) && { rule: text(`Circular ${index}`) }),
    teams,
    to: dice.oneOf(names.contacts),
    ...(dice.isIn(60) && { startsWhen: toCondition(dice, names) }),
    withinHours: dice.oneOf([0.1, 0.25, 1, 6, 30]),
    fields: ['field-0', 'field-1'].map((field, place) => ({
      id: field,
      label: text(`Field ${place}`),
      required: place === 0,
      long: place === 1,
    })),
    points: 10,
    latePoints: 3,
    ...(dice.isIn(50) && { objective: 'objective-0' }),
    onMet: toEffects(dice, names, 40),
    onMissed: toEffects(dice, names, 40),
  };
}
