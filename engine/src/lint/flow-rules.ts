/** Whether the story can run: what never comes, where it stops, what comes too late. */
import type { Condition } from '../scenario/condition-schema.js';
import { occasionKey } from '../scenario/effect-sites.js';
import type { Playbook } from '../scenario/playbook.js';
import type { Trigger } from '../scenario/trigger-schema.js';
import type { LintContext } from './lint-context.js';
import { areExclusive, clockOf, phasesAfter, siblingsOf } from './reach/phase-relations.js';
import { Reach, waysInto } from './reach/reach.js';
import type { Found, LintRule } from './rule.js';
import { amount, listed } from './words.js';

const never = Number.POSITIVE_INFINITY;

export const flowRules: readonly LintRule[] = [
  {
    code: 'flow/unreachable-inject',
    severity: 'warning',
    meaning:
      'The inject’s trigger can never come true, whatever players do. Only a controller could release it by hand.',
    mend: 'Mend what it waits for, or make its release "manual" or "deck" if it is meant to be sent by hand.',
    find: ({ blame, pathOf }) => deadThings('inject', blame.roots, pathOf),
  },
  {
    code: 'flow/unreachable-phase',
    severity: 'warning',
    meaning:
      'No exit that can open and no effect leads to the phase, so the exercise never gets there.',
    mend: 'Let an exit of a phase beside it lead to it, or an effect "enterPhase".',
    *find({ blame, pathOf, playbook, reach }) {
      for (const found of deadThings('phase', blame.roots, pathOf)) {
        // Where a way in exists, `gate/exit-never-opens` tells it; where the phase before has none, `flow/dead-end`.
        if (!isToldElsewhere(found.id, playbook, reach)) yield found;
      }
    },
  },
  {
    code: 'flow/wait-circle',
    severity: 'warning',
    meaning: 'These wait for each other, so none of them ever comes.',
    mend: 'Let one of them start at a time, by hand, or by something outside the circle.',
    *find({ blame, pathOf }) {
      for (const circle of blame.circles) {
        const names = circle.map(({ key }) => key.slice(key.indexOf(' ') + 1));
        yield {
          path: circle[0]?.reasons[0]?.path ?? pathOf(circle[0]?.key ?? ''),
          message: `${listed(names)} ${circle.length === 1 ? 'waits for itself' : 'wait for each other'}`,
        };
      }
    },
  },
  {
    code: 'flow/dead-end',
    severity: 'warning',
    meaning:
      'The phase has no exit and no effect leads out of it, although phases come after it that are then never reached.',
    mend: 'Add an exit: at a time, on a condition, or "manual" if a controller decides.',
    *find({ playbook, reach, pathOf }) {
      for (const { phase } of playbook.phases.values()) {
        const siblings = siblingsOf(playbook, phase.id);
        const next = siblings[siblings.indexOf(phase) + 1];
        if (next === undefined || phase.exits.length > 0) continue;
        if (reach.phase(phase.id) === never || reach.phase(next.id) < never) continue;
        yield {
          path: pathOf(`phase ${phase.id}`),
          message: `nothing leads out of "${phase.id}", so "${next.id}" is never reached`,
          hint: `give it an exit to "${next.id}"`,
        };
      }
    },
  },
  {
    code: 'flow/after-phase-end',
    severity: 'warning',
    meaning:
      'The inject would come after its phase has ended by the clock. What waits in a phase when it ends is skipped.',
    mend: 'Let it come sooner, let the phase last longer, or move the inject to the next phase.',
    *find({ scenario, reach, script, pathOf }) {
      for (const { id, phase, release } of scenario.injects) {
        const longest = script.longest(phase);
        const since = script.sinceEntry(id);
        if (reach.inject(id) === never || since <= longest) continue;
        if (release.kind === 'deck' || release.kind === 'manual') continue;
        yield {
          path: `${pathOf(`inject ${id}`)}.release`,
          message: `"${id}" comes ${amount(since)} minutes into "${phase}" at the earliest, which is over after ${amount(longest)}`,
        };
      }
    },
  },
  {
    code: 'flow/comes-too-late',
    severity: 'warning',
    meaning:
      'All that could set it off happens in phases that can only begin once its own phase is over. What waits in a phase when it ends is skipped.',
    mend: 'Move it to the later phase, or let it wait for something of its own phase.',
    *find({ playbook, scenario, reach, sites, pathOf }) {
      const before = reachBefore(playbook, sites);
      for (const { id, phase, release } of scenario.injects) {
        if (release.kind === 'deck' || release.kind === 'manual' || release.kind === 'at') continue;
        if (reach.inject(id) === never || (before(phase)?.inject(id) ?? 0) < never) continue;
        yield {
          path: `${pathOf(`inject ${id}`)}.release`,
          message: `"${id}" waits for what can only come once "${phase}" is over`,
        };
      }
      for (const { phase } of playbook.phases.values()) {
        for (const index of phase.exits.keys()) {
          const exit = reach.exit(phase.id, index);
          if (exit === never || (before(phase.id)?.exit(phase.id, index) ?? 0) < never) continue;
          yield {
            path: `${pathOf(`phase ${phase.id}`)}.exits[${index}].when`,
            message: `this way out waits for what can only come once "${phase.id}" is over`,
          };
        }
      }
    },
  },
  {
    code: 'flow/exit-overtaken',
    severity: 'warning',
    meaning: 'Another exit of the same phase always opens before this one.',
    mend: 'Let this exit open sooner, take it out, or put a condition on the other.',
    *find({ playbook, reach, pathOf }) {
      for (const { phase } of playbook.phases.values()) {
        const clocks = phase.exits.map(({ when }) =>
          clockOf(when, phase.id, reach.phase(phase.id)),
        );
        for (const [index, clock] of clocks.entries()) {
          const first = clocks.findIndex((other, place) =>
            place < index ? other <= clock : place > index && other < clock,
          );
          if (clock === never || first === -1) continue;
          yield {
            path: `${pathOf(`phase ${phase.id}`)}.exits[${index}]`,
            message: `"${phase.id}" is left by its exit to "${phase.exits[first]?.to}" before this one opens`,
          };
        }
      }
    },
  },
  {
    code: 'flow/edge-in-the-past',
    severity: 'note',
    meaning:
      'The condition is an edge: it must become true while the phase runs. All that can make it true happens in phases that are over by then.',
    mend: 'Set "mode" to "level", so that it may also have been true before.',
    *find(context) {
      for (const { id, phase, release } of context.scenario.injects) {
        const path = `${context.pathOf(`inject ${id}`)}.release`;
        yield* edgeInThePast(context, release, phase, path);
      }
      for (const { phase } of context.playbook.phases.values()) {
        for (const [index, { when }] of phase.exits.entries()) {
          const path = `${context.pathOf(`phase ${phase.id}`)}.exits[${index}].when`;
          yield* edgeInThePast(context, when, phase.id, path);
        }
      }
    },
  },
  {
    code: 'flow/endless-cascade',
    severity: 'error',
    meaning:
      'Entering one phase opens the next at once, and so on in a circle. The engine stops such a cascade and puts the exercise aside.',
    mend: 'Take one of the "enterPhase" effects out of "onEnter", or let an exit do it after some minutes.',
    *find({ playbook, reach, pathOf }) {
      const opens = (id: string) =>
        playbook.phases
          .get(id as never)
          ?.phase.onEnter.flatMap((effect) =>
            effect.kind === 'enterPhase' && areExclusive(playbook, id, effect.phase)
              ? [effect.phase as string]
              : [],
          ) ?? [];
      const told = new Set<string>();
      for (const id of playbook.phases.keys()) {
        const circle = circleFrom(id, opens);
        if (circle === null || circle.some((one) => told.has(one)) || reach.phase(id) === never) {
          continue;
        }
        for (const one of circle) told.add(one);
        yield {
          path: `${pathOf(`phase ${id}`)}.onEnter`,
          message: `${circle.map((one) => `"${one}"`).join(' opens ')} opens "${id}" again`,
        };
      }
    },
  },
  {
    code: 'flow/ends-by-hand',
    severity: 'note',
    meaning:
      'No ending ends the exercise, so the director has to. That is usual for a table-top; it matters where nobody sits at the controls.',
    mend: 'Leave it, or give an ending "ends": true.',
    *find({ scenario, reach }) {
      const canEnd = scenario.endings.some(
        ({ ends, when }) => ends && reach.window(when).holds < never,
      );
      if (!canEnd) yield { path: 'endings', message: 'only the director can end the exercise' };
    },
  },
];

