/** Conditions in words. A new kind does not compile until it has its sentence. */
import type { Condition, LeafCondition } from '../scenario/condition-schema.js';
import { everyone } from '../scenario/world-schema.js';
import type { Point } from './blocks.js';
import {
  type Edition,
  injectNumber,
  name,
  phaseName,
  recipientNames,
  teamName,
} from './edition.js';
import { cut } from './plain-text.js';
import { playTime } from './play-time.js';

type LeafKind = LeafCondition['kind'];
type LeafWords<Kind extends LeafKind> = (
  edition: Edition,
  condition: Extract<LeafCondition, { kind: Kind }>,
) => string;

const leafWords: { readonly [Kind in LeafKind]: LeafWords<Kind> } = {
  milestone: (edition, { milestone }) =>
    edition.words.holds.milestone(
      name(edition, edition.playbook.milestones.get(milestone)?.title ?? milestone),
    ),
  choice: (edition, { inject, choice, by }) => choiceWords(edition, inject, choice, by),
  inject: (edition, { inject, is }) => edition.words.happens[is](injectNumber(edition, inject)),
  asset: (edition, { asset, is }) =>
    edition.words.holds.asset(
      assetName(edition, asset),
      edition.words.either(is.map((status) => edition.words.labels.assetStatus[status])),
    ),
  indicator: (edition, { indicator, ...bounds }) => {
    const gauge = edition.playbook.indicators.get(indicator);
    return boundedWords(edition, name(edition, gauge?.name ?? indicator), bounds);
  },
  score: (edition, { team, ...bounds }) => {
    const { pointsOfAll, pointsOf } = edition.words.holds;
    const what = team === undefined ? pointsOfAll : pointsOf(teamName(edition, team));
    return boundedWords(edition, what, bounds);
  },
  count: (edition, { of, inject, ...bounds }) => {
    const { counted, countedIn } = edition.words.holds;
    const what =
      inject === undefined ? counted[of] : countedIn(counted[of], injectNumber(edition, inject));
    return boundedWords(edition, what, bounds);
  },
  shared: (edition, { item, by, with: to }) => {
    const title = name(edition, edition.playbook.items.get(item)?.title ?? item);
    const whom = to === everyone ? edition.words.holds.everyTeam : to;
    return edition.words.holds.shared(
      title,
      by === undefined ? null : teamName(edition, by),
      whom === undefined ? null : to === everyone ? whom : recipientNames(edition, [whom as never]),
    );
  },
  position: (edition, { position, is, option }) => {
    const found = edition.playbook.positions.get(position);
    const title = name(edition, found?.title ?? position);
    if (option === undefined) return edition.words.holds.position[is](title);
    const label = found?.options?.find(({ id }) => id === option)?.label ?? option;
    return edition.words.holds.agreedOn(title, name(edition, label));
  },
  obligation: (edition, { obligation, is }) => {
    const found = edition.playbook.obligations.get(obligation);
    return edition.words.holds.obligation[is](name(edition, found?.title ?? obligation));
  },
  phase: (edition, { phase }) => edition.words.holds.phase(phaseName(edition, phase)),
  elapsed: (edition, { minutes, since }) =>
    edition.words.holds.elapsed(
      playTime(minutes),
      since === 'startEx' ? null : phaseName(edition, since),
    ),
};

/** A condition in one sentence; parts of parts stand in brackets. */
export function conditionWords(edition: Edition, condition: Condition): string {
  return sentence(edition, condition, false);
}

function sentence(edition: Edition, condition: Condition, isInner: boolean): string {
  const { holds } = edition.words;
  if (condition.kind === 'not') return holds.not(sentence(edition, condition.of, true));
  if (condition.kind !== 'all' && condition.kind !== 'any') return leafOf(edition, condition);
  const [only] = condition.of;
  if (only !== undefined && condition.of.length === 1) return sentence(edition, only, isInner);
  const parts = condition.of.map((part) => sentence(edition, part, true));
  const joined = parts.join(condition.kind === 'all' ? holds.and : holds.or);
  return isInner ? holds.bracket(joined) : joined;
}

/** A condition as a list in which what belongs together stands together. */
export function conditionPoint(edition: Edition, condition: Condition): Point {
  const { heads } = edition.words.holds;
  if (condition.kind === 'not') {
    return isLeaf(condition.of)
      ? { text: conditionWords(edition, condition) }
      : { text: heads.not, points: [conditionPoint(edition, condition.of)] };
  }
  if (condition.kind !== 'all' && condition.kind !== 'any') {
    return { text: leafOf(edition, condition) };
  }
  return {
    text: heads[condition.kind],
    points: condition.of.map((part) => conditionPoint(edition, part)),
  };
}

/** Letters of a choice's label in a sentence: enough to tell it from the others. */
const labelWidth = 64;

export function choiceWords(
  edition: Edition,
  injectId: string,
  choiceId: string,
  by: string | undefined,
): string {
  const inject = edition.playbook.injects.get(injectId as never);
  const label = inject?.choices?.find(({ id }) => id === choiceId)?.label ?? choiceId;
  return edition.words.happens.chosen(
    injectNumber(edition, injectId),
    cut(name(edition, label), labelWidth),
    by === undefined ? null : teamName(edition, by as never),
  );
}

export function assetName(edition: Edition, assetId: string): string {
  return name(edition, edition.playbook.assets.get(assetId as never)?.name ?? assetId);
}

function isLeaf(condition: Condition): condition is LeafCondition {
  return condition.kind !== 'all' && condition.kind !== 'any' && condition.kind !== 'not';
}

function leafOf(edition: Edition, condition: LeafCondition): string {
  // The table's entry for a kind takes conditions of that kind, which the compiler can't follow.
  const words = leafWords[condition.kind] as LeafWords<LeafKind>;
  return words(edition, condition);
}

function boundedWords(
  { words }: Edition,
  what: string,
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
): string {
  return words.holds.bounded(what, atLeast ?? null, atMost ?? null);
}
