/** Which texts of each kind of fact people wrote: what can be removed when somebody must be forgotten. */
import type { LocalizedText } from '../scenario/localize.js';
import type { Fact, FactOf, FactType } from './facts.js';

/** By field; null where the fact leaves it as it was. */
export type Texts = Readonly<Record<string, LocalizedText | null>>;

/** Fields that may hold words: ids and enumerations are no plain strings. */
type WordField<F> = {
  [Key in keyof F]-?: string extends Extract<F[Key], string> ? Key : never;
}[keyof F];

/** person: somebody wrote it. engine: the scenario's words, or the engine's own. */
type Source = 'person' | 'engine';

/** Every field of words of every kind of fact: a new one does not compile until it is told whose it is. */
const sources: {
  readonly [Type in FactType]: { readonly [Key in WordField<FactOf<Type>>]: Source };
} = {
  ExerciseCreated: { title: 'person', scenarioHash: 'engine' },
  TeamsCast: {},
  LobbyOpened: {},
  PaceSet: {},
  SeatJoined: {},
  SeatMoved: {},
  SeatLeft: {},
  CommsCheckStarted: {},
  CommsCheckAcknowledged: {},
  ExerciseStarted: {},
  ClockPaused: { reason: 'person' },
  ClockResumed: {},
  SpeedSet: {},
  ClockJumped: {},
  PhaseChanged: { phases: 'engine' },
  ExitArmed: {},
  ExitDisarmed: {},
  ExitDue: {},
  InjectArmed: {},
  InjectDisarmed: {},
  InjectDue: {},
  InjectReleased: {},
  InjectHeld: {},
  InjectUnheld: {},
  InjectMoved: {},
  InjectSkipped: { reason: 'person' },
  InjectRecalled: { reason: 'person' },
  VariantDrawn: {},
  InjectEdited: { title: 'person', body: 'person' },
  InjectImprovised: { number: 'engine', title: 'person', body: 'person' },
  InjectOpened: {},
  InjectAcknowledged: {},
  ResponseSent: { text: 'person' },
  ResponseNoted: { text: 'person' },
  ChoiceMade: {},
  ExpectationMet: {},
  ExpectationMissed: {},
  ExpectationWaived: {},
  DeadlineExtended: {},
  ExpectationRevealed: {},
  ExpectationMarked: { reason: 'person' },
  ItemGiven: {},
  InformationShared: { facts: 'person', ask: 'person' },
  MarkingBroken: { to: 'engine' },
  OverShared: {},
  NeedMet: {},
  InformationRequested: { text: 'person' },
  PermissionRequested: { reason: 'person' },
  RequestAnswered: { text: 'person' },
  PositionOpened: {},
  PositionExtended: {},
  PositionDrafted: { text: 'person' },
  DraftCommented: { text: 'person' },
  StanceTaken: { reason: 'person' },
  PositionAgreed: { reason: 'person' },
  PositionFailed: { reason: 'person' },
  ObligationStarted: {},
  ReportFiled: {},
  ObligationMet: {},
  ObligationMissed: {},
  ObligationWaived: {},
  ConditionTurned: { watch: 'engine' },
  MomentReached: { since: 'engine' },
  MilestoneReached: {},
  AssetSet: {},
  DependencyArmed: {},
  DependencyFelt: {},
  AssetChanged: {},
  IndicatorChanged: {},
  PointsAwarded: { reason: 'engine' },
  EndingReached: {},
  ScoreAdjusted: { reason: 'person' },
  AnswerClaimed: {},
  CriterionMarked: {},
  ObservationNoted: { text: 'person' },
  ObservationReleased: {},
  RatingGiven: { reason: 'person' },
  RatingConfirmed: { reason: 'person' },
  MessageSent: { text: 'person' },
  TextTranslated: { field: 'engine', language: 'engine', text: 'person' },
  ScenarioTranslated: { place: 'engine', language: 'engine', text: 'person' },
  ScoresShown: {},
  RealWorldRaised: { reason: 'person' },
  RealWorldLifted: {},
  Rewound: { reason: 'person' },
  ContentRedacted: {},
  PersonErased: {},
  ExerciseEnded: { reason: 'person' },
  ExerciseQuarantined: { code: 'engine', detail: 'engine' },
};

