/** Reporting clocks and joint positions against the time that play leaves them. */
import type { Obligation } from '../scenario/obligation-schema.js';
import type { LintContext } from './lint-context.js';
import { moduleOf } from './reach/phase-relations.js';
import type { LintRule } from './rule.js';
import { endOf, type Stretch, stretchesOf } from './scenario-time.js';
import { amount } from './words.js';

const hour = 3_600_000;
/** Minutes of play in which nobody can file a report. */
const hardlyTime = 3;

export const clockRules: readonly LintRule[] = [
  {
    code: 'clock/outlasts-play',
    severity: 'note',
    meaning:
      'From the earliest start of this reporting clock to the end of play less scenario time passes than it allows, so nobody can miss it.',
    mend: 'Leave it if filing is the point. Else jump ahead with a phase’s "startsAt", or raise "rate".',
    *find(context) {
      const stretches = stretchesOf(context.script);
      const end = Math.max(...stretches.map(endOf));
      for (const [index, obligation] of context.scenario.obligations.entries()) {
        const start = startOf(obligation, context, stretches);
        if (start === null || start.atMs + obligation.withinHours * hour <= end) continue;
        const left = (end - start.atMs) / hour;
        yield {
          path: `obligations[${index}].withinHours`,
          message: `"${obligation.id}" allows ${amount(obligation.withinHours)} hours, of which ${amount(left)} pass in play`,
        };
      }
    },
  },
  {
    code: 'clock/no-time-to-report',
    severity: 'note',
    meaning: `The clock runs out within ${hardlyTime} minutes of play, by the rate of scenario time or by a jump to the next phase.`,
    mend: 'Start it earlier, allow more hours, or slow scenario time down.',
    *find(context) {
      const stretches = stretchesOf(context.script);
      for (const [index, obligation] of context.scenario.obligations.entries()) {
        const start = startOf(obligation, context, stretches);
        if (start === null) continue;
        const left = playUntil(start.atMs + obligation.withinHours * hour, start.play, stretches);
        if (left >= hardlyTime) continue;
        yield {
          path: `obligations[${index}].withinHours`,
          message: `"${obligation.id}" leaves ${amount(left)} minutes of play to report`,
        };
      }
    },
  },
  {
    code: 'clock/position-outlasts-play',
    severity: 'note',
    meaning:
      'Even opened as early as it can, the joint position is open beyond the estimated end of play.',
    mend: 'Open it earlier, shorten "withinMinutes", or raise "estimatedMinutes".',
    *find({ scenario, playbook, script }) {
      for (const [index, { id, comesWith, withinMinutes }] of scenario.positions.entries()) {
        const inject = comesWith === undefined ? undefined : playbook.injects.get(comesWith);
        const offset = inject === undefined ? null : script.offset(inject.id);
        if (inject === undefined || offset === null) continue;
        const module = script.modules.find(({ injects }) => injects.includes(inject));
        const end = (module?.startsAt ?? 0) + offset + withinMinutes;
        if (end <= scenario.estimatedMinutes) continue;
        yield {
          path: `positions[${index}].withinMinutes`,
          message: `"${id}" is open until minute ${amount(end)}, and play ends at ${scenario.estimatedMinutes}`,
        };
      }
    },
  },
  {
    code: 'clock/estimate',
    severity: 'note',
    meaning:
      'The phases last longer by their own clocks than "estimatedMinutes" says, so facilitators plan too short a day.',
    mend: 'Raise "estimatedMinutes", or let the phases end sooner.',
    *find({ scenario, script }) {
      const { estimatedMinutes } = scenario;
      const timed = script.modules.filter(({ phase }) => script.longest(phase.id) < Infinity);
      const total = timed.reduce((sum, { length }) => sum + length, 0);
      if (total <= estimatedMinutes) return;
      yield {
        path: 'estimatedMinutes',
        message: `the phases take ${amount(total)} minutes, the estimate says ${estimatedMinutes}`,
      };
    },
  },
];

interface Start {
  /** Scenario time, ms UTC. */
  readonly atMs: number;
  /** Minutes of play. */
  readonly play: number;
}

/** The earliest start of a clock that the script gives; null where it hangs on what people do. */
function startOf(
  obligation: Obligation,
  { sites, script, playbook }: LintContext,
  stretches: readonly Stretch[],
): Start | null {
  if (obligation.startsWhen !== undefined) return null;
  const starts = sites.flatMap(({ effect, occasion }): Start[] => {
    if (effect.kind !== 'startObligation' || effect.obligation !== obligation.id) return [];
    if (occasion.kind !== 'released' && occasion.kind !== 'entered') return [];
    const phaseId = 'inject' in occasion ? occasion.inject.phase : occasion.phase.id;
    const stretch = stretches.find((one) => one.phaseId === moduleOf(playbook, phaseId));
    const offset = 'inject' in occasion ? script.offset(occasion.inject.id) : 0;
    if (stretch === undefined || offset === null) return [];
    const atMs = stretch.startsAtMs + offset * stretch.rate * 60_000;
    return [{ atMs, play: stretch.from + offset }];
  });
  const all = sites.filter(
    ({ effect }) => effect.kind === 'startObligation' && effect.obligation === obligation.id,
  );
  if (starts.length === 0 || starts.length < all.length) return null;
  return starts.reduce((least, start) => (start.atMs < least.atMs ? start : least));
}

/** Minutes of play from `play` on until scenario time has come to `dueMs`. */
function playUntil(dueMs: number, play: number, stretches: readonly Stretch[]): number {
  for (const stretch of stretches) {
    if (stretch.to <= play) continue;
    // A jump may have passed it by.
    if (stretch.startsAtMs >= dueMs) return Math.max(0, stretch.from - play);
    if (endOf(stretch) >= dueMs && stretch.rate > 0) {
      const within = (dueMs - stretch.startsAtMs) / stretch.rate / 60_000;
      return Math.max(0, stretch.from + within - play);
    }
  }
  return Infinity;
}
