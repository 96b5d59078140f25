/** Injects at random: whom they reach, in which words, and what is expected. */
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import { type Channel, channelSchema } from '@trilogue/engine/scenario/inject-schema';
import type { Dice } from './dice.js';
import { toEffects, toTrigger } from './random-rules.js';
import { type InjectSketch, recipients, type Sketch, textsIn } from './scenario-sketch.js';

const channels: readonly Channel[] = channelSchema.options;

export function toInject(dice: Dice, names: Sketch, index: number): object {
  const own = names.injects[index];
  if (own === undefined) throw new Error('an inject without a sketch');
  const text = textsIn(names, dice);
  const kinds = ['contextual', 'expectedAction', 'contingency'];
  const forms = (id: string) => ({
    ...(dice.isIn(70) && { title: text(`Title ${id}`) }),
    ...(dice.isIn(70) && { body: text(`Body ${id}`) }),
    ...(dice.isIn(40) && { from: dice.oneOf(names.contacts) }),
  });
  return {
    id: own.id,
    number: String(index + 1),
    title: text(`Inject ${index}`),
    kind: own.choices > 0 ? dice.oneOf([...kinds, 'decision']) : dice.oneOf(kinds),
    // The story begins in the first phase, so that most of it is played.
    phase: index < 3 || dice.isIn(50) ? names.phases[0] : dice.oneOf(names.phases),
    channel: dice.oneOf(channels),
    from: dice.oneOf(names.contacts),
    to: own.to,
    tlp: dice.oneOf(tlpLabels),
    body: text(`Body ${index}`),
    ...(dice.isIn(30) && {
      variants: ['variant-0', 'variant-1'].map((id) => ({
        id,
        weight: 1 + dice.upTo(2),
        ...forms(`${index} ${id}`),
      })),
    }),
    ...(dice.isIn(30) && {
      perRecipient: [{ to: dice.some(own.addressed, 1, 2), ...forms(`${index} own`) }],
    }),
    release: toTrigger(dice, names, index),
    effects: toEffects(dice, names, 40),
    ...(own.choices > 0 && {
      choices: Array.from({ length: own.choices }, (_, place) => ({
        id: `choice-${place}`,
        label: text(`Choice ${place}`),
        points: place * 5,
        effects: toEffects(dice, names, place === 0 ? 50 : 20),
      })),
    }),
    expectations: toExpectations(dice, names, own),
  };
}

function toExpectations(dice: Dice, names: Sketch, own: InjectSketch): object[] {
  let hasChoose = false;
  return Array.from({ length: own.expectations }, (_, place) => {
    const asked = kindOf(dice, names, own, own.choices > 0 && !hasChoose);
    hasChoose ||= (asked as { kind: string }).kind === 'choose';
    const withinMinutes = 1 + dice.upTo(5);
    const announced = dice.isIn(65);
    return {
      id: `expectation-${place}`,
      // Some of the recipients, where the kind does not say who.
      ...(dice.isIn(20) && { teams: dice.some(own.addressed, 1, 2) }),
      ...asked,
      by: dice.oneOf(['each', 'each', 'any']),
      withinMinutes,
      points: 10,
      latePoints: dice.oneOf([0, 5]),
      announced,
      ...(dice.isIn(30) && { fullUntilMinutes: dice.upTo(withinMinutes) }),
      ...(!announced && dice.isIn(60) && { revealAfterMinutes: dice.upTo(withinMinutes) }),
      ...(dice.isIn(50) && { objective: 'objective-0' }),
      ...(dice.isIn(30) && {
        criteria: ['criterion-0', 'criterion-1'].map((id) => ({ id, text: id })),
      }),
      onMet: toEffects(dice, names, 30),
      onMissed: toEffects(dice, names, 40),
    };
  });
}

/** Whoever should agree has a voice, whoever should report is obliged; else a response is asked. */
function kindOf(dice: Dice, names: Sketch, own: InjectSketch, mayChoose: boolean): object {
  const among = (teams: readonly string[]) => own.addressed.filter((id) => teams.includes(id));
  switch (dice.upTo(9)) {
    case 0:
    case 1:
      return { kind: 'acknowledge' };
    case 2:
    case 3:
      return { kind: mayChoose ? 'choose' : 'respond' };
    case 4:
    case 5:
      return names.items.length === 0
        ? { kind: 'message', with: recipients(dice, names, 2) }
        : { kind: 'share', item: dice.oneOf(names.items), with: recipients(dice, names, 2) };
    case 6:
      return { kind: 'message', with: recipients(dice, names, 2) };
    case 7: {
      const { id, teams } = names.obligations[dice.upTo(2)] ?? { id: '', teams: [] };
      const obliged = among(teams);
      return obliged.length === 0
        ? { kind: 'respond' }
        : { kind: 'report', obligation: id, teams: obliged };
    }
    case 8: {
      const { id, voices } = names.positions[dice.upTo(2)] ?? { id: '', voices: [] };
      const speaking = among(voices);
      return speaking.length === 0
        ? { kind: 'respond' }
        : { kind: 'agree', position: id, teams: speaking };
    }
    default:
      return { kind: 'respond' };
  }
}
