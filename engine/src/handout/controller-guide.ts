/** The controllers' guide: how everything hangs together, in tables and in words. */

import { causesOf } from '../scenario/effect-sites.js';
import {
  type Cell,
  cellOf,
  facts,
  list,
  type Manual,
  paragraph,
  type Section,
  table,
} from './blocks.js';
import { conditionPoint } from './condition-words.js';
import { castingNotes } from './controller-casting.js';
import { itemsSection, obligationsSection, positionsSection } from './controller-exchange.js';
import { injectSections } from './controller-injects.js';
import { worldSection } from './controller-world.js';
import { contactLine, type Edition, name, phaseName, prose } from './edition.js';
import { effectsWords, occasionWords } from './effect-words.js';
import { whenWords } from './msel.js';
import { playTime } from './play-time.js';
import { startOf } from './situation-manual.js';
import { chaptersOf, followersOf, routeOf } from './storyline.js';
import { triggerWords } from './trigger-words.js';

export function controllerGuideOf(edition: Edition): Manual {
  const { words } = edition;
  const sections = [
    overview(edition),
    modules(edition),
    storyline(edition),
    onDemand(edition),
    ...injectSections(edition),
    itemsSection(edition),
    positionsSection(edition),
    obligationsSection(edition),
    worldSection(edition),
    endings(edition),
    contacts(edition),
    castingNotes(edition),
  ];
  return {
    title: words.titles.controller,
    handling: 'staff',
    notes: [paragraph(words.control.about), { kind: 'box', ...words.control.stop }],
    sections: sections.filter(
      ({ blocks, sections: inner = [] }) => blocks.length + inner.length > 0,
    ),
  };
}

function overview(edition: Edition): Section {
  const { words, playbook } = edition;
  const { scenario } = playbook;
  const { control, labels } = words;
  const count = control.counts;
  return {
    title: control.overview,
    startsPage: true,
    blocks: [
      paragraph(prose(edition, scenario.summary)),
      facts([
        [labels.parties, words.join(scenario.parties.map((party) => name(edition, party.name)))],
        [control.playLength, words.duration(scenario.estimatedMinutes)],
        [control.languages, scenario.languages.join(', ')],
        [control.attackVersion, scenario.attackVersion ?? null],
        [
          control.content,
          words.join([
            count.teams(scenario.teams.length),
            count.injects(scenario.injects.length),
            count.items(scenario.items.length),
            count.positions(scenario.positions.length),
            count.obligations(scenario.obligations.length),
            count.systems(scenario.assets.length),
            count.endings(scenario.endings.length),
          ]),
        ],
      ]),
      list(Object.values(control.before)),
    ],
  };
}

function modules(edition: Edition): Section {
  const { words, playbook, schedule } = edition;
  const rows = [...playbook.phases.values()].map(({ phase, parentId }): Cell[] => {
    const begun = schedule.phaseAt(phase.id);
    const exits = phase.exits.map(({ to, when }) =>
      words.control.exit(phaseName(edition, to), triggerWords(edition, when, phase.id)),
    );
    const entered = causesOf(
      playbook,
      (effect) => effect.kind === 'enterPhase' && effect.phase === phase.id,
    ).map(({ occasion }) =>
      words.happens.also(words.happens.when(occasionWords(edition, occasion), null)),
    );
    return [
      [
        paragraph(prose(edition, phase.title)),
        ...(parentId === null
          ? []
          : [paragraph(words.control.inside(phaseName(edition, parentId)))]),
        ...(phase.mode === 'parallel' ? [paragraph(words.control.parallel)] : []),
      ],
      begun.anchor === 'startEx' ? playTime(begun.minutes) : cellOf(entered),
      startOf(edition, phase),
      phase.rate === undefined ? '' : words.rate(phase.rate),
      cellOf(exits),
      cellOf(effectsWords(edition, phase.onEnter)),
    ];
  });
  const { columns } = words.control;
  return {
    title: words.control.modules,
    blocks: [
      table(
        [
          { title: words.labels.phase, percent: 15 },
          { title: words.labels.playTime, percent: 12 },
          { title: words.labels.scenarioTime, percent: 21 },
          { title: words.sitman.pace, percent: 13 },
          { title: columns.exits },
          { title: columns.brings },
        ],
        rows,
      ),
    ],
  };
}

