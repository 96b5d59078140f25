/** Whether markings let the story happen. */
import { teamsAddressed } from '../scenario/playbook.js';
import { everyone } from '../scenario/world-schema.js';
import { wayTo } from './marking-paths.js';
import type { LintRule } from './rule.js';
import { listed } from './words.js';

export const markingRules: readonly LintRule[] = [
  {
    code: 'marking/red-to-many',
    severity: 'warning',
    meaning:
      'TLP:RED is for the eyes and ears of individual recipients only, but the inject goes to everybody or to whole parties.',
    mend: 'Name the teams that may see it, or choose a wider marking.',
    *find({ scenario, playbook }) {
      const parties = new Set<string>(scenario.parties.map(({ id }) => id));
      for (const [index, { id, tlp, to }] of scenario.injects.entries()) {
        if (tlp !== 'RED') continue;
        const addressed = playbook.recipients.get(id) ?? [];
        const isAll = addressed.length === scenario.teams.length && addressed.length > 1;
        const whole = to.filter((name) => parties.has(name));
        if (!to.includes(everyone) && !(isAll && parties.size > 1) && whole.length < 2) continue;
        yield {
          path: `injects[${index}].to`,
          message: `"${id}" is TLP:RED and goes to ${whole.length > 1 ? listed(whole) : 'everybody'}`,
        };
      }
    },
  },
  {
    code: 'marking/needs-permission',
    severity: 'note',
    meaning:
      'A team needs an item that nobody may tell it as it is marked; somebody has to ask the originator first. That is a fine task if it is meant.',
    mend: 'Leave it if asking is the point. Else add the team to "releasableTo", or a sanitised form that may go there.',
    *find(context) {
      for (const [index, item] of context.scenario.items.entries()) {
        const lacking = item.needs.flatMap(({ teams, wholeForm }) =>
          teamsAddressed(context.scenario, teams).filter(
            (teamId) => wayTo(context, item, teamId, wholeForm) === 'permission',
          ),
        );
        if (lacking.length === 0) continue;
        yield {
          path: `items[${index}].needs`,
          message: `${listed([...new Set(lacking)])} may hear of "${item.id}" only if "${item.originator}" permits it`,
        };
      }
    },
  },
  {
    code: 'marking/nobody-may-tell',
    severity: 'warning',
    meaning: 'A team needs an item, but nobody else ever holds it, so nobody can tell them.',
    mend: 'Let another team hold it, let the inject it comes with come, or take the need out.',
    *find(context) {
      for (const [index, item] of context.scenario.items.entries()) {
        const lacking = item.needs.flatMap(({ teams, wholeForm }) =>
          teamsAddressed(context.scenario, teams).filter(
            (teamId) => wayTo(context, item, teamId, wholeForm) === 'none',
          ),
        );
        if (lacking.length === 0) continue;
        yield {
          path: `items[${index}].needs`,
          message: `nobody can tell ${listed([...new Set(lacking)])} of "${item.id}"`,
        };
      }
    },
  },
  {
    code: 'marking/task-needs-permission',
    severity: 'note',
    meaning:
      'Teams should share an item with others who may not have it as it is marked; they have to ask the originator within the time for the task.',
    mend: 'Leave it if asking is the point. Else name the others in "releasableTo", or add a sanitised form.',
    *find(context) {
      const { scenario, playbook } = context;
      for (const [index, inject] of scenario.injects.entries()) {
        for (const [place, expectation] of inject.expectations.entries()) {
          if (expectation.kind !== 'share') continue;
          const item = playbook.items.get(expectation.item);
          if (item === undefined) continue;
          const closed = expectation.with.filter((to) => {
            const meant = teamsAddressed(scenario, [to]);
            const ways = meant.map((teamId) => wayTo(context, item, teamId, false));
            // Of a party one team is enough, of everybody it takes each.
            return to === everyone
              ? ways.includes('permission')
              : ways.every((way) => way === 'permission');
          });
          if (closed.length === 0) continue;
          yield {
            path: `injects[${index}].expectations[${place}].with`,
            message: `${listed(closed)} may have "${item.id}" only if "${item.originator}" permits it`,
          };
        }
      }
    },
  },
];
