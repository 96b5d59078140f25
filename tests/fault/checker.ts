/**
 * Judges a run from outside: what clients sent, were answered and were shown, against the log as it
 * was exported. Knows nothing of how the server works, only what it promised.
 */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { callLaws } from './laws/calls.js';
import { clockLaws } from './laws/clock.js';
import type { Finding, History, Law, Reading } from './laws/history.js';
import { logLaws } from './laws/log.js';
import { viewLaws } from './laws/views.js';

const laws: readonly Law[] = [...logLaws, ...callLaws, ...clockLaws, ...viewLaws];

/** All that is wrong with a run; empty when every promise was kept. */
export function check(history: History): Finding[] {
  const reading = read(history);
  return laws.flatMap((law) => law(history, reading));
}

function read(history: History): Reading {
  const log = history.exports.at(-1) ?? [];
  const byMark = new Map<string, Fact[]>();
  for (const fact of log) {
    const mark = markOf(fact);
    if (mark === null) continue;
    const found = byMark.get(mark);
    if (found === undefined) byMark.set(mark, [fact]);
    else found.push(fact);
  }
  return { log, byMark };
}

/** The words by which a command's fact is known again; no two commands carry the same. */
function markOf(fact: Fact): string | null {
  if (fact.type === 'MessageSent' || fact.type === 'ResponseSent') return fact.text;
  return fact.type === 'ScoreAdjusted' ? fact.reason : null;
}
