/** Sharing, joint positions, obligations. */
import type { ItemId, PositionId, TableId, TeamId } from '../../protocol/ids.js';
import { narrowness } from '../../scenario/sharing-schema.js';
import {
  draftKey,
  type Holding,
  holdingKey,
  type ObligationState,
  obligationKey,
  type PositionState,
  subjectKey,
  waitingPosition,
} from '../exchange-state.js';
import type { FactOf } from '../facts.js';
import type { ExerciseState } from '../state.js';
import { type Evolvers, stamp } from './evolver.js';

export const exchangeEvolvers = {
  ItemGiven: (state, { itemId, tableIds, playMs }) => {
    const item = state.playbook.items.get(itemId);
    if (item === undefined) return state;
    const given = tableIds.reduce(
      (holdings, tableId) =>
        hold(holdings, {
          itemId,
          form: 'full',
          tableId,
          marking: item.tlp,
          shareSeqs: [],
          seatIds: null,
          sincePlayMs: playMs,
        }),
      state.holdings,
    );
    return { ...state, holdings: given, itemsHeldSince: firstHeld(state, itemId, playMs) };
  },
  InformationShared: share,
  MarkingBroken: (state, { seq, tableId, shareSeq, itemId, breach, to }) => ({
    ...state,
    brokenMarkings: state.brokenMarkings.set(String(seq), {
      seq,
      tableId,
      shareSeq,
      itemId,
      breach,
      to,
    }),
  }),
  OverShared: (state) => state,
  NeedMet: (state, { itemId, need, teamId, playMs }) => ({
    ...state,
    needsMet: state.needsMet.set(`${itemId} ${need} ${teamId}`, playMs),
  }),
  InformationRequested: (state, fact) => {
    const { seq, tableId, to, channel, marking, text } = fact;
    return {
      ...state,
      requests: state.requests.set(String(seq), {
        kind: 'information',
        ...stamp(fact),
        seq,
        tableId,
        to,
        channel,
        marking,
        text,
        answer: null,
      }),
    };
  },
  PermissionRequested: (state, fact) => {
    const { seq, tableId, itemId, form, teams, originatorId, reason } = fact;
    const held =
      state.holdings.get(holdingKey(itemId, form, tableId)) ??
      state.holdings.get(holdingKey(itemId, 'full', tableId));
    return {
      ...state,
      requests: state.requests.set(String(seq), {
        kind: 'permission',
        ...stamp(fact),
        seq,
        tableId,
        itemId,
        form,
        teams,
        originatorId,
        reason,
        seatIds: held?.seatIds ?? null,
        answer: null,
      }),
    };
  },
  RequestAnswered: (state, fact) => {
    const key = String(fact.requestSeq);
    const request = state.requests.get(key);
    if (request === undefined) return state;
    const { tableId, isGranted, text } = fact;
    const answer = { ...stamp(fact), seq: fact.seq, tableId, isGranted, text };
    const answered = { ...state, requests: state.requests.set(key, { ...request, answer }) };
    if (request.kind !== 'permission' || !isGranted) return answered;
    const permission = holdingKey(request.itemId, request.form, request.tableId);
    return {
      ...answered,
      permitted: state.permitted.update(permission, [], (teams) => union(teams, request.teams)),
    };
  },

  PositionOpened: (state, fact) => {
    const { positionId, dueAtMs, voices, tableIds, seq, playMs } = fact;
    const opened = withPosition(state, positionId, {
      status: 'open',
      openedPlayMs: playMs,
      openedBy: seq,
      dueAtMs,
      voices,
      tableIds,
    });
    return {
      ...tellWall(opened, fact, 'opened'),
      openPositions: state.openPositions.set(positionId, dueAtMs),
    };
  },
  PositionExtended: (state, { positionId, dueAtMs, seq }) => ({
    ...withPosition(state, positionId, { dueAtMs, openedBy: seq }),
    openPositions: state.openPositions.set(positionId, dueAtMs),
  }),
  PositionDrafted: (state, fact) => {
    const { seq, positionId, version, tableId, text } = fact;
    return {
      ...withPosition(state, positionId, { version }),
      draftVersions: state.draftVersions.set(draftKey(positionId, version), {
        ...stamp(fact),
        seq,
        positionId,
        version,
        tableId,
        text,
      }),
    };
  },
  DraftCommented: (state, fact) => {
    const { seq, positionId, version, tableId, text } = fact;
    const comments = (state.positions.get(positionId)?.comments ?? 0) + 1;
    return {
      ...withPosition(state, positionId, { comments }),
      draftComments: state.draftComments.set(String(seq), {
        ...stamp(fact),
        seq,
        positionId,
        version,
        tableId,
        text,
      }),
    };
  },
  StanceTaken: takeStance,
  PositionAgreed: (state, fact) => ({
    ...withPosition(tellWall(state, fact, 'agreed'), fact.positionId, {
      status: 'agreed',
      agreedOn: fact.on,
      settled: { ...stamp(fact), cause: fact.cause, reason: fact.reason },
    }),
    openPositions: state.openPositions.delete(fact.positionId),
  }),
  PositionFailed: (state, fact) => ({
    ...withPosition(tellWall(state, fact, 'failed'), fact.positionId, {
      status: 'failed',
      agreedOn: null,
      settled: { ...stamp(fact), cause: fact.cause, reason: fact.reason },
    }),
    openPositions: state.openPositions.delete(fact.positionId),
  }),

  ObligationStarted: (state, fact) => {
    const { obligationId, tableIds, startedScenarioMs, dueScenarioMs, seq, playMs } = fact;
    let { obligations, openObligations } = state;
    for (const tableId of tableIds) {
      const key = obligationKey(obligationId, tableId);
      obligations = obligations.set(key, {
        obligationId,
        tableId,
        status: 'open',
        startedPlayMs: playMs,
        startedScenarioMs,
        dueScenarioMs,
        startedBy: seq,
        report: null,
      });
      openObligations = openObligations.set(key, dueScenarioMs);
    }
    return { ...state, obligations, openObligations };
  },
  ReportFiled: (state, fact) => {
    const { seq, fields } = fact;
    return withObligation(state, fact, { report: { ...stamp(fact), seq, fields } });
  },
  ObligationMet: (state, fact) =>
    withObligation(state, fact, { status: fact.isLate ? 'late' : 'met' }),
  ObligationMissed: (state, fact) => withObligation(state, fact, { status: 'missed' }),
  ObligationWaived: (state, fact) => withObligation(state, fact, { status: 'waived' }),
} satisfies Partial<Evolvers>;

