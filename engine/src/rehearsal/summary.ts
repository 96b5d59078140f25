/** What one rehearsal came to, in plain data small enough to keep a thousand of. */
import type { Fact } from '../exercise/facts.js';
import type { TableId } from '../protocol/ids.js';
import type { Rehearsal } from './rehearse.js';

/** Something that happened, with the minute of play in which it did. */
export type Moment = readonly [what: string, minute: number];

export interface RunSummary {
  readonly minutes: number;
  readonly facts: number;
  readonly actions: number;
  readonly refused: number;
  readonly injects: readonly Moment[];
  readonly phases: readonly Moment[];
  readonly endings: readonly Moment[];
  /** "inject choice" */
  readonly choices: readonly string[];
  readonly positionsOpened: readonly string[];
  /** "position agreed option", "position agreed" for a text, "position failed" */
  readonly positionsSettled: readonly string[];
  readonly obligationsStarted: readonly string[];
  /** "obligation met", "obligation late", "obligation missed", one for each table. */
  readonly obligations: readonly string[];
  /** Items that were shared at all. */
  readonly itemsShared: readonly string[];
  /** Items with each marking broken and each needless telling. */
  readonly broken: readonly string[];
  readonly needless: readonly string[];
  readonly needsMet: number;
  readonly shares: number;
  /** "asset status", the worst first time each was reached. */
  readonly assets: readonly Moment[];
  /** "from to" of every failure that crossed over. */
  readonly spread: readonly string[];
  readonly tables: readonly TableSummary[];
}

export interface TableSummary {
  readonly tableId: TableId;
  readonly temperament: string;
  readonly points: number;
  readonly maximum: number;
  /** Minutes of play at which it got an inject. */
  readonly arrivals: readonly number[];
  readonly missed: number;
}

export function summarise({ facts, state, temperaments, actions, refused }: Rehearsal): RunSummary {
  const minutes = minuteOf(state.lastPlayMs);
  const collected = collect(facts, state.playbook);
  return {
    minutes,
    facts: facts.length,
    actions,
    refused,
    ...collected.run,
    tables: state.casting.tables.map(({ tableId }) => ({
      tableId,
      temperament: temperaments.get(tableId) ?? '',
      ...state.scores.total(tableId),
      arrivals: collected.arrivals.get(tableId) ?? [],
      missed: collected.missed.get(tableId) ?? 0,
    })),
  };
}

function collect(facts: readonly Fact[], playbook: Rehearsal['state']['playbook']) {
  const injects: Moment[] = [];
  const phases: Moment[] = [];
  const endings: Moment[] = [];
  const choices = new Set<string>();
  const positionsOpened: string[] = [];
  const positionsSettled: string[] = [];
  const obligationsStarted: string[] = [];
  const obligations: string[] = [];
  const itemsShared = new Set<string>();
  const broken: string[] = [];
  const needless: string[] = [];
  const assets = new Map<string, number>();
  const spread: string[] = [];
  const arrivals = new Map<TableId, number[]>();
  const missed = new Map<TableId, number>();
  let needsMet = 0;
  let shares = 0;
  for (const fact of facts) {
    const minute = minuteOf(fact.playMs);
    switch (fact.type) {
      case 'InjectReleased':
        injects.push([fact.injectId, minute]);
        for (const tableId of fact.tableIds) {
          arrivals.set(tableId, [...(arrivals.get(tableId) ?? []), minute]);
        }
        break;
      case 'PhaseChanged':
        for (const phaseId of fact.entered) phases.push([phaseId, minute]);
        break;
      case 'EndingReached':
        endings.push([fact.endingId, minute]);
        break;
      case 'ChoiceMade':
        choices.add(`${fact.injectId} ${fact.choiceId}`);
        break;
      case 'PositionOpened':
        positionsOpened.push(fact.positionId);
        break;
      case 'PositionAgreed':
        positionsSettled.push(
          fact.on.kind === 'option'
            ? `${fact.positionId} agreed ${fact.on.optionId}`
            : `${fact.positionId} agreed`,
        );
        break;
      case 'PositionFailed':
        if (fact.cause !== 'ended') positionsSettled.push(`${fact.positionId} failed`);
        break;
      case 'ObligationStarted':
        obligationsStarted.push(fact.obligationId);
        break;
      case 'ObligationMet':
        obligations.push(`${fact.obligationId} ${fact.isLate ? 'late' : 'met'}`);
        break;
      case 'ObligationMissed':
        obligations.push(`${fact.obligationId} missed`);
        break;
      case 'InformationShared':
        shares += 1;
        for (const { itemId } of fact.items) itemsShared.add(itemId);
        break;
      case 'MarkingBroken':
        if (fact.itemId !== null) broken.push(fact.itemId);
        break;
      case 'OverShared':
        needless.push(fact.itemId);
        break;
      case 'NeedMet':
        needsMet += 1;
        break;
      case 'AssetChanged': {
        const reached = `${fact.assetId} ${fact.status}`;
        if (!assets.has(reached)) assets.set(reached, minute);
        break;
      }
      case 'DependencyFelt': {
        const on = playbook.assets.get(fact.assetId)?.dependsOn[fact.dependency]?.asset;
        if (fact.isFelt && on !== undefined) spread.push(`${on} ${fact.assetId}`);
        break;
      }
      case 'ExpectationMissed':
        missed.set(fact.tableId, (missed.get(fact.tableId) ?? 0) + 1);
        break;
      default:
    }
  }
  const run = {
    injects,
    phases,
    endings,
    choices: [...choices],
    positionsOpened,
    positionsSettled,
    obligationsStarted,
    obligations,
    itemsShared: [...itemsShared],
    broken,
    needless,
    needsMet,
    shares,
    assets: [...assets],
    spread,
  };
  return { run, arrivals, missed };
}

/** Minutes of play, to a tenth. */
function minuteOf(playMs: number): number {
  return Math.round(playMs / 6_000) / 10;
}
