/** For control: what teams hold and may share, what they decide together, what they must report. */
import type { Obligation } from '../scenario/obligation-schema.js';
import type { JointPosition } from '../scenario/position-schema.js';
import type { InformationItem } from '../scenario/sharing-schema.js';
import { type Block, type Cell, cellOf, facts, paragraph, type Section, table } from './blocks.js';
import {
  contactLine,
  type Edition,
  injectNumber,
  name,
  prose,
  recipientNames,
  teamName,
  teamNames,
} from './edition.js';
import { effectsWords } from './effect-words.js';
import { positionRuleWords } from './rule-words.js';
import { startsWords } from './trigger-words.js';

export function itemsSection(edition: Edition): Section {
  const { items } = edition.playbook.scenario;
  return {
    title: edition.words.control.items,
    startsPage: true,
    blocks: items.length === 0 ? [] : [paragraph(edition.words.control.itemsAbout)],
    sections: items.map((item) => itemSection(edition, item)),
  };
}

function itemSection(edition: Edition, item: InformationItem): Section {
  const { words, playbook } = edition;
  const { labels, control } = words;
  const { sanitised } = item;
  const contact = playbook.contacts.get(item.originator as never);
  return {
    title: name(edition, item.title),
    blocks: [
      facts([
        [
          labels.originator,
          contact === undefined
            ? teamName(edition, item.originator as never)
            : contactLine(edition, contact),
        ],
        [labels.holders, recipientNames(edition, item.holders)],
        [control.comesWith, comesWith(edition, item.comesWith)],
        [labels.tlp, { kind: 'tlp', tlp: item.tlp }],
        [labels.releasableTo, recipientNames(edition, item.releasableTo)],
        [control.personalData, item.personalData ? control.yes : control.no],
        [control.penalties, control.penaltiesOf(item.breachPenalty, item.overSharingPenalty)],
      ]),
      { kind: 'markdown', text: prose(edition, item.body) },
      ...(sanitised === undefined
        ? [paragraph(control.noSanitised)]
        : [
            facts([
              [labels.sanitised, { kind: 'tlp', tlp: sanitised.tlp } as Cell],
              [labels.releasableTo, recipientNames(edition, sanitised.releasableTo)],
            ]),
            { kind: 'markdown', text: prose(edition, sanitised.body) } as const,
          ]),
      ...needsTable(edition, item),
    ],
  };
}

function needsTable(edition: Edition, { needs }: InformationItem): Block[] {
  const { words } = edition;
  const { control } = words;
  if (needs.length === 0) return [];
  const columns = [
    { title: control.columns.needs },
    { title: control.columns.within, percent: 22 },
    { title: control.columns.form, percent: 24 },
    { title: control.columns.points, percent: 16 },
  ];
  const rows = needs.map((need): Cell[] => [
    recipientNames(edition, need.teams),
    words.duration(need.withinMinutes),
    need.wholeForm ? control.wholeForm : control.eitherForm,
    control.pointsLate(need.points, need.latePoints),
  ]);
  return [table(columns, rows)];
}

export function positionsSection(edition: Edition): Section {
  const { positions } = edition.playbook.scenario;
  return {
    title: edition.words.control.positions,
    blocks: positions.length === 0 ? [] : [paragraph(edition.words.control.positionsAbout)],
    sections: positions.map((position) => positionSection(edition, position)),
  };
}

function positionSection(edition: Edition, position: JointPosition): Section {
  const { words } = edition;
  const { labels, control } = words;
  return {
    title: name(edition, position.title),
    blocks: [
      facts([
        [labels.voices, teamNames(edition, position.voices)],
        [control.participants, recipientNames(edition, position.participants)],
        [control.comesWith, comesWith(edition, position.comesWith)],
        [labels.rule, positionRuleWords(edition, position.rule)],
        [control.columns.within, words.duration(position.withinMinutes)],
        [control.columns.points, String(position.points)],
        [control.onAgreed, cellOf(effectsWords(edition, position.onAgreed))],
        [control.onFailed, cellOf(effectsWords(edition, position.onFailed))],
      ]),
      { kind: 'markdown', text: prose(edition, position.question) },
      ...(position.text === undefined
        ? []
        : [
            paragraph(words.cards.firstVersion),
            { kind: 'markdown', text: prose(edition, position.text) } as const,
          ]),
      ...optionsTable(edition, position),
    ],
  };
}

function optionsTable(edition: Edition, { options = [] }: JointPosition): Block[] {
  const { labels, control } = edition.words;
  if (options.length === 0) return [];
  const columns = [
    { title: labels.option, percent: 27 },
    { title: control.columns.points, percent: 9, isNumber: true },
    { title: control.columns.rationale },
    { title: control.columns.brings, percent: 28 },
  ];
  const rows = options.map((option): Cell[] => [
    prose(edition, option.label),
    String(option.points),
    option.rationale === undefined ? '' : prose(edition, option.rationale),
    cellOf(effectsWords(edition, option.effects)),
  ]);
  return [table(columns, rows)];
}

export function obligationsSection(edition: Edition): Section {
  const { obligations } = edition.playbook.scenario;
  return {
    title: edition.words.control.obligations,
    blocks: obligations.length === 0 ? [] : [paragraph(edition.words.control.obligationsAbout)],
    sections: obligations.map((obligation) => obligationSection(edition, obligation)),
  };
}

function obligationSection(edition: Edition, obligation: Obligation): Section {
  const { words, playbook } = edition;
  const { labels, control } = words;
  return {
    title: name(edition, obligation.title),
    blocks: [
      facts([
        [labels.teams, teamNames(edition, obligation.teams)],
        [labels.to, contactLine(edition, playbook.contacts.get(obligation.to))],
        [control.clockStarts, cellOf(startsWords(edition, obligation))],
        [control.columns.within, words.storyHours(obligation.withinHours)],
        [control.columns.points, control.pointsLate(obligation.points, obligation.latePoints)],
        [control.columns.met, cellOf(effectsWords(edition, obligation.onMet))],
        [control.columns.missed, cellOf(effectsWords(edition, obligation.onMissed))],
        [
          control.fields,
          cellOf(
            obligation.fields.map(({ label, required }) => {
              const text = prose(edition, label);
              return required ? text : { ...text, text: control.optional(text.text) };
            }),
          ),
        ],
      ]),
      ...(obligation.rule === undefined
        ? []
        : [{ kind: 'markdown', text: prose(edition, obligation.rule) } as const]),
    ],
  };
}

function comesWith(edition: Edition, injectId: string | undefined): string {
  return injectId === undefined
    ? edition.words.control.withNothing
    : `#${injectNumber(edition, injectId)}`;
}
