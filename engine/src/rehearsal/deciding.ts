/** How a synthetic voice comes to a stance: it has a leaning, and gives way to others in time. */
import type { PositionSubject } from '../exercise/command-parts.js';
import type { Command } from '../exercise/commands.js';
import type { TeamId } from '../protocol/ids.js';
import type { PositionView } from '../views/exchange-view.js';
import type { Chance } from './chance.js';
import type { Temperament } from './temperament.js';

/** Null where it stays with what it said. */
export function stanceOn(
  position: PositionView,
  teamId: TeamId,
  { agreeableness }: Temperament,
  chance: Chance,
): Command | null {
  const isText = position.text !== null;
  const subject = isText
    ? ({ kind: 'version', version: position.version } as const)
    : optionToTake(position, teamId, agreeableness, chance);
  if (subject === null) return null;
  const own = position.stances.find(
    (stance) => stance.teamId === teamId && key(stance.on) === key(subject),
  );
  if (own?.stance === 'concur') return null;
  const isWilling = !isText || chance.isTrue(0.4 + agreeableness * 0.6);
  const stance = isWilling
    ? 'concur'
    : (chance.pick(['object', 'abstain', 'reserve'] as const) ?? 'object');
  const { id: positionId } = position;
  return { type: 'TakeStance', positionId, teamId, on: subject, stance, reason: '' };
}

/** What most others concur with, where it goes along; else what it leaned to, or a first leaning. */
function optionToTake(
  { options, stances }: PositionView,
  teamId: TeamId,
  agreeableness: number,
  chance: Chance,
): PositionSubject | null {
  const concurring = stances.filter(({ stance }) => stance === 'concur');
  const own = concurring.find((stance) => stance.teamId === teamId)?.on ?? null;
  const counts = new Map<string, number>();
  for (const { on } of concurring.filter((stance) => stance.teamId !== teamId)) {
    counts.set(key(on), (counts.get(key(on)) ?? 0) + 1);
  }
  const [leading] = [...counts].sort(([, a], [, b]) => b - a);
  if (leading !== undefined && chance.isTrue(agreeableness)) {
    return concurring.find(({ on }) => key(on) === leading[0])?.on ?? own;
  }
  if (own !== null) return own;
  const option = chance.pick(options);
  return option === undefined ? null : { kind: 'option', optionId: option.id };
}

function key(subject: PositionSubject): string {
  return subject.kind === 'option' ? subject.optionId : String(subject.version);
}
