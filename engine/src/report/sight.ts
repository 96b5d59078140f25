/**
 * What an audience may see of an exercise, as far as the take-away looks at it. There is one for a
 * table, one for everybody and one for staff, each read from what the views let through; all that is
 * worked out of it afterwards can tell no more.
 */

import type { ExpectationStatus } from '../exercise/state-parts.js';
import type { InjectId, ItemId, PartyId, TableId } from '../protocol/ids.js';
import type { Takeaway, TakeawayAudience } from '../protocol/takeaway.js';
import type { ExpectationKind } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { TlpLabel } from '../scenario/sharing-schema.js';
import type {
  DraftVersionView,
  ObligationView,
  PositionView,
  ShareView,
} from '../views/exchange-view.js';
import type { Eyes, IndicatorView } from '../views/world-parts.js';

export interface SeenInject {
  readonly id: InjectId | null;
  readonly title: LocalizedText | null;
  readonly tlp: TlpLabel;
  readonly playMs: number;
  readonly tableIds: readonly TableId[];
  readonly partyIds: readonly PartyId[];
  readonly hasChoices: boolean;
}

/** An answer, or a choice made. */
export interface SeenAct {
  readonly tableId: TableId;
  readonly injectId: InjectId | null;
  readonly playMs: number;
  /** What was chosen, where this audience may know. */
  readonly choice: LocalizedText | null;
}

export interface SeenTask {
  readonly tableId: TableId;
  readonly injectId: InjectId;
  readonly kind: ExpectationKind;
  readonly about: LocalizedText | null;
  readonly duePlayMs: number;
  readonly settledPlayMs: number | null;
  readonly status: ExpectationStatus;
}

export interface SeenItem {
  readonly itemId: ItemId;
  readonly tableId: TableId;
  readonly title: LocalizedText;
  /** As it is marked in these hands. */
  readonly tlp: TlpLabel;
  readonly sincePlayMs: number;
  /** Whether it had it by itself, and not from a share. */
  readonly isFirstHand: boolean;
}

export interface SeenPosition {
  /** Null where only that something was decided is known. */
  readonly view: PositionView | null;
  readonly partyIds: readonly PartyId[];
  readonly status: 'open' | 'agreed' | 'failed';
  readonly openedPlayMs: number | null;
  readonly settledPlayMs: number | null;
  readonly versions: readonly DraftVersionView[];
}

export interface SeenReport {
  readonly tableId: TableId;
  readonly view: ObligationView;
}

/** Something told from nation to nation, whatever it was. */
export interface Crossing {
  readonly playMs: number;
  readonly from: readonly PartyId[];
  readonly to: readonly PartyId[];
  readonly heldForMs: number | null;
}

export interface Sight {
  readonly audience: TakeawayAudience;
  /** For systems and gauges; "all" sees every one. */
  readonly eyes: Eyes | 'all';
  readonly tables: Takeaway['tables'];
  readonly teams: Takeaway['teams'];
  readonly phases: readonly { readonly title: LocalizedText; readonly playMs: number }[];
  readonly injects: readonly SeenInject[];
  readonly answers: readonly SeenAct[];
  readonly choices: readonly SeenAct[];
  readonly tasks: readonly SeenTask[];
  readonly shares: readonly ShareView[];
  readonly crossings: readonly Crossing[];
  /** What was in the hands of whom, and since when; the whole and the sanitised form as one. */
  readonly held: readonly SeenItem[];
  readonly broken: Takeaway['sharing']['broken'];
  readonly needless: Takeaway['sharing']['needless'];
  readonly needs: Takeaway['sharing']['needs'];
  readonly positions: readonly SeenPosition[];
  readonly reports: readonly SeenReport[];
  readonly indicators: readonly IndicatorView[];
  readonly observations: readonly Omit<Takeaway['observations'][number], 'scenarioMs'>[];
  readonly ratings: Takeaway['ratings'];
  readonly scores: Takeaway['scores'];
  readonly milestones: readonly { readonly title: LocalizedText; readonly playMs: number }[];
  readonly endings: readonly { readonly title: LocalizedText; readonly playMs: number }[];
  readonly endedBecause: string | null;
}