/** What can come about before the phases that come after a phase; null where none does. */
function reachBefore(playbook: Playbook, sites: LintContext['sites']) {
  const jumps = new Set(
    sites.flatMap(({ effect }) => (effect.kind === 'enterPhase' ? [effect.phase as string] : [])),
  );
  const known = new Map<string, Reach | null>();
  return (phaseId: string): Reach | null => {
    const after = phasesAfter(playbook, phaseId, jumps);
    const key = [...after].join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const reach = after.size === 0 ? null : new Reach(playbook, sites, after);
    known.set(key, reach);
    return reach;
  };
}

/** The unreachable things of one kind that are themselves to blame. */
function* deadThings(
  kind: string,
  roots: LintContext['blame']['roots'],
  pathOf: (key: string) => string,
): Generator<Found & { readonly id: string }> {
  for (const { key, reasons, followers } of roots.values()) {
    if (!key.startsWith(`${kind} `)) continue;
    const [first] = reasons;
    const id = key.slice(kind.length + 1);
    const why = [...new Set(reasons.map(({ text }) => text))].join('; ');
    const names = followers.map((follower) => follower.slice(follower.indexOf(' ') + 1));
    const also =
      names.length === 0
        ? ''
        : `, and ${listed(names)} ${names.length === 1 ? 'waits' : 'wait'} for it`;
    yield {
      id,
      path: first?.path ?? pathOf(key),
      message: `"${id}" is never ${kind === 'phase' ? 'entered' : 'released'}: ${why}${also}`,
    };
  }
}

