/** Evidence for an objective besides tasks: who was told in time, what was agreed, what was reported. */
import type { ObjectiveId } from '../protocol/ids.js';
import { teamsAddressed } from '../scenario/playbook.js';
import { paragraph, type Section } from './blocks.js';
import { contactLine, type Edition, injectNumber, name, prose, recipientNames } from './edition.js';
import { ticksByTeam } from './evaluator-ticks.js';
import { positionRuleWords } from './rule-words.js';
import { startsWords } from './trigger-words.js';

export function exchangeEvidence(edition: Edition, objectiveId: ObjectiveId | null): Section[] {
  const isMeant = ({ objective }: { objective?: ObjectiveId | undefined }) =>
    (objective ?? null) === objectiveId;
  const { items, positions, obligations } = edition.playbook.scenario;
  return [
    ...items.flatMap((item) =>
      item.needs.filter(isMeant).map((need) => needSection(edition, item, need)),
    ),
    ...positions.filter(isMeant).map((position) => positionSection(edition, position)),
    ...obligations.filter(isMeant).map((obligation) => obligationSection(edition, obligation)),
  ];
}

type Scenario = Edition['playbook']['scenario'];
type Item = Scenario['items'][number];

function needSection(edition: Edition, item: Item, need: Item['needs'][number]): Section {
  const { words, playbook } = edition;
  const since =
    item.comesWith === undefined
      ? words.control.withNothing
      : `#${injectNumber(edition, item.comesWith)}`;
  return {
    title: words.evaluate.need(name(edition, item.title)),
    lead: [words.labels.task.share, words.within(words.duration(need.withinMinutes)), since].join(
      ' · ',
    ),
    isWhole: true,
    blocks: [
      paragraph(
        words.evaluate.needAbout(
          recipientNames(edition, item.holders),
          need.wholeForm ? words.control.wholeForm : words.control.eitherForm,
          `TLP:${item.tlp}`,
        ),
      ),
      ticksByTeam(edition, teamsAddressed(playbook.scenario, need.teams), []),
    ],
  };
}

function positionSection(edition: Edition, position: Scenario['positions'][number]): Section {
  const { words } = edition;
  return {
    title: name(edition, position.title),
    lead: [words.labels.task.agree, words.within(words.duration(position.withinMinutes))].join(
      ' · ',
    ),
    isWhole: true,
    blocks: [
      paragraph(positionRuleWords(edition, position.rule)),
      ...(position.options === undefined
        ? []
        : [
            {
              kind: 'ticks',
              items: position.options.map(({ label }) => prose(edition, label)),
            } as const,
          ]),
      ticksByTeam(edition, position.voices, []),
    ],
  };
}

function obligationSection(edition: Edition, obligation: Scenario['obligations'][number]): Section {
  const { words, playbook } = edition;
  return {
    title: name(edition, obligation.title),
    lead: [words.labels.task.report, words.storyHours(obligation.withinHours)].join(' · '),
    isWhole: true,
    blocks: [
      paragraph(
        words.evaluate.obligationAbout(
          contactLine(edition, playbook.contacts.get(obligation.to)),
          startsWords(edition, obligation).join('; '),
        ),
      ),
      ticksByTeam(edition, obligation.teams, []),
    ],
  };
}