function storyline(edition: Edition): Section {
  const { words, playbook } = edition;
  const { columns } = words.control;
  return {
    title: words.control.storyline,
    blocks: [paragraph(words.control.storylineAbout)],
    sections: chaptersOf(edition).map(({ phase, injects }) => ({
      title: phase === null ? words.msel.deck : name(edition, phase.title),
      blocks: [
        table(
          [
            { title: words.labels.number, percent: 7 },
            { title: words.labels.message, percent: 30 },
            { title: columns.comes },
            { title: columns.leadsTo, percent: 30 },
          ],
          injects.map((inject): Cell[] => {
            const route = routeOf(playbook, inject);
            const kind = words.labels.kind[inject.kind];
            return [
              inject.number,
              [
                paragraph(prose(edition, inject.title)),
                paragraph(route === 'planned' ? kind : `${kind} · ${words.labels.route[route]}`),
              ],
              cellOf(whenWords(edition, inject)),
              cellOf(
                followersOf(playbook, inject.id).map((next) =>
                  words.pair(`#${next.number}`, triggerWords(edition, next.release, next.phase)),
                ),
              ),
            ];
          }),
        ),
      ],
    })),
  };
}

/** What control keeps in its hand. */
function onDemand(edition: Edition): Section {
  const { words, playbook } = edition;
  const kept = chaptersOf(edition)
    .flatMap(({ injects }) => injects)
    .filter((inject) => ['contingency', 'byHand', 'deck'].includes(routeOf(playbook, inject)));
  const columns = [
    { title: words.labels.number, percent: 7 },
    { title: words.labels.message, percent: 33 },
    { title: words.control.columns.sort, percent: 18 },
    { title: words.control.columns.comes },
  ];
  const rows = kept.map((inject): Cell[] => [
    inject.number,
    prose(edition, inject.title),
    words.labels.route[routeOf(playbook, inject) as 'deck'],
    cellOf(whenWords(edition, inject)),
  ]);
  return {
    title: words.control.onDemand,
    blocks: kept.length === 0 ? [] : [paragraph(words.control.onDemandAbout), table(columns, rows)],
  };
}

function endings(edition: Edition): Section {
  const { words, playbook } = edition;
  return {
    title: words.control.endings,
    blocks: playbook.scenario.endings.length === 0 ? [] : [paragraph(words.control.endingsAbout)],
    sections: playbook.scenario.endings.map(({ title, description, when, ends }) => ({
      title: name(edition, title),
      blocks: [
        ...(description === undefined ? [] : [paragraph(prose(edition, description))]),
        ...(ends ? [paragraph(words.control.endsExercise)] : []),
        { kind: 'list', points: [conditionPoint(edition, when)] },
      ],
    })),
  };
}

function contacts(edition: Edition): Section {
  const { words, playbook } = edition;
  const { columns } = words.control;
  const rows = playbook.scenario.contacts.map((contact): Cell[] => [
    contactLine(edition, contact),
    name(edition, playbook.parties.get(contact.party as never)?.name ?? ''),
    contact.reachable ? words.control.yes : '',
    contact.isPublic ? words.control.yes : '',
    playbook.scenario.injects
      .filter(({ from }) => from === contact.id)
      .map(({ number }) => `#${number}`)
      .join(' '),
  ]);
  return {
    title: words.control.contacts,
    blocks: [
      paragraph(words.control.contactsAbout),
      table(
        [
          { title: columns.contact },
          { title: words.labels.party, percent: 16 },
          { title: columns.reachable, percent: 13 },
          { title: columns.isPublic, percent: 13 },
          { title: columns.speaksIn, percent: 15 },
        ],
        rows,
      ),
    ],
  };
}
