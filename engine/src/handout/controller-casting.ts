/** What each team carries in the story, so that control knows what is lost where nobody plays it. */
import type { Team } from '../scenario/schema.js';
import { type Cell, cellOf, list, type Section, table } from './blocks.js';
import { type Edition, isAddressed, name, prose } from './edition.js';
import { routeOf } from './storyline.js';

export function castingNotes(edition: Edition): Section {
  const { words, playbook } = edition;
  const { control } = words;
  return {
    title: control.casting,
    blocks: [
      list(Object.values(control.castingAdvice)),
      table(
        [
          { title: words.labels.team, percent: 22 },
          { title: control.columns.injects, percent: 12, isNumber: true },
          { title: control.columns.decides, percent: 16 },
          { title: control.columns.holds },
          { title: control.columns.speaksFor },
          { title: control.columns.reports },
        ],
        playbook.scenario.teams.map((team) => rowOf(edition, team)),
      ),
    ],
  };
}

function rowOf(edition: Edition, { id, name: title }: Team): Cell[] {
  const { playbook, words } = edition;
  const { injects, items, positions, obligations } = playbook.scenario;
  const received = injects.filter((inject) => playbook.recipients.get(inject.id)?.includes(id));
  const planned = received.filter((inject) => routeOf(playbook, inject) === 'planned');
  const decides = received.filter(({ choices, expectations }) => {
    const asked = expectations.filter(({ kind }) => kind === 'choose');
    const isAsked = asked.some(({ teams }) => teams?.includes(id) ?? true);
    return choices !== undefined && (isAsked || asked.length === 0);
  });
  return [
    prose(edition, title),
    words.control.plannedOf(planned.length, received.length),
    decides.map(({ number }) => `#${number}`).join(' '),
    titles(
      edition,
      items.filter(({ holders }) => isAddressed(edition, holders, id)),
    ),
    titles(
      edition,
      positions.filter(({ voices }) => voices.includes(id)),
    ),
    titles(
      edition,
      obligations.filter(({ teams }) => teams.includes(id)),
    ),
  ];
}

function titles(
  edition: Edition,
  list: readonly { readonly title: Parameters<typeof name>[1] }[],
): Cell {
  return cellOf(list.map(({ title }) => name(edition, title)));
}
