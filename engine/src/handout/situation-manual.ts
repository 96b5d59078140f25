/**
 * The situation manual: what players are given beforehand. It tells where the story begins and how
 * the exercise is played, and nothing of how it goes on: titles and texts of the modules stand on
 * sheets of their own.
 */
import type { Phase } from '../scenario/schema.js';
import { everyone } from '../scenario/world-schema.js';
import {
  type Block,
  type Cell,
  cellOf,
  facts,
  list,
  type Manual,
  paragraph,
  type Section,
  table,
} from './blocks.js';
import { assetName } from './condition-words.js';
import { contactLine, type Edition, name, partyTimes, prose, teamsOfParty } from './edition.js';
import { lengthsOf, mainLineOf } from './main-line.js';
import { tlpTable } from './tlp-table.js';

export function situationManualOf(edition: Edition): Manual {
  const { words } = edition;
  const sections = [
    purpose(edition),
    participants(edition),
    rulesOfPlay(edition),
    schedule(edition),
    systems(edition),
    directory(edition),
    { title: words.sitman.tlpTitle, blocks: [paragraph(words.sitman.tlpAbout), tlpTable(edition)] },
    glossary(edition),
  ];
  return {
    title: words.titles.sitman,
    handling: 'players',
    notes: [paragraph(words.sitman.about), facts(coverFacts(edition))],
    sections: sections.filter(
      ({ blocks, sections: inner = [] }) => blocks.length + inner.length > 0,
    ),
  };
}

function coverFacts({ words }: Edition): (readonly [string, Cell])[] {
  const { date, place, version } = words.sitman.cover;
  const blank = { kind: 'blank' } as const;
  return [
    [date, blank],
    [place, blank],
    [version, blank],
  ];
}

function purpose(edition: Edition): Section {
  const { words, playbook } = edition;
  const { parties, objectives } = playbook.scenario;
  const names = words.join(parties.map((party) => name(edition, party.name)));
  return {
    title: words.sitman.purposeTitle,
    startsPage: true,
    blocks: [
      paragraph(words.sitman.purpose(names)),
      ...(objectives.length === 0
        ? []
        : [
            paragraph(words.sitman.objectives),
            table(
              [{ title: words.labels.objective }, { title: words.labels.capability, percent: 45 }],
              objectives.map(({ title, capability }) => [
                prose(edition, title),
                prose(edition, capability),
              ]),
            ),
          ]),
    ],
  };
}

function participants(edition: Edition): Section {
  const { words, playbook } = edition;
  return {
    title: words.sitman.teamsTitle,
    blocks: [paragraph(words.sitman.teams)],
    sections: [
      ...playbook.scenario.parties.flatMap((party): Section[] => {
        const teams = teamsOfParty(edition, party.id);
        if (teams.length === 0) return [];
        const columns = [
          { title: words.labels.team, percent: 24 },
          { title: words.labels.sector, percent: 22 },
          { title: words.labels.mission },
        ];
        const rows = teams.map((team) => [
          prose(edition, team.name),
          prose(edition, team.sector),
          prose(edition, team.mission),
        ]);
        return [{ title: name(edition, party.name), blocks: [table(columns, rows)] }];
      }),
      {
        title: words.sitman.rolesTitle,
        blocks: [facts(Object.values(words.sitman.roles).map(({ role, does }) => [role, does]))],
      },
    ],
  };
}

function rulesOfPlay({ words }: Edition): Section {
  const { rulesTitle, rules, realWorldTitle, realWorld } = words.sitman;
  return {
    title: rulesTitle,
    blocks: [list(Object.values(rules)), { kind: 'box', title: realWorldTitle, text: realWorld }],
  };
}