/** What came under several markings is held under the widest of them. */
function hold(holdings: ExerciseState['holdings'], given: Holding): ExerciseState['holdings'] {
  const key = holdingKey(given.itemId, given.form, given.tableId);
  const old = holdings.get(key);
  if (old === undefined) return holdings.set(key, given);
  return holdings.set(key, {
    ...old,
    marking: narrowness(given.marking) < narrowness(old.marking) ? given.marking : old.marking,
    shareSeqs: [...old.shareSeqs, ...given.shareSeqs],
    seatIds:
      old.seatIds === null || given.seatIds === null ? null : union(old.seatIds, given.seatIds),
    // What one person knew before, the table holds from now on.
    sincePlayMs:
      old.seatIds !== null && given.seatIds === null ? given.sincePlayMs : old.sincePlayMs,
  });
}

function share(state: ExerciseState, fact: FactOf<'InformationShared'>): ExerciseState {
  const { seq, tableId, to, seatIds, channel, marking, items, facts, confidence, ask } = fact;
  let { holdings, itemsHeldSince, told, privateSeats } = state;
  for (const { itemId, form } of items) {
    for (const recipient of to.tableIds) {
      const named = seatIds.filter((seatId) => state.seats.get(seatId)?.tableId === recipient);
      holdings = hold(holdings, {
        itemId,
        form,
        tableId: recipient,
        marking,
        shareSeqs: [seq],
        seatIds: marking === 'RED' && named.length > 0 ? named : null,
        sincePlayMs: fact.playMs,
      });
    }
    told = tell(tell(told, `${itemId} ${tableId}`, to.teams), `${itemId} *`, to.teams);
    itemsHeldSince = firstHeld({ itemsHeldSince }, itemId, fact.playMs);
  }
  if (marking === 'RED') {
    const sender = fact.by.kind === 'seat' ? [fact.by.seatId] : [];
    for (const seatId of [...seatIds, ...sender]) privateSeats = privateSeats.set(seatId, true);
  }
  const partiesAt = (tableIds: readonly TableId[]) => {
    const tables = state.casting.tables.filter((table) => tableIds.includes(table.tableId));
    const teams = tables.flatMap(({ teamIds }) => teamIds);
    return union(
      [],
      teams.flatMap((teamId) => state.playbook.teams.get(teamId)?.party ?? []),
    );
  };
  return {
    ...state,
    happenings: state.happenings.set(String(seq), {
      kind: 'share',
      playMs: fact.playMs,
      isRed: marking === 'RED',
      channel,
      from: partiesAt([tableId]),
      to: partiesAt(to.tableIds),
    }),
    holdings,
    itemsHeldSince,
    privateSeats,
    told: tell(told, `* ${tableId}`, to.teams),
    shares: state.shares.set(String(seq), {
      ...stamp(fact),
      seq,
      tableId,
      to,
      seatIds,
      channel,
      marking,
      items,
      facts,
      confidence,
      ask,
      inReplyTo: fact.inReplyTo,
    }),
  };
}

