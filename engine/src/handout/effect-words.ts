/** Effects, and the occasions that bring them about, in words. */
import type { Effect, EffectKind, EffectOf } from '../scenario/effect-schema.js';
import type { Occasion } from '../scenario/effect-sites.js';
import { assetName, choiceWords } from './condition-words.js';
import { type Edition, injectNumber, name, phaseName, teamName } from './edition.js';

type EffectWords<Kind extends EffectKind> = (edition: Edition, effect: EffectOf<Kind>) => string;

const wordsByKind: { readonly [Kind in EffectKind]: EffectWords<Kind> } = {
  setMilestone: (edition, { milestone }) =>
    edition.words.brings.milestone(
      name(edition, edition.playbook.milestones.get(milestone)?.title ?? milestone),
    ),
  setAsset: (edition, { asset, status }) =>
    edition.words.brings.asset(assetName(edition, asset), edition.words.labels.assetStatus[status]),
  changeIndicator: (edition, { indicator, by, to }) => {
    const gauge = edition.playbook.indicators.get(indicator);
    const unit = gauge?.unit === undefined ? '' : name(edition, gauge.unit);
    const title = name(edition, gauge?.name ?? indicator);
    return by === undefined
      ? edition.words.brings.gaugeTo(title, `${to ?? ''}${unit}`)
      : edition.words.brings.gaugeBy(title, signed(by));
  },
  releaseInject: (edition, { inject, delayMinutes }) =>
    edition.words.brings.release(
      injectNumber(edition, inject),
      delayMinutes === 0 ? null : edition.words.duration(delayMinutes),
    ),
  cancelInject: (edition, { inject }) => edition.words.brings.cancel(injectNumber(edition, inject)),
  enterPhase: (edition, { phase }) => edition.words.brings.phase(phaseName(edition, phase)),
  startObligation: (edition, { obligation }) =>
    edition.words.brings.obligation(
      name(edition, edition.playbook.obligations.get(obligation)?.title ?? obligation),
    ),
  openPosition: (edition, { position }) =>
    edition.words.brings.position(
      name(edition, edition.playbook.positions.get(position)?.title ?? position),
    ),
  awardPoints: (edition, { team, points, reason }) =>
    edition.words.brings.points(
      signed(points),
      team === undefined ? null : teamName(edition, team),
      name(edition, reason),
    ),
};

export function effectWords(edition: Edition, effect: Effect): string {
  // The table's entry for a kind takes effects of that kind, which the compiler can't follow.
  const words = wordsByKind[effect.kind] as EffectWords<EffectKind>;
  return words(edition, effect);
}

export function effectsWords(edition: Edition, effects: readonly Effect[]): string[] {
  return effects.map((effect) => effectWords(edition, effect));
}

/** A clause: "#4 goes out", "“Close” is chosen in #4". */
export function occasionWords(edition: Edition, occasion: Occasion): string {
  const { happens, holds, labels } = edition.words;
  switch (occasion.kind) {
    case 'released':
      return happens.released(occasion.inject.number);
    case 'chosen':
      return choiceWords(edition, occasion.inject.id, occasion.choice.id, undefined);
    case 'met':
    case 'missed': {
      const task = labels.task[occasion.expectation.kind];
      return happens[occasion.kind](occasion.inject.number, task);
    }
    case 'entered':
      return happens.entered(name(edition, occasion.phase.title));
    case 'agreedOn':
      return holds.agreedOn(
        name(edition, occasion.position.title),
        name(edition, occasion.option.label),
      );
    case 'agreed':
    case 'failed':
      return holds.position[occasion.kind](name(edition, occasion.position.title));
    case 'reported':
      return holds.obligation.met(name(edition, occasion.obligation.title));
    case 'lapsed':
      return holds.obligation.missed(name(edition, occasion.obligation.title));
  }
}

/** A true minus, and a plus where it rises. */
function signed(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}
