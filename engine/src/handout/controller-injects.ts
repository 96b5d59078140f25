/** Every inject with its tasks, its choices and what they bring about. */
import type { Choice, Expectation, Inject } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import { type Block, type Cell, cellOf, facts, paragraph, type Section, table } from './blocks.js';
import { contactLine, type Edition, name, prose, recipientNames, teamNames } from './edition.js';
import { effectsWords } from './effect-words.js';
import { whenWords } from './msel.js';
import { chaptersOf, followersOfChoice, routeOf } from './storyline.js';

export function injectSections(edition: Edition): Section[] {
  const { words } = edition;
  return chaptersOf(edition).map(({ phase, injects }) => {
    const title = phase === null ? words.msel.deck : name(edition, phase.title);
    return {
      title: words.control.injectsOf(title),
      startsPage: true,
      blocks: [],
      sections: injects.map((inject) => injectSection(edition, inject)),
    };
  });
}

function injectSection(edition: Edition, inject: Inject): Section {
  const { words, playbook } = edition;
  const { labels, control } = words;
  const route = routeOf(playbook, inject);
  const items = (playbook.itemsWith.get(inject.id) ?? []).map((id) =>
    name(edition, playbook.items.get(id)?.title ?? id),
  );
  const positions = (playbook.positionsWith.get(inject.id) ?? []).map((id) =>
    name(edition, playbook.positions.get(id)?.title ?? id),
  );
  return {
    title: name(edition, inject.title),
    lead: [
      `#${inject.number}`,
      labels.kind[inject.kind],
      ...(route === 'planned' ? [] : [labels.route[route]]),
      labels.channel[inject.channel],
      `TLP:${inject.tlp}`,
    ].join(' · '),
    blocks: [
      facts([
        [labels.from, contactLine(edition, playbook.contacts.get(inject.from))],
        [labels.to, recipientNames(edition, inject.to)],
        [control.columns.comes, cellOf(whenWords(edition, inject))],
        [control.columns.brings, cellOf(effectsWords(edition, inject.effects))],
        [control.bringsItems, cellOf(items)],
        [control.opensPositions, cellOf(positions)],
        [control.forms, formWords(edition, inject)],
        [control.attack, inject.attack.join(', ')],
      ]),
      ...tasksTable(edition, inject),
      ...choicesTable(edition, inject),
    ],
  };
}

/** Which of several texts goes to whom. */
function formWords(edition: Edition, { variants, perRecipient }: Inject): Cell {
  const { control } = edition.words;
  const drawn = variants === undefined ? [] : [control.drawn(variants.length)];
  return cellOf([
    ...drawn,
    ...perRecipient.map(({ to }) => control.ownWords(recipientNames(edition, to))),
  ]);
}

function tasksTable(edition: Edition, inject: Inject): Block[] {
  const { labels, control } = edition.words;
  if (inject.expectations.length === 0) return [];
  const columns = [
    { title: labels.expectedAction },
    { title: labels.teams, percent: 19 },
    { title: control.columns.within, percent: 9 },
    { title: control.columns.points, percent: 13 },
    { title: control.columns.brings, percent: 21 },
  ];
  const rows = inject.expectations.map((expectation) => taskRow(edition, inject, expectation));
  return [table(columns, rows)];
}

function taskRow(edition: Edition, inject: Inject, expectation: Expectation): Cell[] {
  const { words, playbook } = edition;
  const { kind, action, teams, by, withinMinutes, onMet, onMissed } = expectation;
  const { met, missed } = words.control.columns;
  const asked = teamNames(edition, teams ?? playbook.recipients.get(inject.id) ?? []);
  return [
    [
      paragraph(`${words.labels.task[kind]}${aboutOf(edition, expectation)}`),
      ...(action === undefined ? [] : [paragraph(prose(edition, action))]),
      ...(expectation.announced ? [] : [paragraph(hiddenWords(edition, expectation))]),
    ],
    by === 'any' ? words.anyOf(asked) : asked,
    words.duration(withinMinutes),
    pointsWords(edition, expectation),
    cellOf([
      ...effectsWords(edition, onMet).map((effect) => words.pair(met, effect)),
      ...effectsWords(edition, onMissed).map((effect) => words.pair(missed, effect)),
    ]),
  ];
}

/** What a task is about and whom it is to reach, as it follows the word for the task. */
function aboutOf(edition: Edition, expectation: Expectation): string {
  const { playbook } = edition;
  const title = (text: LocalizedText) => ` · ${name(edition, text)}`;
  const told = 'with' in expectation ? ` → ${recipientNames(edition, expectation.with)}` : '';
  switch (expectation.kind) {
    case 'share': {
      const { item } = expectation;
      return `${title(playbook.items.get(item)?.title ?? item)}${told}`;
    }
    case 'report': {
      const { obligation } = expectation;
      return title(playbook.obligations.get(obligation)?.title ?? obligation);
    }
    case 'agree': {
      const { position } = expectation;
      return title(playbook.positions.get(position)?.title ?? position);
    }
    case 'message':
    case 'acknowledge':
    case 'respond':
    case 'choose':
      return told;
  }
}

function hiddenWords({ words }: Edition, { revealAfterMinutes }: Expectation): string {
  return revealAfterMinutes === undefined
    ? words.control.hidden
    : words.control.revealed(words.duration(revealAfterMinutes));
}

function pointsWords({ words }: Edition, expectation: Expectation): Cell {
  const { points, latePoints, fullUntilMinutes } = expectation;
  return cellOf([
    words.control.pointsLate(points, latePoints),
    ...(fullUntilMinutes === undefined
      ? []
      : [words.control.fullUntil(words.duration(fullUntilMinutes))]),
  ]);
}

function choicesTable(edition: Edition, { id, choices = [] }: Inject): Block[] {
  const { control, labels } = edition.words;
  if (choices.length === 0) return [];
  const row = (choice: Choice): Cell[] => [
    prose(edition, choice.label),
    String(choice.points),
    choice.rationale === undefined ? '' : prose(edition, choice.rationale),
    cellOf([
      ...effectsWords(edition, choice.effects),
      ...followersOfChoice(edition.playbook, id, choice.id).map((next) =>
        control.follows(next.number, name(edition, next.title)),
      ),
    ]),
  ];
  const columns = [
    { title: labels.choice, percent: 27 },
    { title: control.columns.points, percent: 9, isNumber: true },
    { title: control.columns.rationale },
    { title: control.columns.brings, percent: 28 },
  ];
  return [table(columns, choices.map(row))];
}
