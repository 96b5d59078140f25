/** Whether every team has something to do, not too much at once, and no long waits. */
import type { LintContext } from './lint-context.js';
import type { LintRule } from './rule.js';
import type { Module } from './script.js';
import { heaviest, type Span, spansByTeam } from './team-load.js';
import { amount, listed } from './words.js';

/** Minutes of play without anything after which a table gets restless. */
const longSilence = 15;
/** Minutes that players can look ahead over. */
const stretch = 10;

export const teamRules: readonly LintRule[] = [
  {
    code: 'team/nothing-in-module',
    severity: 'warning',
    meaning:
      'A module brings a team no inject and no joint position: its players watch the others play.',
    mend: 'Address an inject of the module to the team, or merge it with another when casting.',
    *find(context) {
      for (const module of playedModules(context)) {
        const idle = context.scenario.teams.filter(({ id }) => !isTouched(context, module, id));
        if (idle.length === 0) continue;
        yield {
          path: context.pathOf(`phase ${module.phase.id}`),
          message: `"${module.phase.id}" brings nothing to ${listed(idle.map(({ id }) => id))}`,
        };
      }
    },
  },
  {
    code: 'team/nothing-to-do',
    severity: 'note',
    meaning: 'A module brings a team injects to read, but nothing is expected of it.',
    mend: 'Expect something of the team: an acknowledgement, an answer, a share.',
    *find(context) {
      for (const module of playedModules(context)) {
        const idle = context.scenario.teams.filter(
          ({ id }) => isTouched(context, module, id) && !hasTask(context, module, id),
        );
        if (idle.length === 0) continue;
        yield {
          path: context.pathOf(`phase ${module.phase.id}`),
          message: `nothing is expected of ${listed(idle.map(({ id }) => id))} in "${module.phase.id}"`,
        };
      }
    },
  },
  {
    code: 'team/overloaded',
    severity: 'warning',
    meaning:
      'More tasks fall on a team within ten minutes than it can do well, injects coming as early as they can. Of several ways the story can take, the heaviest counts.',
    mend: 'Spread the injects, address some to other teams, or allow more with --max-open.',
    *find(context) {
      for (const module of context.script.modules) {
        for (const [id, spans] of spansByTeam(context, module)) {
          const peak = heaviest(spans, stretch);
          if (peak === null || peak.spans.length <= context.options.maxOpen) continue;
          const [first] = peak.spans;
          const names = [...new Set(peak.spans.map(({ name }) => name))];
          yield {
            path: `${context.pathOf(`inject ${first?.injectId}`)}.expectations`,
            message: `"${id}" has ${peak.spans.length} tasks within ${stretch} minutes from minute ${amount(peak.from)} of "${module.phase.id}": ${listed(names, 12)}`,
          };
        }
      }
    },
  },
  {
    code: 'team/long-silence',
    severity: 'note',
    meaning: `For more than ${longSilence} minutes nothing comes to a team and nothing is open for it, if all goes as planned.`,
    mend: 'Give the team something in between, or tell it that calling others is allowed.',
    *find(context) {
      for (const module of playedModules(context)) {
        const spans = spansByTeam(context, module);
        const waits = context.scenario.teams.flatMap(({ id }) => {
          const wait = longestWait(context, module, id, spans.get(id) ?? []);
          return wait === null
            ? []
            : [`"${id}" (minutes ${amount(wait.from)} to ${amount(wait.to)})`];
        });
        if (waits.length === 0) continue;
        const shown = waits.slice(0, 5).join(', ');
        const rest = waits.length > 5 ? ` and ${waits.length - 5} more` : '';
        yield {
          path: context.pathOf(`phase ${module.phase.id}`),
          message: `long waits in "${module.phase.id}": ${shown}${rest}`,
        };
      }
    },
  },
];

/** Modules that bring injects at all; a pause or a hot wash brings none. */
function playedModules({ script }: LintContext): readonly Module[] {
  return script.modules.filter(({ injects }) =>
    injects.some(({ id }) => script.offset(id) !== null),
  );
}

function isTouched({ playbook }: LintContext, { injects }: Module, teamId: string): boolean {
  return injects.some(
    ({ id }) =>
      playbook.recipients.get(id)?.includes(teamId as never) || hasVoice(playbook, id, teamId),
  );
}

function hasTask({ playbook }: LintContext, { injects }: Module, teamId: string): boolean {
  return injects.some(
    ({ id, expectations }) =>
      hasVoice(playbook, id, teamId) ||
      expectations.some(({ teams }) =>
        (teams ?? playbook.recipients.get(id) ?? []).includes(teamId as never),
      ),
  );
}

/** Whether an inject opens a joint position that the team has a say in. */
function hasVoice(playbook: LintContext['playbook'], injectId: string, teamId: string): boolean {
  const opened = playbook.positionsWith.get(injectId as never) ?? [];
  return opened.some((id) => playbook.positions.get(id)?.voices.includes(teamId as never));
}

function longestWait(context: LintContext, module: Module, teamId: string, spans: readonly Span[]) {
  const { script, playbook } = context;
  const busy = spans.map(({ from, to }) => ({ from, to }));
  for (const { id } of module.injects) {
    const offset = script.offset(id);
    if (offset === null) continue;
    if (playbook.recipients.get(id)?.includes(teamId as never))
      busy.push({ from: offset, to: offset });
    for (const positionId of playbook.positionsWith.get(id) ?? []) {
      const position = playbook.positions.get(positionId);
      if (!position?.voices.includes(teamId as never)) continue;
      busy.push({ from: offset, to: offset + position.withinMinutes });
    }
  }
  if (busy.length === 0) return null;
  busy.sort((a, b) => a.from - b.from);
  let longest: { from: number; to: number } | null = null;
  let idleFrom = 0;
  for (const { from, to } of [...busy, { from: module.length, to: module.length }]) {
    const wait = from - idleFrom;
    if (wait > longSilence && wait > (longest === null ? 0 : longest.to - longest.from)) {
      longest = { from: idleFrom, to: from };
    }
    idleFrom = Math.max(idleFrom, to);
  }
  return longest;
}
