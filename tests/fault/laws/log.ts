/** The log by itself: whole, append-only, in order of time, and one answer a table. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Finding, Law } from './history.js';

const whole: Law = (_history, { log }) =>
  log.flatMap(({ seq }, index): Finding[] =>
    seq === index + 1 ? [] : [{ code: 'log/hole', what: `fact ${seq} stands at ${index + 1}` }],
  );

const onlyGrows: Law = ({ exports }) =>
  exports.flatMap((later, index) => {
    const earlier = index === 0 ? [] : (exports[index - 1] ?? []);
    const changed = earlier.find((fact, at) => !isSame(fact, later[at]));
    return changed === undefined
      ? []
      : [{ code: 'log/rewritten', what: `fact ${changed.seq} is not what was exported before` }];
  });

const inOrderOfTime: Law = (_history, { log }) =>
  log.flatMap((fact, index): Finding[] => {
    const before = log[index - 1];
    if (before === undefined) return [];
    const isBack =
      fact.atMs < before.atMs || (fact.epoch === before.epoch && fact.playMs < before.playMs);
    return isBack
      ? [{ code: 'log/backwards', what: `${where(fact)} is before ${where(before)}` }]
      : [];
  });

const oneAnswerATable: Law = (_history, { log }) => {
  const seen = new Map<string, number>();
  return log.flatMap((fact): Finding[] => {
    if (fact.type !== 'ResponseSent') return [];
    const key = `${fact.injectId} of ${fact.tableId} in epoch ${fact.epoch}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, fact.seq);
    return first === undefined
      ? []
      : [{ code: 'response/twice', what: `${key}: facts ${first} and ${fact.seq}` }];
  });
};

export const logLaws: readonly Law[] = [whole, onlyGrows, inOrderOfTime, oneAnswerATable];

function isSame(one: Fact, other: Fact | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function where({ seq, atMs, playMs }: Fact): string {
  return `fact ${seq} (wall ${atMs}, play ${playMs})`;
}
