/** What the exercise's staff see: the whole events list, every table, every answer. */

import type { Explanation } from '../conditions/condition-rules.js';
import type { AnswerClaim } from '../exercise/answers.js';
import type { MessageThread, Rated, Rating } from '../exercise/command-parts.js';
import type { CommsCheck, CriterionMark, Observation } from '../exercise/evaluation-state.js';
import type { BrokenMarking } from '../exercise/exchange-state.js';
import type { Mode, Pace, Role } from '../exercise/settings.js';
import type {
  ExpectationStatus,
  InjectStatus,
  Quarantine,
  Stamp,
} from '../exercise/state-parts.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type {
  AssetId,
  ChoiceId,
  ContactId,
  CriterionId,
  ExerciseId,
  ExpectationId,
  InjectId,
  ItemId,
  ObjectiveId,
  ObligationId,
  OptionId,
  PartyId,
  PhaseId,
  ScenarioId,
  SeatId,
  TableId,
  TeamId,
  VariantId,
} from '../protocol/ids.js';
import type { Channel, ExpectationKind, InjectKind } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { ExitRef } from '../scenario/playbook.js';
import type { ItemForm, TlpLabel } from '../scenario/sharing-schema.js';
import type { Trigger } from '../scenario/trigger-schema.js';
import type { AssetStatus, Recipient } from '../scenario/world-schema.js';
import type { ScoreEntry } from '../scoring/score.js';
import type { AttachmentView } from './attachment-view.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
import type {
  DraftCommentView,
  DraftVersionView,
  ObligationView,
  PositionView,
  RequestView,
  ShareView,
  Translations,
} from './exchange-view.js';
import type { FrameLack, InjectLacks } from './lacks.js';
import type { MessageView, NoteView } from './player-view.js';
import type { PartyView, RealWorldView } from './shared-parts.js';
import type { Collection } from './view-model.js';
import type { AssetView, IndicatorView } from './world-parts.js';

export interface FacilitatorView {
  readonly exercise: FacilitatorExercise;
  readonly clock: ClockView;
  readonly scenarioClock: ScenarioClockView;
  readonly parties: readonly PartyView[];
  readonly cast: FacilitatorCast;
  readonly seats: Collection<FacilitatorSeat>;
  readonly phases: Collection<FacilitatorPhase>;
  /** By "phase exit": ways out that are armed or due. */
  readonly exits: Collection<FacilitatorExit>;
  /** What is rated. */
  readonly objectives: Collection<FacilitatorObjective>;
  /** The events list as written. */
  readonly injects: Collection<FacilitatorInject>;
  /** By inject id: where it stands now. */
  readonly events: Collection<FacilitatorEvent>;
  /** By "inject table". */
  readonly deliveries: Collection<FacilitatorDelivery>;
  /** By "inject table expectation". */
  readonly expectations: Collection<FacilitatorExpectation>;
  /** Answers sent after the one that counts, by seq. */
  readonly notes: Collection<FacilitatorNote>;
  readonly messages: Collection<FacilitatorMessage>;
  /** By "inject …" or "exit … 0": how the parts of the condition stand that it waits for. */
  readonly watches: Collection<Explanation>;
  readonly milestones: Collection<FacilitatorMilestone>;
  readonly assets: Collection<FacilitatorAsset>;
  readonly indicators: Collection<IndicatorView>;
  readonly endings: Collection<FacilitatorEnding>;
  readonly scores: Collection<FacilitatorScore>;
  readonly commsCheck: CommsCheck | null;
  readonly items: Collection<FacilitatorItem>;
  /** By "item form table". */
  readonly holdings: Collection<FacilitatorHolding>;
  readonly shares: Collection<FacilitatorShare>;
  readonly brokenMarkings: Collection<BrokenMarking>;
  readonly requests: Collection<FacilitatorRequest>;
  readonly positions: Collection<FacilitatorPosition>;
  readonly draftVersions: Collection<DraftVersionView>;
  readonly draftComments: Collection<DraftCommentView>;
  /** Every obligation of the scenario, started or not. */
  readonly duties: Collection<FacilitatorDuty>;
  /** By "obligation table". */
  readonly obligations: Collection<FacilitatorObligation>;
  /** By "seq field" of what was written in play. */
  readonly translations: Collection<Translations>;
  /** What the scenario says outside of its injects and lacks a language, by place. */
  readonly lacks: Collection<FrameLack>;
  /** By the seq of the answer: who deals with it. */
  readonly claims: Collection<AnswerClaim>;
  /** By "inject table expectation criterion". */
  readonly criteria: Collection<CriterionMark>;
  readonly observations: Collection<FacilitatorObservation>;
  /** By "seat what": each evaluator's own. */
  readonly ratings: Collection<FacilitatorRating>;
  readonly confirmedRatings: Collection<FacilitatorRating>;
}

