/** What evaluators and translators do in a random drill, and how the director sets things right. */
import type { Rated } from '@trilogue/engine/exercise/command-parts';
import type { CommandType } from '@trilogue/engine/exercise/commands';
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import { injectOf } from '@trilogue/engine/exercise/state';
import { textsOf } from '@trilogue/engine/exercise/written-fields';
import type { CriterionId, ExpectationId, SeatId } from '@trilogue/engine/protocol/ids';
import { expectationOf } from '@trilogue/engine/scenario/playbook';
import { wordsOfFrame, wordsOfInject } from '@trilogue/engine/scenario/words';
import { asSeat, type Builders, type Chooser } from './drill-chooser.js';

type EvaluationType = Extract<
  CommandType,
  | 'MarkExpectation'
  | 'AdjustScore'
  | 'ClaimAnswer'
  | 'MarkCriterion'
  | 'NoteObservation'
  | 'ReleaseObservation'
  | 'RateObjective'
  | 'ConfirmRating'
  | 'AddTranslation'
  | 'TranslateScenario'
  | 'Rewind'
  | 'RedactContent'
  | 'ErasePerson'
>;

export const evaluationBuilders: Builders<EvaluationType> = {
  MarkExpectation: (at) => ({
    actor: at.staff(),
    command: {
      type: 'MarkExpectation',
      ...named(at),
      as: at.dice.oneOf(['met', 'late', 'missed', 'waived']),
      reason: at.words('Reason'),
    },
  }),
  AdjustScore: (at) => ({
    actor: at.staff(),
    command: {
      type: 'AdjustScore',
      tableId: at.table(),
      points: at.dice.upTo(20) - 10,
      objectiveId: at.dice.oneOf([null, ...at.scenario.objectives.map(({ id }) => id)]),
      reason: at.words('Reason'),
    },
  }),
  ClaimAnswer: (at) => ({
    actor: at.dice.isIn(50) ? at.evaluator() : at.staff(),
    command: {
      type: 'ClaimAnswer',
      answerSeq: at.dice.isIn(90)
        ? (at.fact(({ type }) => type in written)?.seq ?? 1)
        : 1 + at.dice.upTo(at.state.seq),
      isClaimed: at.dice.isIn(70),
    },
  }),
  MarkCriterion: (at) => {
    const found = at.expectation(({ injectId, expectationId }) => {
      const inject = injectOf(at.state, injectId);
      return (inject && expectationOf(inject, expectationId)?.criteria.length) !== 0;
    });
    return {
      actor: at.evaluator(),
      command: {
        type: 'MarkCriterion',
        ...named(at, found),
        criterionId: at.dice.oneOf(['criterion-0', 'criterion-1']) as CriterionId,
        isMet: at.dice.oneOf([true, false, null]),
      },
    };
  },
  NoteObservation: (at) => ({
    actor: at.evaluator(),
    command: {
      type: 'NoteObservation',
      tableId: at.dice.isIn(30) ? null : at.table(),
      objectiveId: at.dice.oneOf([null, ...at.scenario.objectives.map(({ id }) => id)]),
      momentPlayMs: at.dice.isIn(50) ? null : at.dice.upTo(at.state.lastPlayMs),
      kind: at.dice.oneOf(['strength', 'improvement', 'observation']),
      importance: at.dice.oneOf(['low', 'normal', 'high']),
      release: release(at),
      text: at.words('Note'),
    },
  }),
  ReleaseObservation: (at) => ({
    actor: at.evaluator(),
    command: {
      type: 'ReleaseObservation',
      noteSeq: Number(at.from([...at.state.observations.keys()], '1')),
      release: release(at),
    },
  }),
  RateObjective: (at) => ({
    actor: at.evaluator(),
    command: {
      type: 'RateObjective',
      of: rated(at),
      tableId: at.dice.isIn(40) ? null : at.table(),
      rating: at.dice.oneOf(['P', 'S', 'M', 'U', null]),
      reason: at.words('Reason'),
    },
  }),
  ConfirmRating: (at) => ({
    actor: at.evaluator(),
    command: {
      type: 'ConfirmRating',
      of: rated(at),
      tableId: at.dice.isIn(40) ? null : at.table(),
      rating: at.dice.oneOf(['P', 'S', 'M', 'U']),
      reason: at.words('Reason'),
    },
  }),
  AddTranslation: (at) => {
    const fact = at.fact(({ type }) => type in written);
    const field = fact === undefined ? 'text' : at.from(fieldsOf(fact), 'text');
    const { languages } = at.scenario;
    return {
      actor: at.dice.isIn(70) ? asSeat('translator1') : at.staff(),
      command: {
        type: 'AddTranslation',
        of: at.dice.isIn(96) ? (fact?.seq ?? 1) : 1 + at.dice.upTo(at.state.seq),
        field,
        language: at.dice.isIn(96) ? (languages.at(-1) ?? 'en') : 'fil',
        text: at.words('Translated'),
      },
    };
  },
  TranslateScenario: (at) => {
    const { injects, ...frame } = at.scenario;
    const injectId = at.inject(at.dice.isIn(70) ? 'waiting' : 'released');
    const inject = injects.find(({ id }) => id === injectId);
    const ofInject = wordsOfInject(inject ?? {}).map(({ place }) => `injects/${injectId}/${place}`);
    const ofFrame = wordsOfFrame(frame).map(({ place }) => place);
    return {
      actor: at.dice.isIn(70) ? asSeat('translator1') : at.staff(),
      command: {
        type: 'TranslateScenario',
        place: at.from(at.dice.isIn(60) ? ofInject : ofFrame, 'title'),
        language: at.scenario.languages.at(-1) ?? 'en',
        text: at.words('Translated'),
      },
    };
  },
  RedactContent: (at) => {
    const fact = at.fact((found) => Object.keys(textsOf(found)).length > 0);
    const fields = fact === undefined ? [] : Object.keys(textsOf(fact));
    return {
      actor: at.staff(),
      command: {
        type: 'RedactContent',
        factSeq: at.dice.isIn(94) ? (fact?.seq ?? 1) : 1 + at.dice.upTo(at.state.seq),
        fields: at.dice.isIn(60) ? null : [at.from(fields, 'text')],
        reason: at.dice.oneOf(['personal', 'confidential', 'offensive', 'mistake']),
      },
    };
  },
  ErasePerson: (at) => ({
    actor: at.staff(),
    command: { type: 'ErasePerson', seatId: at.dice.oneOf(mayGo) as SeatId },
  }),
  Rewind: (at) => ({
    actor: at.staff(),
    command: { type: 'Rewind', toSeq: moment(at), reason: at.words('Reason') },
  }),
};

