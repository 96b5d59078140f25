/** What an exercise's state is made of, and the keys under which it stands. */
import type {
  ChoiceId,
  ContactId,
  ExpectationId,
  InjectId,
  PartyId,
  PhaseId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { DependencyRef, ExitRef, MomentSource } from '../scenario/playbook.js';
import type { ShareChannel } from '../scenario/sharing-schema.js';
import type { AssetStatus } from '../scenario/world-schema.js';
import type { MessageThread } from './command-parts.js';
import type { PauseCause, SkipCause } from './fact-shape.js';
import type { Role } from './settings.js';

export interface Clock {
  /** Play time runs from this pair: `playMs + (now - atMs) * speed` while the clock runs. */
  readonly anchorPlayMs: number;
  readonly anchorAtMs: number;
  readonly speed: number;
  readonly pause: { readonly cause: PauseCause; readonly reason: string } | null;
}

export interface ScenarioClock {
  readonly phaseId: PhaseId;
  /** Scenario date and hour, ms since 1970 UTC, at play time `fromPlayMs`. */
  readonly startsAtMs: number;
  readonly fromPlayMs: number;
  /** Minutes of scenario time in a minute of play time. */
  readonly rate: number;
}

export interface RealWorld {
  readonly seatId: SeatId | null;
  readonly reason: string;
  readonly atMs: number;
}

export interface Quarantine {
  readonly code: string;
  readonly detail: string;
}

/** The table at which staff play the teams that nobody else plays. */
export const controlTableId = 'control' as TableId;

export interface CastTable {
  readonly tableId: TableId;
  readonly name: string;
  readonly language: string | null;
  readonly teamIds: readonly TeamId[];
}

export interface CastState {
  /** In the facilitator's order; the control table last, where some team is controlled. */
  readonly tables: readonly CastTable[];
  readonly tableOf: ReadonlyMap<TeamId, TableId>;
}

export interface Seat {
  readonly seatId: SeatId;
  readonly role: Role;
  readonly tableId: TableId | null;
  /** The only party whose teams a facilitator runs; null for all. */
  readonly partyId: PartyId | null;
  readonly isGone: boolean;
}

export interface PhaseVisit {
  readonly enteredPlayMs: number;
  readonly leftPlayMs: number | null;
}

export type ExitKey = string & { readonly __key: 'exit' };
export type DeliveryKey = string & { readonly __key: 'delivery' };
export type ExpectationKey = string & { readonly __key: 'expectation' };

export interface ExitState extends ExitRef {
  readonly status: 'armed' | 'due';
  readonly dueAtMs: number;
  readonly armedBy: number;
}

/** due: its moment came and a controller's confirmation is awaited. */
export type InjectStatus = 'waiting' | 'armed' | 'due' | 'released' | 'skipped' | 'recalled';

export interface InjectState {
  readonly status: InjectStatus;
  readonly isHeld: boolean;
  /** ms of play time; null while it waits for something other than the clock. */
  readonly dueAtMs: number | null;
  /** seq of the fact that armed it or made it due. */
  readonly armedBy: number | null;
  /** Moved by a controller, or released by an effect: its trigger no longer has a say. */
  readonly isForced: boolean;
  readonly skipCause: SkipCause | null;
  /** seq of its release. */
  readonly releasedSeq: number | null;
  readonly releasedPlayMs: number | null;
  readonly releasedAtMs: number | null;
  /** Scenario date and hour of the release, ms since 1970 UTC. */
  readonly releasedScenarioMs: number | null;
  readonly tableIds: readonly TableId[];
  /** Play time of the first answer of any table, and of the first deadline missed. */
  readonly answeredPlayMs: number | null;
  readonly overduePlayMs: number | null;
  /** For a recall or a skip. */
  readonly reason: string;
  /** seq of the fact that last wrote its text in play; null for the scenario's own. */
  readonly writtenBy: number | null;
  /** seq of the fact that last said which files come with it; null for the scenario's own. */
  readonly filesBy: number | null;
  /** Grows when its scenario's words get a language, and when such a text is removed. */
  readonly translated: number;
  readonly isImprovised: boolean;
  /** Languages it is held for until somebody has translated it. */
  readonly awaits: readonly string[];
  readonly tallies: Tallies;
}

/** How often each was done so far: what conditions count. */
export interface Tallies {
  readonly acknowledged: number;
  readonly responses: number;
  readonly choices: number;
  /** Deadlines that passed, whether or not it was done afterwards. */
  readonly missed: number;
}

export const noTallies: Tallies = { acknowledged: 0, responses: 0, choices: 0, missed: 0 };

export const waitingInject: InjectState = {
  status: 'waiting',
  isHeld: false,
  dueAtMs: null,
  armedBy: null,
  isForced: false,
  skipCause: null,
  releasedSeq: null,
  releasedPlayMs: null,
  releasedAtMs: null,
  releasedScenarioMs: null,
  tableIds: [],
  answeredPlayMs: null,
  overduePlayMs: null,
  reason: '',
  writtenBy: null,
  filesBy: null,
  translated: 0,
  isImprovised: false,
  awaits: [],
  tallies: noTallies,
};

export interface AssetState {
  /** As set by an effect or a person. */
  readonly own: AssetStatus;
  /** Indexes of the dependencies whose failure is felt now. */
  readonly felt: readonly number[];
  /** What it comes to: the worse of its own status and what is felt. */
  readonly status: AssetStatus;
  readonly sincePlayMs: number;
}

/** What a watched condition last turned to. */
export interface Truth {
  readonly isTrue: boolean;
  /** Play time of the turn; null for what held from the start and so never became true. */
  readonly sincePlayMs: number | null;
}

export type DependencyKey = string & { readonly __key: 'dependency' };
export interface ArmedDependency extends DependencyRef {
  readonly isFelt: boolean;
  readonly dueAtMs: number;
  readonly armedBy: number;
}

export type MomentKey = string & { readonly __key: 'moment' };
export interface ArmedMoment {
  readonly since: MomentSource;
  readonly afterMs: number;
  readonly dueAtMs: number;
}

export interface Stamp {
  readonly seatId: SeatId | null;
  readonly atMs: number;
  readonly playMs: number;
}

/** What one table did about one inject. */
export interface Delivery {
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly seq: number; readonly text: string }) | null;
  readonly choice: (Stamp & { readonly seq: number; readonly choiceId: ChoiceId }) | null;
  /** Seqs of its notes, the oldest first. */
  readonly noteSeqs: readonly number[];
}