export interface FacilitatorExercise {
  readonly exerciseId: ExerciseId | null;
  readonly title: string;
  readonly scenarioId: ScenarioId;
  readonly scenarioTitle: LocalizedText;
  readonly summary: LocalizedText;
  readonly stage: LifecycleValue['stage'];
  readonly pace: Pace;
  readonly mode: Mode;
  readonly realWorld: RealWorldView | null;
  readonly quarantine: Quarantine | null;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly scoresShown: { readonly players: boolean; readonly observers: boolean };
  readonly endedBecause: string | null;
}

export interface FacilitatorCast {
  readonly tables: readonly {
    readonly tableId: TableId;
    readonly name: string;
    readonly language: string | null;
    /** What it reads: as it was cast, else what its first team's party usually reads. */
    readonly reads: string;
    readonly teamIds: readonly TeamId[];
    /** Whether it is the staff's own table for teams that nobody else plays. */
    readonly isControl: boolean;
  }[];
  readonly teams: readonly {
    readonly id: TeamId;
    readonly partyId: PartyId;
    readonly name: LocalizedText;
    readonly sector: LocalizedText;
    readonly mission: LocalizedText;
  }[];
  readonly contacts: readonly {
    readonly id: ContactId;
    readonly name: LocalizedText;
    readonly role: LocalizedText;
    readonly isReachable: boolean;
  }[];
}

export interface FacilitatorSeat {
  readonly seatId: SeatId;
  readonly role: Role;
  readonly tableId: TableId | null;
  /** The only party whose teams a facilitator runs; null for all. */
  readonly partyId: PartyId | null;
}

export interface FacilitatorPhase {
  readonly id: PhaseId;
  /** Place in the scenario, outer phases before inner ones. */
  readonly order: number;
  readonly parentId: PhaseId | null;
  readonly title: LocalizedText;
  readonly briefing: LocalizedText | null;
  readonly questions: readonly LocalizedText[];
  readonly exits: readonly { readonly to: PhaseId; readonly when: Trigger }[];
  readonly enteredPlayMs: number | null;
  readonly leftPlayMs: number | null;
}

export interface FacilitatorExit extends ExitRef {
  readonly status: 'armed' | 'due';
  readonly dueAtMs: number;
}

