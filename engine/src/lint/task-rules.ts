/** Whether what injects expect of teams can be done, and in time. */
import type { Expectation, Inject } from '../scenario/inject-schema.js';
import { teamsAddressed } from '../scenario/playbook.js';
import type { LintContext } from './lint-context.js';
import { mayCome } from './marking-paths.js';
import type { LintRule } from './rule.js';
import { amount, counted, listed } from './words.js';

const never = Number.POSITIVE_INFINITY;

export const taskRules: readonly LintRule[] = [
  {
    code: 'task/nothing-to-share',
    severity: 'warning',
    meaning:
      'Teams should share an item that none of them holds, and that nobody may give them as it is marked.',
    mend: 'Name in "teams" those that hold it, make them holders, or let the item come with an inject that comes.',
    *find(context) {
      for (const { expectation, teams, path } of tasksOf(context)) {
        if (expectation.kind !== 'share') continue;
        const item = context.playbook.items.get(expectation.item);
        if (item === undefined || teams.some((teamId) => mayCome(context, item, teamId))) continue;
        yield {
          path: `${path}.item`,
          message: `${listed(teams)} ${teams.length === 1 ? 'does' : 'do'} not hold "${item.id}", and nobody may give it`,
        };
      }
    },
  },
  {
    code: 'task/only-themselves',
    severity: 'warning',
    meaning:
      'Teams should tell only themselves. A table can’t write to itself, so the task is never set.',
    mend: 'Name other teams in "with".',
    *find(context) {
      for (const { expectation, teams, path } of tasksOf(context)) {
        if (!('with' in expectation)) continue;
        const told = teamsAddressed(context.scenario, expectation.with);
        // Among several it just does not hold for the one who is told.
        if (!teams.every((teamId) => told.every((other) => other === teamId))) continue;
        yield { path: `${path}.with`, message: `${listed(teams)} would tell only themselves` };
      }
    },
  },
  {
    code: 'task/position-never-opens',
    severity: 'warning',
    meaning: 'Teams should agree on a joint position that never opens.',
    mend: 'Let it come with an inject, or open it by an effect.',
    *find(context) {
      for (const { expectation, path } of tasksOf(context)) {
        if (expectation.kind !== 'agree') continue;
        if (context.reach.position(expectation.position) < never) continue;
        yield { path: `${path}.position`, message: `"${expectation.position}" never opens` };
      }
    },
  },
  {
    code: 'task/position-by-hand',
    severity: 'note',
    meaning:
      'Teams should agree on a joint position that only a controller opens, while the deadline for agreeing runs anyway.',
    mend: 'Let it come with the inject ("comesWith"), or tell the controllers.',
    *find(context) {
      const { playbook, sites } = context;
      for (const { expectation, path } of tasksOf(context)) {
        if (expectation.kind !== 'agree') continue;
        const { position } = expectation;
        const opens = sites.some(
          ({ effect }) => effect.kind === 'openPosition' && effect.position === position,
        );
        if (opens || playbook.positions.get(position)?.comesWith !== undefined) continue;
        yield { path: `${path}.position`, message: `only a controller opens "${position}"` };
      }
    },
  },
  {
    code: 'task/obligation-never-starts',
    severity: 'warning',
    meaning:
      'Teams should file a report whose clock never starts; without it there is no form to file.',
    mend: 'Give the obligation "startsWhen", or start it by an effect.',
    *find(context) {
      for (const { expectation, path } of tasksOf(context)) {
        if (expectation.kind !== 'report') continue;
        if (context.reach.obligation(expectation.obligation) < never) continue;
        yield { path: `${path}.obligation`, message: `"${expectation.obligation}" never starts` };
      }
    },
  },
  {
    code: 'task/decision-without-deadline',
    severity: 'note',
    meaning:
      'A decision asks for a choice but expects none by a time, so nobody is reminded and nothing is overdue.',
    mend: 'Add an expectation of kind "choose".',
    *find({ scenario }) {
      for (const [index, { id, kind, expectations }] of scenario.injects.entries()) {
        if (kind !== 'decision' || expectations.some((one) => one.kind === 'choose')) continue;
        yield { path: `injects[${index}]`, message: `"${id}" may be left undecided` };
      }
    },
  },
  {
    code: 'task/deadline-after-phase',
    severity: 'note',
    meaning:
      'Even where its inject comes as early as it can, the deadline falls after the phase has ended by the clock. It still counts, but players are elsewhere by then.',
    mend: 'Bring the inject forward, shorten the deadline, or leave it if the task is meant to go on.',
    *find(context) {
      const { reach, script } = context;
      for (const inject of context.scenario.injects) {
        const longest = script.longest(inject.phase);
        if (reach.inject(inject.id) === never || longest === never) continue;
        const since = script.sinceEntry(inject.id);
        const late = inject.expectations.filter(
          ({ withinMinutes }) => since + withinMinutes > longest,
        );
        if (late.length === 0 || since > longest) continue;
        yield {
          path: `${context.pathOf(`inject ${inject.id}`)}.expectations`,
          message: `${listed(late.map(({ id }) => id))} of "${inject.id}" ${late.length === 1 ? 'is' : 'are'} due after "${inject.phase}" is over (minute ${amount(longest)})`,
        };
      }
    },
  },
  {
    code: 'task/deadline-after-play',
    severity: 'note',
    meaning: 'The deadline falls after the estimated length of play, so it hardly ever comes.',
    mend: 'Shorten the deadline, or raise "estimatedMinutes".',
    *find(context) {
      const { scenario, script } = context;
      for (const module of script.modules) {
        const late = module.injects.filter(({ id, expectations }) => {
          const offset = script.offset(id);
          const last = Math.max(0, ...expectations.map(({ withinMinutes }) => withinMinutes));
          const end = module.startsAt + (offset ?? 0) + last;
          return offset !== null && last > 0 && end > scenario.estimatedMinutes;
        });
        const [first] = late;
        if (first === undefined) continue;
        yield {
          path: `${context.pathOf(`inject ${first.id}`)}.expectations`,
          message: `${counted(late.length, 'inject')} of "${module.phase.id}" ${late.length === 1 ? 'has' : 'have'} deadlines after minute ${scenario.estimatedMinutes}, the estimated end: ${listed(late.map(({ id }) => id))}`,
        };
      }
    },
  },
];

interface Task {
  readonly inject: Inject;
  readonly expectation: Expectation;
  /** Who should do it. */
  readonly teams: readonly string[];
  readonly path: string;
}

/** Every expectation of an inject that can come. */
function tasksOf({ scenario, playbook, reach }: LintContext): Task[] {
  return scenario.injects.flatMap((inject, index) =>
    reach.inject(inject.id) === never
      ? []
      : inject.expectations.map((expectation, place) => ({
          inject,
          expectation,
          teams: expectation.teams ?? playbook.recipients.get(inject.id) ?? [],
          path: `injects[${index}].expectations[${place}]`,
        })),
  );
}
