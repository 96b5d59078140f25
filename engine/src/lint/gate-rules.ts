/** Conditions that open something: exits, endings, obligations, and the parts of any condition. */
import type { Condition } from '../scenario/condition-schema.js';
import type { LintContext } from './lint-context.js';
import { type Reason, whyNever, whyTriggerNever } from './reach/reasons.js';
import { holdsAtStart } from './reach/start.js';
import type { LintRule } from './rule.js';

const never = Number.POSITIVE_INFINITY;

export const gateRules: readonly LintRule[] = [
  {
    code: 'gate/exit-never-opens',
    severity: 'warning',
    meaning: 'What this exit waits for can’t happen, so the phase is never left by it.',
    mend: 'Mend what it waits for, or take the exit out. A controller can still take it by hand.',
    *find(context) {
      for (const { phase } of context.playbook.phases.values()) {
        for (const [index, { when, to }] of phase.exits.entries()) {
          const path = `${context.pathOf(`phase ${phase.id}`)}.exits[${index}]`;
          if (context.reach.exit(phase.id, index) < never) continue;
          if (context.reach.phase(phase.id) === never) continue;
          const reasons = whyTriggerNever(when, phase.id, `${path}.when`, context.reach);
          yield* told(`the exit of "${phase.id}" to "${to}" never opens`, path, reasons, context);
        }
      }
    },
  },
  {
    code: 'gate/ending-never-reached',
    severity: 'warning',
    meaning: 'The ending’s condition can’t hold, whatever players do.',
    mend: 'Mend the part that can’t hold, or take the ending out.',
    *find(context) {
      for (const [index, { id, when }] of context.scenario.endings.entries()) {
        const path = `endings[${index}].when`;
        if (context.reach.window(when).holds < never) continue;
        const reasons = whyNever(when, path, context.reach);
        yield* told(`ending "${id}" is never reached`, path, reasons, context);
      }
    },
  },
  {
    code: 'gate/ending-at-once',
    severity: 'warning',
    meaning:
      'The ending’s condition holds before anything has happened, so it is reached the moment the exercise begins.',
    mend: 'Add something that has to happen first, such as a phase, a milestone or elapsed time.',
    *find({ scenario, playbook }) {
      for (const [index, { id, when }] of scenario.endings.entries()) {
        if (!holdsAtStart(when, playbook)) continue;
        yield {
          path: `endings[${index}].when`,
          message: `ending "${id}" is reached at StartEx`,
          hint: 'ask also for something that comes with the end, such as the last phase',
        };
      }
    },
  },
  {
    code: 'gate/obligation-never-starts',
    severity: 'warning',
    meaning:
      'Neither its condition nor any effect can start this reporting clock; only a controller could, by hand.',
    mend: 'Give it "startsWhen", or an effect "startObligation" where the duty arises.',
    *find(context) {
      for (const { key, reasons } of context.blame.roots.values()) {
        if (!key.startsWith('obligation ')) continue;
        const id = key.slice('obligation '.length);
        yield* told(`obligation "${id}" never starts`, context.pathOf(key), reasons, context);
      }
    },
  },
  {
    code: 'gate/part-never-holds',
    severity: 'note',
    meaning: 'The condition can come true, but one of its alternatives never does.',
    mend: 'Take that part out, or mend what it waits for.',
    *find(context) {
      for (const { condition, path } of conditionsOf(context)) {
        if (context.reach.window(condition).holds === never) continue;
        const reasons = deadParts(condition, path, context);
        for (const reason of reasons) {
          if (isFollowing(reason, context)) continue;
          yield { path: reason.path, message: `this part never holds: ${reason.text}` };
        }
      }
    },
  },
];

/** One finding for a gate, unless all that keeps it shut is told elsewhere. */
function* told(what: string, path: string, reasons: readonly Reason[], context: LintContext) {
  const own = reasons.filter((reason) => !isFollowing(reason, context));
  const [first] = own;
  if (first === undefined && reasons.length > 0) return;
  const why = [...new Set(own.map(({ text }) => text))].join('; ');
  yield { path: first?.path ?? path, message: why === '' ? what : `${what}: ${why}` };
}

/** Whether what is to blame is reported by itself. */
function isFollowing({ blame }: Reason, context: LintContext): boolean {
  if (blame === null) return false;
  const { roots, circles } = context.blame;
  if (roots.has(blame)) return true;
  return (
    [...roots.values()].some(({ followers }) => followers.includes(blame)) ||
    circles.some((circle) => circle.some(({ key }) => key === blame))
  );
}

/** Every condition that something waits for. */
function conditionsOf({ scenario, playbook, pathOf }: LintContext) {
  const found: { condition: Condition; path: string }[] = [];
  scenario.injects.forEach(({ release }, index) => {
    if (release.kind !== 'when') return;
    found.push({ condition: release.condition, path: `injects[${index}].release.condition` });
  });
  for (const { phase } of playbook.phases.values()) {
    phase.exits.forEach(({ when }, index) => {
      if (when.kind !== 'when') return;
      const path = `${pathOf(`phase ${phase.id}`)}.exits[${index}].when.condition`;
      found.push({ condition: when.condition, path });
    });
  }
  scenario.obligations.forEach(({ startsWhen }, index) => {
    if (startsWhen === undefined) return;
    found.push({ condition: startsWhen, path: `obligations[${index}].startsWhen` });
  });
  scenario.endings.forEach(({ when }, index) => {
    found.push({ condition: when, path: `endings[${index}].when` });
  });
  return found;
}

/** Parts of "any" that never hold, where the whole can. What "not" asks for is no alternative. */
function deadParts(condition: Condition, path: string, context: LintContext): Reason[] {
  if (condition.kind !== 'all' && condition.kind !== 'any') return [];
  return condition.of.flatMap((part, index) => {
    const where = `${path}.of[${index}]`;
    return context.reach.window(part).holds === never
      ? whyNever(part, where, context.reach)
      : deadParts(part, where, context);
  });
}