export interface FacilitatorInject {
  readonly id: InjectId;
  /** Place in the scenario. */
  readonly order: number;
  readonly number: string;
  readonly title: LocalizedText;
  readonly kind: InjectKind;
  readonly channel: Channel;
  readonly from: LocalizedText;
  readonly tlp: TlpLabel;
  readonly phaseId: PhaseId;
  readonly trigger: Trigger;
  /** seq of the fact that last wrote its text in play; null for the scenario's own words. */
  readonly writtenBy: number | null;
  /** seq of the fact that last said which files come with it; null for the scenario's own. */
  readonly filesBy: number | null;
  /** Grows when a translation is added or a text removed: one read before is to be fetched anew. */
  readonly textRevision: number;
  /** By language of the scenario, whether its title or its text lacks it and may get it. */
  readonly lacks: InjectLacks;
  readonly isImprovised: boolean;
  readonly variants: readonly { readonly id: VariantId; readonly title: LocalizedText }[];
  /** Tables it will reach as the teams are cast now. */
  readonly to: readonly TableId[];
  /** Teams it is addressed to, whoever plays them. */
  readonly toTeams: readonly TeamId[];
  /** Recipient teams nobody plays: their part is waived. */
  readonly droppedTeams: readonly TeamId[];
  readonly choices: readonly {
    readonly id: ChoiceId;
    readonly label: LocalizedText;
    readonly points: number;
  }[];
  readonly expectations: readonly {
    readonly id: ExpectationId;
    readonly kind: ExpectationKind;
    readonly withinMinutes: number;
    readonly points: number;
    readonly isAnnounced: boolean;
    /** What it is evidence for. */
    readonly objectiveId: ObjectiveId | null;
    readonly criteria: readonly { readonly id: CriterionId; readonly text: LocalizedText }[];
  }[];
}

export interface FacilitatorObjective {
  readonly id: ObjectiveId;
  readonly title: LocalizedText;
  readonly capability: LocalizedText;
  readonly target: LocalizedText | null;
  readonly criticalTasks: readonly LocalizedText[];
}

export interface FacilitatorEvent {
  readonly status: InjectStatus;
  readonly isHeld: boolean;
  readonly dueAtMs: number | null;
  readonly releasedPlayMs: number | null;
  readonly releasedAtMs: number | null;
  /** Why it went out; null while it has not. */
  readonly release: ReleaseCause | null;
  readonly tableIds: readonly TableId[];
  readonly reason: string;
  /** Which of its forms was drawn; null where it has one only. */
  readonly variantId: VariantId | null;
  /** Languages it is held for until somebody has translated it. */
  readonly awaits: readonly string[];
}

/**
 * hand: a controller released it. trigger: what it waits for came. moved: it went out at the moment to
 * which a controller had moved it. effect: something else that happened released it.
 */
export interface ReleaseCause {
  readonly as: 'hand' | 'trigger' | 'moved' | 'effect';
  /** Whoever released it, or confirmed what was due; null where the clock did it by itself. */
  readonly seatId: SeatId | null;
}

export interface FacilitatorDelivery {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly seq: number; readonly text: string }) | null;
  readonly choice: (Stamp & { readonly seq: number; readonly choiceId: ChoiceId }) | null;
}

export interface FacilitatorNote extends NoteView {
  readonly tableId: TableId;
}

export interface FacilitatorExpectation {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly expectationId: ExpectationId;
  readonly status: ExpectationStatus;
  readonly dueAtMs: number;
  readonly settledPlayMs: number | null;
  readonly isRevealed: boolean;
  /** Why a controller settled it by hand; empty where nobody did. */
  readonly reason: string;
}

export interface FacilitatorMessage extends MessageView {
  readonly thread: MessageThread;
}

export interface FacilitatorMilestone {
  readonly title: LocalizedText;
  /** Play time at which it was reached; null until then. */
  readonly reachedPlayMs: number | null;
}

export interface FacilitatorAsset extends AssetView {
  /** As set by an effect or by hand, apart from what it feels. */
  readonly own: AssetStatus;
  /** Systems whose failure it feels now. */
  readonly feels: readonly AssetId[];
  /** What it will feel, or cease to feel, and when. */
  readonly ahead: readonly {
    readonly from: AssetId;
    readonly isFelt: boolean;
    readonly dueAtMs: number;
  }[];
}

export interface FacilitatorEnding {
  readonly title: LocalizedText;
  readonly reachedPlayMs: number | null;
  /** What holds of its condition and what is still missing. */
  readonly missing: Explanation;
}