interface Nested<Type extends FactType> {
  readonly read: (fact: FactOf<Type>) => Texts;
  readonly write: (fact: FactOf<Type>, texts: Texts) => FactOf<Type>;
}

type InjectWords = 'InjectEdited' | 'InjectImprovised';

/** An inject's title and body, and what its attachments are called, by "attachment file title". */
const injectWords = {
  read: ({ title, body, attachments = [] }: FactOf<InjectWords>): Texts => ({
    title,
    body,
    ...Object.fromEntries(
      attachments.flatMap(({ file, title: name, alt }) => [
        [`attachment ${file} title`, name],
        ...(alt === undefined ? [] : [[`attachment ${file} alt`, alt]]),
      ]),
    ),
  }),
  write: <Fact extends FactOf<InjectWords>>(fact: Fact, texts: Texts): Fact => {
    const { title = fact.title, body = fact.body } = texts;
    const attachments = fact.attachments?.map((attachment) => {
      const { file, alt } = attachment;
      return {
        ...attachment,
        title: texts[`attachment ${file} title`] ?? attachment.title,
        ...(alt === undefined ? {} : { alt: texts[`attachment ${file} alt`] ?? alt }),
      };
    });
    return { ...fact, title, body, ...(attachments === undefined ? {} : { attachments }) };
  },
};

/** Texts that stand in lists, by the id of what they belong to. */
const nested: { readonly [Type in FactType]?: Nested<Type> } = {
  TeamsCast: {
    read: ({ casting }) =>
      Object.fromEntries(casting.tables.map(({ tableId, name }) => [tableId, name])),
    write: (fact, texts) => ({
      ...fact,
      casting: {
        ...fact.casting,
        tables: fact.casting.tables.map((table) => ({
          ...table,
          name: plainText(texts[table.tableId]) ?? table.name,
        })),
      },
    }),
  },
  InjectEdited: injectWords,
  InjectImprovised: injectWords,
  ReportFiled: {
    read: ({ fields }) => Object.fromEntries(fields.map(({ fieldId, text }) => [fieldId, text])),
    write: (fact, texts) => ({
      ...fact,
      fields: fact.fields.map((field) => ({
        ...field,
        text: plainText(texts[field.fieldId]) ?? field.text,
      })),
    }),
  },
};

/** What names the room rather than tells of somebody: it stays when the person who named it goes. */
const labels: ReadonlySet<FactType> = new Set<FactType>(['ExerciseCreated', 'TeamsCast']);

export function isLabel({ type }: Fact): boolean {
  return labels.has(type);
}

/** All that people wrote in a fact, by field; empty for kinds in which nobody writes. */
export function textsOf(fact: Fact): Texts {
  const rule = nested[fact.type] as Nested<FactType> | undefined;
  if (rule !== undefined) return rule.read(fact);
  const fields = fact as unknown as Texts;
  return Object.fromEntries(written(fact).map((field) => [field, fields[field] ?? null]));
}

/** The fact with other words in the fields named. */
export function withTexts(fact: Fact, texts: Texts): Fact {
  const rule = nested[fact.type] as Nested<FactType> | undefined;
  // Words in the place of words: the shape is kept.
  return rule === undefined ? ({ ...fact, ...texts } as Fact) : rule.write(fact, texts);
}

const writtenByType = new Map<string, readonly string[]>(
  Object.entries(sources).map(([type, fields]) => [
    type,
    Object.entries(fields).flatMap(([field, source]) => (source === 'person' ? [field] : [])),
  ]),
);

function written({ type }: Fact): readonly string[] {
  return writtenByType.get(type) ?? [];
}

function plainText(text: LocalizedText | null | undefined): string | null {
  return typeof text === 'string' ? text : null;
}
