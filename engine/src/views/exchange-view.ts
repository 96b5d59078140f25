/** Sharing, joint positions and obligations, as a table sees them. */
import type { Confidence, PositionSubject } from '../exercise/command-parts.js';
import type { ObligationStatus, PositionStatus } from '../exercise/exchange-state.js';
import type {
  ContactId,
  FieldId,
  ItemId,
  ObligationId,
  OptionId,
  PartyId,
  PositionId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { PositionRule, Stance } from '../scenario/position-schema.js';
import type { ItemForm, ShareChannel, TlpLabel } from '../scenario/sharing-schema.js';
import type { Recipient } from '../scenario/world-schema.js';

/** Translations of a text that somebody wrote in play, by language. */
export type Translations = Readonly<Record<string, string>>;

/** Whom one may write to. */
export interface DirectoryView {
  readonly teams: readonly {
    readonly id: TeamId;
    readonly partyId: PartyId;
    readonly tableId: TableId;
    readonly name: LocalizedText;
    readonly sector: LocalizedText;
  }[];
  readonly contacts: readonly {
    readonly id: ContactId;
    readonly partyId: PartyId | null;
    readonly name: LocalizedText;
    readonly role: LocalizedText;
    readonly isPublic: boolean;
  }[];
}

/** A player at some table, whom TLP:RED may be meant for. */
export interface PersonView {
  readonly seatId: SeatId;
  readonly tableId: TableId;
}

export interface HoldingView {
  readonly itemId: ItemId;
  readonly form: ItemForm;
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  readonly marking: TlpLabel;
  readonly originator: LocalizedText;
  /** Whether it is this table's own: then it may set another marking. */
  readonly isOwn: boolean;
  readonly releasableTo: readonly Recipient[];
  /** Teams the originator has permitted besides. */
  readonly permitted: readonly TeamId[];
  readonly hasPersonalData: boolean;
  /** What the whole form may be turned into. */
  readonly sanitised: {
    readonly body: LocalizedText;
    readonly tlp: TlpLabel;
    readonly releasableTo: readonly Recipient[];
  } | null;
  /** Seqs of the shares that brought it; none for what the table held by itself. */
  readonly shareSeqs: readonly number[];
  /** Null where the whole table holds it; else the persons. */
  readonly seatIds: readonly SeatId[] | null;
  readonly sincePlayMs: number;
}

export interface ShareView {
  readonly seq: number;
  readonly fromTableId: TableId;
  readonly fromTeams: readonly TeamId[];
  readonly seatId: SeatId | null;
  readonly to: { readonly teams: readonly TeamId[]; readonly contacts: readonly ContactId[] };
  readonly seatIds: readonly SeatId[];
  readonly channel: ShareChannel;
  readonly marking: TlpLabel;
  readonly items: readonly {
    readonly itemId: ItemId;
    readonly form: ItemForm;
    readonly title: LocalizedText;
  }[];
  readonly facts: string;
  readonly factsIn: Translations;
  readonly confidence: Confidence | null;
  readonly ask: string;
  readonly askIn: Translations;
  readonly inReplyTo: number | null;
  readonly atMs: number;
  readonly playMs: number;
}

export interface RequestView {
  readonly seq: number;
  readonly kind: 'information' | 'permission';
  readonly fromTableId: TableId;
  readonly fromTeams: readonly TeamId[];
  readonly seatId: SeatId | null;
  /** Whom the information is asked of; for a permission, whom the item is meant for. */
  readonly teams: readonly TeamId[];
  readonly contacts: readonly ContactId[];
  readonly channel: ShareChannel | null;
  readonly marking: TlpLabel | null;
  readonly item: {
    readonly itemId: ItemId;
    readonly form: ItemForm;
    readonly title: LocalizedText;
  } | null;
  readonly text: string;
  readonly textIn: Translations;
  readonly answer: {
    readonly seq: number;
    readonly tableId: TableId | null;
    readonly isGranted: boolean;
    readonly text: string;
    readonly textIn: Translations;
    readonly atMs: number;
    readonly playMs: number;
  } | null;
  readonly atMs: number;
  readonly playMs: number;
}

export interface StanceView {
  readonly seq: number;
  readonly teamId: TeamId;
  readonly on: PositionSubject;
  readonly stance: Stance;
  readonly reason: string;
  readonly reasonIn: Translations;
  readonly isByControl: boolean;
  readonly atMs: number;
  readonly playMs: number;
}

export interface PositionView {
  readonly id: PositionId;
  readonly title: LocalizedText;
  readonly question: LocalizedText;
  readonly rule: PositionRule;
  readonly status: PositionStatus;
  /** ms of play time. */
  readonly dueAtMs: number | null;
  readonly voices: readonly { readonly teamId: TeamId; readonly tableId: TableId }[];
  readonly options: readonly { readonly id: OptionId; readonly label: LocalizedText }[];
  /** The first version of a text drafted together; null where options are chosen from. */
  readonly text: LocalizedText | null;
  readonly version: number;
  readonly stances: readonly StanceView[];
  readonly agreedOn: PositionSubject | null;
  readonly settled: {
    readonly cause: 'rule' | 'deadline' | 'person' | 'ended';
    readonly playMs: number;
  } | null;
}

export interface DraftVersionView {
  readonly seq: number;
  readonly positionId: PositionId;
  readonly version: number;
  readonly tableId: TableId;
  readonly seatId: SeatId | null;
  readonly text: string;
  readonly textIn: Translations;
  readonly atMs: number;
  readonly playMs: number;
}

export type DraftCommentView = DraftVersionView;

export interface ObligationView {
  readonly id: ObligationId;
  readonly title: LocalizedText;
  readonly rule: LocalizedText | null;
  readonly to: { readonly name: LocalizedText; readonly role: LocalizedText };
  readonly fields: readonly {
    readonly id: FieldId;
    readonly label: LocalizedText;
    readonly isRequired: boolean;
    readonly isLong: boolean;
  }[];
  readonly status: ObligationStatus;
  /** Scenario time, ms since 1970 UTC. */
  readonly startedScenarioMs: number;
  readonly dueScenarioMs: number;
  readonly report: {
    readonly seq: number;
    readonly seatId: SeatId | null;
    readonly atMs: number;
    readonly playMs: number;
    readonly fields: readonly { readonly fieldId: string; readonly text: string }[];
  } | null;
}