function tell(told: ExerciseState['told'], key: string, teams: readonly TeamId[]) {
  return told.update(key, [], (known) => union(known, teams));
}

function firstHeld(
  { itemsHeldSince }: Pick<ExerciseState, 'itemsHeldSince'>,
  itemId: ItemId,
  playMs: number,
): ExerciseState['itemsHeldSince'] {
  return itemsHeldSince.has(itemId) ? itemsHeldSince : itemsHeldSince.set(itemId, playMs);
}

/** A voice concurs with one option at a time; of each subject its latest stance counts. */
function takeStance(state: ExerciseState, fact: FactOf<'StanceTaken'>): ExerciseState {
  const { positionId, teamId, on, stance, reason, isByControl } = fact;
  const subject = subjectKey(on);
  const others = (state.positions.get(positionId)?.stances ?? []).filter(
    (entry) =>
      entry.teamId !== teamId ||
      (subjectKey(entry.on) !== subject && !(stance === 'concur' && entry.stance === 'concur')),
  );
  const entry = { ...stamp(fact), seq: fact.seq, teamId, on, stance, reason, isByControl };
  return withPosition(state, positionId, { stances: [...others, entry] });
}

/** A wall hears that parties decide together, not on what. */
function tellWall(
  state: ExerciseState,
  { seq, playMs, positionId }: { seq: number; playMs: number; positionId: PositionId },
  what: 'opened' | 'agreed' | 'failed',
): ExerciseState {
  const voices = state.positions.get(positionId)?.voices ?? [];
  const parties = voices.flatMap(({ teamId }) => state.playbook.teams.get(teamId)?.party ?? []);
  return {
    ...state,
    happenings: state.happenings.set(String(seq), {
      kind: 'position',
      playMs,
      what,
      parties: union([], parties),
    }),
  };
}

function withPosition(
  state: ExerciseState,
  positionId: PositionId,
  change: Partial<PositionState>,
): ExerciseState {
  const old = state.positions.get(positionId) ?? waitingPosition;
  return { ...state, positions: state.positions.set(positionId, { ...old, ...change }) };
}

function withObligation(
  state: ExerciseState,
  fact: { obligationId: ObligationState['obligationId']; tableId: TableId },
  change: Partial<ObligationState>,
): ExerciseState {
  const key = obligationKey(fact.obligationId, fact.tableId);
  const old = state.obligations.get(key);
  if (old === undefined) return state;
  return {
    ...state,
    obligations: state.obligations.set(key, { ...old, ...change }),
    openObligations:
      change.status === undefined ? state.openObligations : state.openObligations.delete(key),
  };
}

function union<Item>(a: readonly Item[], b: readonly Item[]): Item[] {
  return [...new Set([...a, ...b])];
}
