/**
 * The exercise evaluation guide: for each objective what shows how far it was reached, with room for
 * notes and the rating. Columns and ratings follow HSEEP (2020); their meaning is told in our words.
 */
import type { ObjectiveId } from '../protocol/ids.js';
import type { Expectation, Inject } from '../scenario/inject-schema.js';
import type { Objective } from '../scenario/schema.js';
import {
  type Block,
  type Cell,
  facts,
  list,
  type Manual,
  paragraph,
  type Section,
  table,
} from './blocks.js';
import { type Edition, name, prose } from './edition.js';
import { exchangeEvidence } from './evaluator-exchange.js';
import { ticksByTeam } from './evaluator-ticks.js';
import { whenWords } from './msel.js';
import { playTime } from './play-time.js';
import { chaptersOf } from './storyline.js';

export function evaluatorGuideOf(edition: Edition): Manual {
  const { words, playbook } = edition;
  const { objectives } = playbook.scenario;
  const loose = evidenceSections(edition, null);
  return {
    title: words.titles.evaluator,
    handling: 'staff',
    notes: [paragraph(words.evaluate.about), list(Object.values(words.evaluate.advice))],
    sections: [
      ...objectives.map((objective) => objectiveSection(edition, objective)),
      ...(loose.length === 0
        ? []
        : [
            {
              title: words.evaluate.withoutObjective,
              startsPage: true,
              blocks: [],
              sections: loose,
            },
          ]),
    ],
  };
}

function objectiveSection(edition: Edition, objective: Objective): Section {
  const { words } = edition;
  const { labels, evaluate } = words;
  const { title, capability, target, criticalTasks, csf } = objective;
  const evidence = evidenceSections(edition, objective.id);
  return {
    title: name(edition, title),
    lead: labels.objective,
    startsPage: true,
    blocks: [
      facts([
        [labels.capability, prose(edition, capability)],
        [evaluate.target, target === undefined ? null : prose(edition, target)],
        [evaluate.csf, csf.join(', ')],
        [evaluate.evaluator, { kind: 'blank' }],
      ]),
      ...(criticalTasks.length === 0
        ? []
        : [
            paragraph(evaluate.criticalTasks),
            { kind: 'ticks', items: criticalTasks.map((task) => prose(edition, task)) } as const,
          ]),
    ],
    sections: [
      ...(evidence.length === 0
        ? [{ title: evaluate.evidence, blocks: [paragraph(evaluate.noEvidence)] }]
        : evidence),
      { title: evaluate.notes, startsPage: true, blocks: [notesTable(edition)] },
      ratingSection(edition),
    ],
  };
}

/** What is evidence for an objective; for none where it is null. */
function evidenceSections(edition: Edition, objectiveId: ObjectiveId | null): Section[] {
  const fromInjects = chaptersOf(edition).flatMap(({ injects }) =>
    injects.flatMap((inject) => {
      const meant = inject.expectations.filter(
        ({ objective }) => (objective ?? null) === objectiveId,
      );
      return meant.length === 0 ? [] : [injectSection(edition, inject, meant)];
    }),
  );
  return [...fromInjects, ...exchangeEvidence(edition, objectiveId)];
}

function injectSection(
  edition: Edition,
  inject: Inject,
  expectations: readonly Expectation[],
): Section {
  const moment = edition.schedule.injectAt(inject.id);
  return {
    title: `#${inject.number} ${name(edition, inject.title)}`,
    lead: [
      ...(moment?.anchor === 'startEx' ? [playTime(moment.minutes)] : []),
      ...whenWords(edition, inject),
    ].join(' · '),
    blocks: [],
    sections: expectations.map((expectation) => taskSection(edition, inject, expectation)),
  };
}

function taskSection(edition: Edition, inject: Inject, expectation: Expectation): Section {
  const { words, playbook } = edition;
  const { kind, action, teams, by, withinMinutes, criteria } = expectation;
  const within = words.within(words.duration(withinMinutes));
  return {
    title: `${words.labels.task[kind]} · ${within}`,
    isWhole: true,
    blocks: [
      ...(action === undefined ? [] : [paragraph(prose(edition, action))]),
      ...(criteria.length === 0
        ? []
        : [
            {
              kind: 'steps',
              points: criteria.map(({ text }) => ({ text: prose(edition, text) })),
            } as const,
          ]),
      ...(by === 'any' ? [paragraph(words.evaluate.anyTeam)] : []),
      ticksByTeam(
        edition,
        teams ?? playbook.recipients.get(inject.id) ?? [],
        criteria.map((_, index) => String(index + 1)),
      ),
    ],
  };
}

function notesTable({ words }: Edition): Block {
  const { time, team, observation, kind } = words.evaluate.columns;
  return table(
    [
      { title: time, percent: 12 },
      { title: team, percent: 16 },
      { title: observation },
      { title: kind, percent: 14 },
    ],
    Array.from({ length: 12 }, (): Cell[] =>
      Array.from({ length: 4 }, () => ({ kind: 'blank' }) as const),
    ),
  );
}

function ratingSection({ words }: Edition): Section {
  const { evaluate } = words;
  return {
    title: evaluate.rating,
    blocks: [
      paragraph(evaluate.ratingAbout),
      {
        kind: 'scale',
        marks: Object.entries(evaluate.ratings).map(([mark, meaning]) => ({ mark, meaning })),
      },
      { kind: 'lines', title: evaluate.strengths, count: 2 },
      { kind: 'lines', title: evaluate.improvements, count: 2 },
    ],
  };
}