/** An answer that came after the first one. */
export interface Note extends Stamp {
  readonly seq: number;
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly text: string;
}

export type HappeningRef =
  | { readonly kind: 'inject'; readonly injectId: InjectId }
  | { readonly kind: 'response' | 'choice'; readonly tableId: TableId; readonly playMs: number }
  | { readonly kind: 'phase'; readonly phaseId: PhaseId; readonly playMs: number }
  | {
      readonly kind: 'share';
      readonly playMs: number;
      readonly isRed: boolean;
      readonly channel: ShareChannel;
      readonly from: readonly PartyId[];
      readonly to: readonly PartyId[];
    }
  | {
      readonly kind: 'position';
      readonly playMs: number;
      readonly what: 'opened' | 'agreed' | 'failed';
      readonly parties: readonly PartyId[];
    };

export const emptyDelivery: Delivery = {
  openedBy: [],
  acknowledged: null,
  response: null,
  choice: null,
  noteSeqs: [],
};

export type ExpectationStatus = 'open' | 'met' | 'late' | 'missed' | 'waived';

export interface ExpectationState {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly expectationId: ExpectationId;
  readonly status: ExpectationStatus;
  /** ms of play time. */
  readonly dueAtMs: number;
  /** seq of the fact that set this deadline. */
  readonly openedBy: number;
  readonly settledPlayMs: number | null;
  /** seq of the fact that first met it: what doing it brings about comes once. */
  readonly metBy: number | null;
  /** Whether its time to be shown to players came. */
  readonly isRevealed: boolean;
  /** Why a controller settled it by hand; empty where nobody did. */
  readonly reason: string;
}

export interface Message {
  /** seq of the fact. */
  readonly id: number;
  readonly thread: MessageThread;
  readonly from: 'table' | 'staff';
  readonly as: ContactId | null;
  readonly seatId: SeatId | null;
  readonly text: string;
  readonly atMs: number;
  readonly playMs: number;
}

export function exitKey({ phaseId, exit }: ExitRef): ExitKey {
  return `${phaseId} ${exit}` as ExitKey;
}

export function deliveryKey(injectId: InjectId, tableId: TableId): DeliveryKey {
  return `${injectId} ${tableId}` as DeliveryKey;
}

export function expectationKey(
  injectId: InjectId,
  tableId: TableId,
  expectationId: ExpectationId,
): ExpectationKey {
  return `${injectId} ${tableId} ${expectationId}` as ExpectationKey;
}

export function dependencyKey({ assetId, dependency }: DependencyRef): DependencyKey {
  return `${assetId} ${dependency}` as DependencyKey;
}

export function momentKey(since: MomentSource, afterMs: number): MomentKey {
  return `${since} ${afterMs}` as MomentKey;
}
