/** When voices agree, and how a joint position opens. */

import type { PositionSubject } from '../exercise/command-parts.js';
import { type PositionState, type StanceEntry, subjectKey } from '../exercise/exchange-state.js';
import type { FactBody } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import type { PositionId, TableId } from '../protocol/ids.js';
import { teamsAddressed } from '../scenario/playbook.js';
import type { JointPosition } from '../scenario/position-schema.js';

/** Opens a position for whoever is there; nothing where none of its voices is played. */
export function openPosition(
  state: ExerciseState,
  positionId: PositionId,
  playMs: number,
): FactBody[] {
  const position = state.playbook.positions.get(positionId);
  if (position === undefined || state.positions.has(positionId)) return [];
  const { casting, playbook } = state;
  const voices = position.voices.flatMap((teamId) => {
    const tableId = casting.tableOf.get(teamId);
    return tableId === undefined ? [] : [{ teamId, tableId }];
  });
  if (voices.length === 0) return [];
  const taking = [
    ...position.voices,
    ...teamsAddressed(playbook.scenario, position.participants),
  ].flatMap((teamId): TableId[] => {
    const tableId = casting.tableOf.get(teamId);
    return tableId === undefined ? [] : [tableId];
  });
  const dueAtMs = playMs + Math.round(position.withinMinutes * 60_000);
  return [{ type: 'PositionOpened', positionId, dueAtMs, voices, tableIds: [...new Set(taking)] }];
}

/** What the voices agree on by the position's rule; null while they do not. */
export function agreement(position: JointPosition, now: PositionState): PositionSubject | null {
  const subjects = new Map(now.stances.map(({ on }) => [subjectKey(on), on]));
  for (const subject of [...subjects.values()]) {
    // Of a text only its newest version can be agreed.
    if (subject.kind === 'version' && subject.version !== now.version) continue;
    const about = now.stances.filter(({ on }) => subjectKey(on) === subjectKey(subject));
    if (isAgreed(position, now, about)) return subject;
  }
  return null;
}

function isAgreed(
  { rule }: JointPosition,
  { voices }: PositionState,
  about: readonly StanceEntry[],
): boolean {
  const count = (stance: StanceEntry['stance']) =>
    about.filter((entry) => entry.stance === stance).length;
  const leader = rule.kind === 'lead' ? rule.team : null;
  const isLed = voices.some(({ teamId }) => teamId === leader);
  switch (rule.kind) {
    case 'majority':
      return count('concur') * 2 > voices.length;
    case 'atLeast':
      // Voices that nobody plays can't be waited for.
      return count('concur') >= Math.min(rule.count, voices.length);
    case 'lead':
      if (isLed) {
        return about.some(({ teamId, stance }) => teamId === leader && stance === 'concur');
      }
      return isConsensus(voices.length, about.length, count);
    case 'consensus':
      return isConsensus(voices.length, about.length, count);
  }
}

function isConsensus(
  voices: number,
  spoken: number,
  count: (stance: StanceEntry['stance']) => number,
): boolean {
  return (
    spoken === voices && count('concur') > 0 && count('object') === 0 && count('reserve') === 0
  );
}