/** The texts that a kind of fact carries. */
const written: { readonly [Type in FactType]?: readonly string[] } = {
  InjectEdited: ['title', 'body'],
  InjectImprovised: ['title', 'body'],
  ResponseSent: ['text'],
  ResponseNoted: ['text'],
  MessageSent: ['text'],
  InformationShared: ['facts', 'ask'],
  InformationRequested: ['text'],
  PermissionRequested: ['reason'],
  RequestAnswered: ['text'],
  PositionDrafted: ['text'],
  DraftCommented: ['text'],
  StanceTaken: ['reason'],
  ReportFiled: ['field-0', 'field-1'],
  ObservationNoted: ['text'],
};

function fieldsOf(fact: Fact): readonly string[] {
  return written[fact.type] ?? [];
}

/** Without somebody to direct it, and a player at each table, there would be no drill left. */
const mayGo = ['seat-a2', 'seat-b2', 'seat-c1', 'evaluator1', 'translator1', 'watcher'] as const;

/** An expectation of some table, by its three names. */
function named(at: Chooser, found = at.expectation()) {
  return {
    injectId: found?.injectId ?? at.inject('released'),
    expectationId: found?.expectationId ?? ('expectation-0' as ExpectationId),
    tableId: found?.tableId ?? at.table(),
  };
}

function release(at: Chooser) {
  const partyId = at.dice.oneOf(at.scenario.parties).id;
  return at.dice.oneOf([{ kind: 'kept' }, { kind: 'all' }, { kind: 'party', partyId }] as const);
}

function rated(at: Chooser): Rated {
  const { id, capability } = at.dice.oneOf(at.scenario.objectives);
  return at.dice.isIn(60)
    ? { kind: 'objective', objectiveId: id }
    : { kind: 'capability', capability: typeof capability === 'string' ? capability : '' };
}

/** A fact of play not long ago, or any since StartEx; seldom one that can't be gone back to. */
function moment(at: Chooser): number {
  const { timeline, seq } = at.state;
  const facts = timeline.toArray();
  const start = facts.findIndex(({ type }) => type === 'ExerciseStarted');
  if (start < 0 || at.dice.isIn(5)) return 1 + at.dice.upTo(seq);
  const since = facts.slice(start);
  return (at.from(at.dice.isIn(55) ? since.slice(-40) : since, undefined) ?? { seq }).seq;
}
