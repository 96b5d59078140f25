/** What the exercise's staff see: the whole events list, every table, every answer. */

import type { Explanation } from '../conditions/condition-rules.js';
import type { MessageThread } from '../exercise/commands.js';
import type { Mode, Pace, Role } from '../exercise/settings.js';
import type { ExpectationStatus, InjectStatus, Quarantine, Stamp } from '../exercise/state.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type {
  AssetId,
  ChoiceId,
  ContactId,
  ExerciseId,
  ExpectationId,
  InjectId,
  PartyId,
  PhaseId,
  ScenarioId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { ExitRef } from '../scenario/playbook.js';
import type { Channel, ExpectationKind, InjectKind, TlpLabel } from '../scenario/schema.js';
import type { Trigger } from '../scenario/trigger-schema.js';
import type { AssetStatus } from '../scenario/world-schema.js';
import type { ScoreEntry } from '../scoring/score.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
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
  }[];
}

export interface FacilitatorSeat {
  readonly seatId: SeatId;
  readonly role: Role;
  readonly tableId: TableId | null;
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
  /** Tables it will reach as the teams are cast now. */
  readonly to: readonly TableId[];
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
  }[];
}

export interface FacilitatorEvent {
  readonly status: InjectStatus;
  readonly isHeld: boolean;
  readonly dueAtMs: number | null;
  readonly releasedPlayMs: number | null;
  readonly releasedAtMs: number | null;
  readonly tableIds: readonly TableId[];
  readonly reason: string;
}

export interface FacilitatorDelivery {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly text: string }) | null;
  readonly choice: (Stamp & { readonly choiceId: ChoiceId }) | null;
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

export interface FacilitatorScore extends ScoreEntry {
  readonly objective: LocalizedText | null;
}

/** All that staff may read of an inject, fetched when it is opened. */
export interface FacilitatorInjectBody {
  readonly injectId: InjectId;
  readonly body: LocalizedText;
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