export interface FacilitatorItem {
  readonly id: ItemId;
  readonly title: LocalizedText;
  readonly originator: TeamId | ContactId;
  readonly comesWith: InjectId | null;
  readonly tlp: TlpLabel;
  readonly releasableTo: readonly Recipient[];
  readonly sanitisedTlp: TlpLabel | null;
  readonly hasPersonalData: boolean;
  readonly needs: readonly {
    readonly teams: readonly Recipient[];
    readonly withinMinutes: number;
    readonly objectiveId: ObjectiveId | null;
  }[];
}

export interface FacilitatorHolding {
  readonly itemId: ItemId;
  readonly form: ItemForm;
  readonly tableId: TableId;
  readonly marking: TlpLabel;
  readonly seatIds: readonly SeatId[] | null;
  readonly shareSeqs: readonly number[];
  readonly sincePlayMs: number;
}

export interface FacilitatorShare extends ShareView {
  readonly toTableIds: readonly TableId[];
}

export interface FacilitatorRequest extends RequestView {
  /** For a permission: the originator's table; null where control answers. */
  readonly askedTableId: TableId | null;
}

export interface FacilitatorPosition extends PositionView {
  /** What it is evidence for. */
  readonly objectiveId: ObjectiveId | null;
  readonly comesWith: InjectId | null;
  /** Whose voices count, as the scenario has it: known before it opens, played or not. */
  readonly voiceTeams: readonly TeamId[];
  /** Everybody it touches, whether they have a voice or only take part: what a right to act on it goes by. */
  readonly teams: readonly TeamId[];
  readonly tableIds: readonly TableId[];
  readonly optionPoints: readonly {
    readonly id: OptionId;
    readonly points: number;
    readonly rationale: LocalizedText | null;
  }[];
  /** Why a controller settled it. */
  readonly reason: string;
}

export interface FacilitatorDuty {
  readonly id: ObligationId;
  readonly title: LocalizedText;
  readonly teams: readonly TeamId[];
  readonly withinHours: number;
  /** What it is evidence for. */
  readonly objectiveId: ObjectiveId | null;
  /** Whether a condition starts its clock; else an effect or a controller does. */
  readonly startsByItself: boolean;
}

export interface FacilitatorObligation extends ObligationView {
  readonly tableId: TableId;
}

export interface FacilitatorObservation extends Observation {
  readonly textIn: Translations;
}

export interface FacilitatorRating {
  readonly of: Rated;
  /** Null for all tables together. */
  readonly tableId: TableId | null;
  readonly rating: Rating;
  readonly reason: string;
  readonly seatId: SeatId | null;
  readonly atMs: number;
}

export interface FacilitatorScore extends ScoreEntry {
  readonly objective: LocalizedText | null;
}

/** All that staff may read of an inject, fetched when it is opened. */
export interface FacilitatorInjectBody {
  readonly injectId: InjectId;
  readonly body: LocalizedText;
  /** Its other forms, of which one is drawn. */
  readonly variants: readonly { readonly id: VariantId; readonly body: LocalizedText }[];
  /** What some recipients read instead. */
  readonly perRecipient: readonly {
    readonly to: readonly Recipient[];
    readonly title: LocalizedText;
    readonly body: LocalizedText;
  }[];
  readonly attachments: readonly AttachmentView[];
  readonly attack: readonly string[];
  readonly choices: readonly {
    readonly id: ChoiceId;
    readonly label: LocalizedText;
    readonly points: number;
    readonly rationale: LocalizedText | null;
  }[];
  readonly expectations: readonly {
    readonly id: ExpectationId;
    readonly kind: ExpectationKind;
    readonly withinMinutes: number;
    readonly points: number;
    readonly latePoints: number;
    readonly isAnnounced: boolean;
    readonly action: LocalizedText | null;
    readonly objective: LocalizedText | null;
  }[];
}
