/** Which lines of the score a table may read, and which ratings, worked out from the log. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { tokensIn } from './canary.js';
import type { Exchange } from './canary-exchange.js';
import type { Who } from './canary-people.js';
import type { Words } from './canary-words.js';

interface Line {
  readonly tableId: string;
  /** What is given as the reason. */
  readonly tokens: readonly string[];
  readonly objectiveIds: readonly (string | undefined)[];
  readonly itemId?: string | null;
  /** Needs, penalties, hidden tasks and choices still open come out after EndEx only. */
  readonly isForLater: () => boolean;
}

const always = () => true;
const never = () => false;

export class Lines {
  readonly #scenario: Scenario;
  readonly #words: Words;
  readonly #exchange: Exchange;
  readonly #lines = new Map<string, Line>();
  readonly #ratings = new Map<string, { tableId: string | null; of: string }>();
  shown = { players: false, observers: false };
  isEnded = false;

  constructor(scenario: Scenario, words: Words, exchange: Exchange) {
    this.#scenario = scenario;
    this.#words = words;
    this.#exchange = exchange;
  }

  take(fact: Fact): void {
    switch (fact.type) {
      case 'ScoresShown':
        this.shown = { players: fact.players, observers: fact.observers };
        break;
      case 'ExerciseEnded':
        this.isEnded = true;
        break;
      case 'ExpectationMet':
      case 'ExpectationMissed':
      case 'ExpectationMarked':
      case 'ExpectationWaived':
      case 'DeadlineExtended':
        this.#settle(fact);
        break;
      case 'ChoiceMade':
        this.#choice(fact, never);
        break;
      case 'PointsAwarded':
        this.#add(`award ${fact.seq}`, fact.tableId, undefined, fact.reason);
        break;
      case 'ScoreAdjusted':
        this.#add(`award ${fact.seq}`, fact.tableId, fact.objectiveId ?? undefined, fact.reason);
        break;
      case 'NeedMet':
      case 'MarkingBroken':
      case 'OverShared':
        this.#shared(fact);
        break;
      case 'PositionAgreed':
      case 'PositionFailed':
        this.#position(fact);
        break;
      case 'ObligationMet':
      case 'ObligationMissed': {
        const { obligationId, tableId } = fact;
        const { obligations } = this.#scenario;
        const rule = obligations.find(({ id }) => id === obligationId);
        this.#add(`obligation ${obligationId} ${tableId}`, tableId, rule?.objective);
        break;
      }
      case 'RatingConfirmed': {
        const of = fact.of.kind === 'objective' ? fact.of.objectiveId : fact.of.capability;
        this.#ratings.set(`${fact.tableId} ${of}`, { tableId: fact.tableId, of });
        break;
      }
      default:
    }
  }

  /** A reason is read beside the points. */
  givesReason(who: Who, token: string): boolean {
    return this.#some(who, ({ tokens }) => tokens.includes(token));
  }

  namesItem(who: Who, itemId: string): boolean {
    return this.#some(who, (line) => line.itemId === itemId);
  }

  namesObjective(who: Who, objectiveId: string): boolean {
    return this.#some(who, ({ objectiveIds }) => objectiveIds.includes(objectiveId));
  }

  /** Whether a line stands for what was expected. */
  isScored({ tableId }: Who, injectId: string, expectationId: string): boolean {
    const line = this.#lines.get(`${injectId} ${tableId} ${expectationId}`);
    return line !== undefined && this.shown.players && (this.isEnded || !line.isForLater());
  }

  /** After EndEx, once scores are shown, of one's own table or of all together. */
  isRated({ tableId }: Who, isThis: (of: string) => boolean): boolean {
    if (!this.isEnded || !this.shown.players) return false;
    return [...this.#ratings.values()].some(
      (rating) => (rating.tableId === null || rating.tableId === tableId) && isThis(rating.of),
    );
  }

  #some({ tableId }: Who, isThis: (line: Line) => boolean): boolean {
    if (!this.shown.players) return false;
    return [...this.#lines.values()].some(
      (line) => line.tableId === tableId && isThis(line) && (this.isEnded || !line.isForLater()),
    );
  }

  #add(key: string, tableId: string, objectiveId: string | undefined, reason: unknown = ''): void {
    const tokens = tokensIn(JSON.stringify(reason));
    this.#lines.set(key, { tableId, tokens, objectiveIds: [objectiveId], isForLater: never });
  }

  #settle(
    fact: Extract<
      Fact,
      {
        type:
          | 'ExpectationMet'
          | 'ExpectationMissed'
          | 'ExpectationMarked'
          | 'ExpectationWaived'
          | 'DeadlineExtended';
      }
    >,
  ): void {
    const { injectId, tableId, expectationId } = fact;
    const rule = this.#words.rule(injectId, expectationId);
    const key = `${injectId} ${tableId} ${expectationId}`;
    const choice = `${injectId} ${tableId} #choice`;
    const isOpenChoice = this.#lines.get(choice)?.isForLater === always;
    if (rule?.kind === 'choose' && isOpenChoice && fact.type !== 'ExpectationMet') {
      this.#lines.delete(choice);
    }
    const isWaived = fact.type === 'ExpectationMarked' && fact.as === 'waived';
    if (fact.type === 'ExpectationWaived' || fact.type === 'DeadlineExtended' || isWaived) {
      this.#lines.delete(key);
      return;
    }
    const reason = fact.type === 'ExpectationMarked' ? fact.reason : '';
    this.#lines.set(key, {
      tableId,
      tokens: tokensIn(reason),
      objectiveIds: [rule?.objective],
      isForLater: () => !this.#words.isAnnounced(injectId, expectationId, tableId),
    });
    if (fact.type === 'ExpectationMissed' && rule?.kind === 'choose' && !this.#lines.has(choice)) {
      this.#choice(fact, always);
    }
  }

  #choice(fact: { injectId: string; tableId: string }, isForLater: () => boolean): void {
    const { injectId, tableId } = fact;
    const asking = this.#words.rules(injectId).find(({ kind }) => kind === 'choose');
    const line = { tableId, tokens: [], objectiveIds: [asking?.objective], isForLater };
    this.#lines.set(`${injectId} ${tableId} #choice`, line);
  }

  #shared(fact: Extract<Fact, { type: 'NeedMet' | 'MarkingBroken' | 'OverShared' }>): void {
    const { tableId, itemId, seq } = fact;
    const item = this.#scenario.items.find(({ id }) => id === itemId);
    const isNeed = fact.type === 'NeedMet';
    const key = isNeed ? `need ${itemId} ${fact.need} ${fact.teamId}` : `shared ${seq}`;
    // Handling an item badly is evidence for what telling it is evidence for.
    const needs = (item?.needs ?? []).filter((_, index) => !isNeed || index === fact.need);
    const objectiveIds = needs.map(({ objective }) => objective);
    this.#lines.set(key, { tableId, tokens: [], objectiveIds, itemId, isForLater: always });
  }

  /** One for each table with a voice. What EndEx cut off counts for nothing. */
  #position(fact: Extract<Fact, { type: 'PositionAgreed' | 'PositionFailed' }>): void {
    const { positionId, reason } = fact;
    const rule = this.#scenario.positions.find(({ id }) => id === positionId);
    for (const tableId of this.#exchange.voicesOf(positionId)) {
      const key = `position ${positionId} ${tableId}`;
      if (fact.type === 'PositionFailed' && fact.cause === 'ended') this.#lines.delete(key);
      else this.#add(key, tableId, rule?.objective, reason);
    }
  }
}