function schedule(edition: Edition): Section {
  const { words } = edition;
  const line = mainLineOf(edition);
  const lengths = lengthsOf(edition, line);
  const modules = line.map((phase, index): Cell[] => [
    words.sitman.module(index + 1),
    startOf(edition, phase),
    phase.rate === undefined ? '' : words.rate(phase.rate),
    lengthWords(edition, lengths[index] ?? null),
  ]);
  const { agenda } = words.sitman;
  const steps: (readonly [string, string])[] = [
    [agenda.registration, ''],
    [agenda.briefing, words.duration(15)],
    [agenda.startEx, ''],
    ...line.map((_, index): [string, string] => [
      words.sitman.module(index + 1),
      lengthWords(edition, lengths[index] ?? null),
    ]),
    [agenda.endEx, ''],
    [agenda.hotWash, words.duration(30)],
    [agenda.feedback, words.duration(10)],
  ];
  return {
    title: words.sitman.scheduleTitle,
    blocks: [
      list(Object.values(words.sitman.times)),
      table(
        [
          { title: words.labels.phase, percent: 18 },
          { title: words.sitman.storyBegins },
          { title: words.sitman.pace, percent: 27 },
          { title: words.sitman.length, percent: 14 },
        ],
        modules,
      ),
    ],
    sections: [
      {
        title: words.sitman.agendaTitle,
        blocks: [
          table(
            [
              { title: words.sitman.clock, percent: 18 },
              { title: words.sitman.step },
              { title: words.sitman.length, percent: 20 },
            ],
            steps.map(([step, length]): Cell[] => [{ kind: 'blank' }, step, length]),
          ),
        ],
      },
    ],
  };
}

/** When the story of a module begins, on every clock. */
export function startOf(edition: Edition, { id }: Phase): Cell {
  const scenarioMs = edition.schedule.scenarioMs(edition.schedule.phaseAt(id), id);
  return scenarioMs === null ? '' : [...partyTimes(edition, scenarioMs).map(paragraph)];
}

function lengthWords({ words }: Edition, minutes: number | null): string {
  return minutes === null ? '' : words.duration(minutes);
}

/** Only what everybody sees, and of its dependencies only those on what everybody sees. */
function systems(edition: Edition): Section {
  const { words, playbook } = edition;
  const seen = playbook.scenario.assets.filter(({ visibleTo }) => visibleTo.includes(everyone));
  const gauges = playbook.scenario.indicators.filter(({ visibleTo }) =>
    visibleTo.includes(everyone),
  );
  const { labels, sitman } = words;
  const blocks: Block[] = [];
  if (seen.length > 0) {
    const columns = [
      { title: labels.system },
      { title: labels.party, percent: 13 },
      { title: labels.sector, percent: 18 },
      { title: labels.place, percent: 17 },
      { title: labels.dependsOn, percent: 22 },
    ];
    const rows = seen.map((asset): Cell[] => [
      prose(edition, asset.name),
      name(edition, playbook.parties.get(asset.party)?.name ?? asset.party),
      prose(edition, asset.sector),
      asset.place === undefined ? '' : prose(edition, asset.place.name),
      cellOf(
        [...new Set(asset.dependsOn.map((dependency) => dependency.asset))]
          .filter((id) => seen.some((other) => other.id === id))
          .map((id) => assetName(edition, id)),
      ),
    ]);
    blocks.push(paragraph(sitman.systems), table(columns, rows));
  }
  if (gauges.length > 0) {
    const titles = gauges.map((gauge) => name(edition, gauge.name));
    blocks.push(paragraph(sitman.gauges(words.join(titles))));
  }
  return { title: sitman.systemsTitle, blocks };
}

/** Contacts that every team can write to. */
function directory(edition: Edition): Section {
  const { words, playbook } = edition;
  const reachable = playbook.scenario.contacts.filter((contact) => contact.reachable);
  return {
    title: words.sitman.directoryTitle,
    blocks:
      reachable.length === 0
        ? []
        : [
            paragraph(words.sitman.directory),
            list(
              reachable.map((contact) => {
                const line = contactLine(edition, contact);
                return contact.isPublic ? words.sitman.isPublic(line) : line;
              }),
            ),
          ],
  };
}

function glossary({ words }: Edition): Section {
  const { glossaryTitle, glossary: terms } = words.sitman;
  return {
    title: glossaryTitle,
    blocks: [facts(Object.values(terms).map(({ term, meaning }) => [term, meaning]))],
  };
}
