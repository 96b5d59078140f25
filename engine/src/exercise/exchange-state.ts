/** What an exercise's log tells of sharing, of joint positions and of obligations. */
import type {
  ContactId,
  ItemId,
  ObligationId,
  OptionId,
  PositionId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { Stance } from '../scenario/position-schema.js';
import type { ItemForm, ShareChannel, TlpLabel } from '../scenario/sharing-schema.js';
import type { Confidence, PositionSubject } from './command-parts.js';
import type { Breach } from './fact-shape.js';
import type { Stamp } from './state-parts.js';

export type HoldingKey = string & { readonly __key: 'holding' };

/** One form of an item, in the hands of one table. */
export interface Holding {
  readonly itemId: ItemId;
  readonly form: ItemForm;
  readonly tableId: TableId;
  /** The widest marking under which it came. */
  readonly marking: TlpLabel;
  /** Seqs of the shares that brought it; none for what it held by itself. */
  readonly shareSeqs: readonly number[];
  /** Null where the whole table holds it; else the persons it was given to. */
  readonly seatIds: readonly SeatId[] | null;
  readonly sincePlayMs: number;
}

export interface Addressed {
  readonly teams: readonly TeamId[];
  readonly contacts: readonly ContactId[];
  readonly tableIds: readonly TableId[];
}

export interface Share extends Stamp {
  readonly seq: number;
  readonly tableId: TableId;
  readonly to: Addressed;
  readonly seatIds: readonly SeatId[];
  readonly channel: ShareChannel;
  readonly marking: TlpLabel;
  readonly items: readonly { readonly itemId: ItemId; readonly form: ItemForm }[];
  readonly facts: string;
  readonly confidence: Confidence | null;
  readonly ask: string;
  readonly inReplyTo: number | null;
}

export interface BrokenMarking {
  readonly seq: number;
  readonly tableId: TableId;
  readonly shareSeq: number;
  readonly itemId: ItemId | null;
  readonly breach: Breach;
  readonly to: string | null;
}

interface RequestBase extends Stamp {
  readonly seq: number;
  readonly tableId: TableId;
  readonly answer:
    | (Stamp & {
        readonly seq: number;
        readonly tableId: TableId | null;
        readonly isGranted: boolean;
        readonly text: string;
      })
    | null;
}

export interface InformationRequest extends RequestBase {
  readonly kind: 'information';
  readonly to: Addressed;
  readonly channel: ShareChannel;
  readonly marking: TlpLabel;
  readonly text: string;
}

export interface PermissionRequest extends RequestBase {
  readonly kind: 'permission';
  readonly itemId: ItemId;
  readonly form: ItemForm;
  readonly teams: readonly TeamId[];
  /** The originator's table; null where control answers. */
  readonly originatorId: TableId | null;
  readonly reason: string;
  /** Where it was asked for persons who alone hold the item: for their eyes, not their table's. */
  readonly seatIds: readonly SeatId[] | null;
}

export type Request = InformationRequest | PermissionRequest;

export interface Voice {
  readonly teamId: TeamId;
  readonly tableId: TableId;
}

export interface StanceEntry extends Stamp {
  readonly seq: number;
  readonly teamId: TeamId;
  readonly on: PositionSubject;
  readonly stance: Stance;
  readonly reason: string;
  readonly isByControl: boolean;
}

export type PositionStatus = 'waiting' | 'open' | 'agreed' | 'failed';

export interface PositionState {
  readonly status: PositionStatus;
  readonly openedPlayMs: number | null;
  /** seq of the fact that set its deadline. */
  readonly openedBy: number | null;
  readonly dueAtMs: number | null;
  readonly voices: readonly Voice[];
  readonly tableIds: readonly TableId[];
  /** The latest of each voice about each subject. */
  readonly stances: readonly StanceEntry[];
  /** The newest version of the text; 0 is the scenario's. */
  readonly version: number;
  readonly comments: number;
  readonly agreedOn: PositionSubject | null;
  readonly settled:
    | (Stamp & {
        readonly cause: 'rule' | 'deadline' | 'person' | 'ended';
        readonly reason: string;
      })
    | null;
}

export const waitingPosition: PositionState = {
  status: 'waiting',
  openedPlayMs: null,
  openedBy: null,
  dueAtMs: null,
  voices: [],
  tableIds: [],
  stances: [],
  version: 0,
  comments: 0,
  agreedOn: null,
  settled: null,
};

/** A version of a text drafted together. */
export interface DraftVersion extends Stamp {
  readonly seq: number;
  readonly positionId: PositionId;
  readonly version: number;
  readonly tableId: TableId;
  readonly text: string;
}

export interface DraftComment extends Stamp {
  readonly seq: number;
  readonly positionId: PositionId;
  readonly version: number;
  readonly tableId: TableId;
  readonly text: string;
}

export type DraftKey = string & { readonly __key: 'draft' };
export type ObligationKey = string & { readonly __key: 'obligation' };
export type ObligationStatus = 'open' | 'met' | 'late' | 'missed' | 'waived';

export interface ObligationState {
  readonly obligationId: ObligationId;
  readonly tableId: TableId;
  readonly status: ObligationStatus;
  readonly startedPlayMs: number;
  readonly startedScenarioMs: number;
  readonly dueScenarioMs: number;
  /** seq of the fact that started its clock. */
  readonly startedBy: number;
  readonly report:
    | (Stamp & {
        readonly seq: number;
        readonly fields: readonly { readonly fieldId: string; readonly text: string }[];
      })
    | null;
}

export function holdingKey(itemId: ItemId, form: ItemForm, tableId: TableId): HoldingKey {
  return `${itemId} ${form} ${tableId}` as HoldingKey;
}

export function draftKey(positionId: PositionId, version: number): DraftKey {
  return `${positionId} ${version}` as DraftKey;
}

export function obligationKey(obligationId: ObligationId, tableId: TableId): ObligationKey {
  return `${obligationId} ${tableId}` as ObligationKey;
}

/** "option x" or "version 3". */
export function subjectKey(on: PositionSubject): string {
  return on.kind === 'option' ? `option ${on.optionId}` : `version ${on.version}`;
}

export function optionOf(on: PositionSubject | null): OptionId | null {
  return on?.kind === 'option' ? on.optionId : null;
}