function isToldElsewhere(phaseId: string, playbook: Playbook, reach: Reach): boolean {
  const isReached = (id: string) => reach.phase(id) < never;
  if (waysInto(playbook, phaseId).some((way) => isReached(way.phaseId))) return true;
  const siblings = siblingsOf(playbook, phaseId);
  const before = siblings[siblings.findIndex(({ id }) => id === phaseId) - 1];
  return before !== undefined && isReached(before.id) && before.exits.length === 0;
}

function* edgeInThePast(
  { playbook, reach, sites }: LintContext,
  trigger: Trigger,
  phaseId: string,
  path: string,
): Generator<Found> {
  if (trigger.kind !== 'when' || trigger.mode === 'level') return;
  if (reach.window(trigger.condition).holds === never || reach.phase(phaseId) === never) return;
  /** The phase in which a thing happens, where that is certain. */
  const phaseOf = (key: string): string | null => {
    if (key.startsWith('phase ')) return key.slice('phase '.length);
    const inject = playbook.injects.get(key.slice('inject '.length) as never);
    const isFree = inject === undefined || inject.release.kind === 'deck';
    return isFree ? null : inject.phase;
  };
  const turnedIn = (condition: Condition): (string | null)[] => {
    if (condition.kind === 'all') return condition.of.flatMap(turnedIn);
    if (condition.kind === 'inject' && condition.is === 'released') {
      return [phaseOf(`inject ${condition.inject}`)];
    }
    if (condition.kind !== 'milestone') return [null];
    return sites
      .filter(
        ({ effect }) => effect.kind === 'setMilestone' && effect.milestone === condition.milestone,
      )
      .map(({ occasion }) =>
        occasion.kind === 'released' || occasion.kind === 'entered'
          ? phaseOf(occasionKey(occasion))
          : null,
      );
  };
  const phases = turnedIn(trigger.condition);
  const isPast = phases.every((id) => id !== null && areExclusive(playbook, id, phaseId));
  if (phases.length === 0 || !isPast) return;
  yield {
    path: `${path}.mode`,
    message: `its condition becomes true in ${listed([...new Set(phases as string[])])}, not in "${phaseId}"`,
    hint: 'set "mode" to "level"',
  };
}

/** The phases that opening one opens at once, if that leads back to it. */
function circleFrom(start: string, opens: (id: string) => readonly string[]): string[] | null {
  const seen = new Set<string>();
  const open = [[start]];
  for (let line = open.pop(); line !== undefined; line = open.pop()) {
    for (const next of opens(line.at(-1) ?? start)) {
      if (next === start) return line;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...line, next]);
    }
  }
  return null;
}
