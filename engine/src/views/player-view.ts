/** What one table sees: its own injects, tasks, answers and messages, and nothing of any other's. */
import type { Rating } from '../exercise/command-parts.js';
import type { Mode } from '../exercise/settings.js';
import type { ExpectationStatus, Stamp } from '../exercise/state-parts.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type {
  ChoiceId,
  ExerciseId,
  ExpectationId,
  InjectId,
  ItemId,
  ObligationId,
  PartyId,
  PositionId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { Channel, ExpectationKind } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { TlpLabel } from '../scenario/sharing-schema.js';
import type { Recipient } from '../scenario/world-schema.js';
import type { ScoreRule } from '../scoring/score.js';
import type { AttachmentView } from './attachment-view.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
import type {
  DirectoryView,
  DraftCommentView,
  DraftVersionView,
  HoldingView,
  ObligationView,
  PersonView,
  PositionView,
  RequestView,
  ShareView,
  Translations,
} from './exchange-view.js';
import type { PartyView, PastPhaseView, PhaseView } from './shared-parts.js';
import type { Collection } from './view-model.js';
import type { AssetView, IndicatorView } from './world-parts.js';

export interface PlayerView {
  readonly exercise: PlayerExercise;
  readonly clock: ClockView;
  readonly scenarioClock: ScenarioClockView;
  readonly parties: readonly PartyView[];
  readonly phases: readonly PhaseView[];
  readonly pastPhases: readonly PastPhaseView[];
  readonly table: PlayerTable;
  readonly seats: Collection<PlayerSeat>;
  readonly injects: Collection<PlayerInject>;
  /** By inject id: what this table did about it. */
  readonly deliveries: Collection<PlayerDelivery>;
  /** By "inject expectation": what is announced to be done, and by when. */
  readonly tasks: Collection<PlayerTask>;
  /** Answers sent after the one that counts, by seq. */
  readonly notes: Collection<NoteView>;
  readonly messages: Collection<MessageView>;
  readonly assets: Collection<AssetView>;
  readonly indicators: Collection<IndicatorView>;
  /** Null until staff begin one. */
  readonly commsCheck: { readonly startedAtMs: number; readonly seatIds: readonly SeatId[] } | null;
  readonly directory: DirectoryView;
  /** Players at every table, by seat. */
  readonly people: Collection<PersonView>;
  /** By "item form". */
  readonly holdings: Collection<HoldingView>;
  readonly shares: Collection<ShareView>;
  readonly requests: Collection<RequestView>;
  readonly positions: Collection<PositionView>;
  /** By "position version"; version 0 stands in the position itself. */
  readonly draftVersions: Collection<DraftVersionView>;
  readonly draftComments: Collection<DraftCommentView>;
  readonly obligations: Collection<ObligationView>;
  /** Evaluators' notes, after EndEx and as far as they were released to this table's nation. */
  readonly observations: Collection<PlayerObservation>;
  /** After EndEx, once scores are shown. */
  readonly ratings: Collection<PlayerRating>;
  /**
   * Empty until the director shows scores to players. Before EndEx it leaves out what would tell of
   * things to come: tasks that were not announced, and choices that can still be made.
   */
  readonly scores: Collection<PlayerScore>;
}

export interface PlayerExercise {
  readonly exerciseId: ExerciseId | null;
  readonly title: string;
  readonly scenarioTitle: LocalizedText;
  readonly stage: LifecycleValue['stage'];
  readonly mode: Mode;
  /** Somebody called REAL WORLD. Who and why is for the staff. */
  readonly realWorld: { readonly atMs: number } | null;
  /** The exercise was put aside; control is at work on it. */
  readonly isAside: boolean;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly areScoresShown: boolean;
}

export interface PlayerTable {
  readonly tableId: TableId;
  readonly name: string;
  readonly language: string | null;
  readonly teams: readonly {
    readonly id: TeamId;
    readonly partyId: PartyId;
    readonly name: LocalizedText;
    readonly sector: LocalizedText;
    readonly mission: LocalizedText;
  }[];
}

export interface PlayerSeat {
  readonly seatId: SeatId;
}

export interface PlayerInject {
  readonly id: InjectId;
  readonly title: LocalizedText;
  readonly channel: Channel;
  readonly from: { readonly name: LocalizedText; readonly role: LocalizedText };
  readonly tlp: TlpLabel;
  readonly atMs: number;
  readonly playMs: number;
  readonly scenarioAtMs: number | null;
  /** A recalled inject stays in the list; its body can no longer be read. */
  readonly isRecalled: boolean;
  readonly recallReason: string;
  /** Grows when a translation is added or a text removed: one read before is to be fetched anew. */
  readonly textRevision: number;
  readonly hasChoices: boolean;
}

export interface PlayerDelivery {
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly seq: number; readonly text: string }) | null;
  readonly choice: (Stamp & { readonly choiceId: ChoiceId }) | null;
}

export interface NoteView extends Stamp {
  readonly seq: number;
  readonly injectId: InjectId;
  readonly text: string;
}

export interface PlayerTask {
  readonly injectId: InjectId;
  readonly expectationId: ExpectationId;
  readonly kind: ExpectationKind;
  /** The item, joint position or obligation it is about, where the table knows of it. */
  readonly about: ItemId | PositionId | ObligationId | null;
  /** Who should be told. */
  readonly to: readonly Recipient[];
  /** ms of play time. */
  readonly dueAtMs: number;
  readonly status: ExpectationStatus;
}

export interface MessageView {
  readonly id: number;
  readonly from: 'table' | 'staff';
  /** The contact that staff spoke as. */
  readonly as: { readonly name: LocalizedText; readonly role: LocalizedText } | null;
  readonly seatId: SeatId | null;
  readonly text: string;
  readonly textIn: Translations;
  readonly atMs: number;
  readonly playMs: number;
}

export interface PlayerObservation {
  /** Null for the exercise as a whole. */
  readonly tableId: TableId | null;
  readonly objective: LocalizedText | null;
  readonly kind: 'strength' | 'improvement' | 'observation';
  readonly importance: 'low' | 'normal' | 'high';
  readonly momentPlayMs: number;
  readonly text: string;
  readonly textIn: Translations;
}

export interface PlayerRating {
  readonly objective: LocalizedText | null;
  readonly capability: string | null;
  /** Of all tables together, not of this one. */
  readonly isOfAll: boolean;
  readonly rating: Rating;
}

export interface PlayerScore {
  readonly injectId: InjectId | null;
  /** Why points were awarded, where it was not for an expectation or a choice. */
  readonly reason: LocalizedText | null;
  readonly kind: ExpectationKind | null;
  readonly objective: LocalizedText | null;
  /** The item, joint position or obligation it is about. */
  readonly about: LocalizedText | null;
  readonly rule: ScoreRule;
  readonly points: number;
  readonly maximum: number;
}

/** The text of an inject, fetched when it is opened. */
export interface PlayerInjectBody {
  readonly injectId: InjectId;
  readonly body: LocalizedText;
  readonly choices: readonly { readonly id: ChoiceId; readonly label: LocalizedText }[];
  readonly attachments: readonly AttachmentView[];
}
