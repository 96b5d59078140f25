/** How sharing, joint positions and obligations are read from the state, for whoever may see them. */
import {
  type DraftComment,
  type DraftVersion,
  draftKey,
  type Holding,
  holdingKey,
  obligationKey,
  type PositionState,
  type Request,
  type Share,
} from '../exercise/exchange-state.js';
import type { ExerciseState } from '../exercise/state.js';
import { translationsOf } from '../exercise/written-texts.js';
import type { ItemId, ObligationId, PositionId, TableId, TeamId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import type {
  DirectoryView,
  DraftCommentView,
  DraftVersionView,
  HoldingView,
  ObligationView,
  PositionView,
  RequestView,
  ShareView,
} from './exchange-view.js';

/** Teams that somebody plays, and contacts that read their mail. */
export function directoryPart({ playbook, casting }: ExerciseState): DirectoryView {
  return {
    teams: playbook.scenario.teams.flatMap(({ id, party, name, sector }) => {
      const tableId = casting.tableOf.get(id);
      return tableId === undefined ? [] : [{ id, partyId: party, tableId, name, sector }];
    }),
    contacts: playbook.scenario.contacts
      .filter(({ reachable }) => reachable)
      .map(({ id, party, name, role, isPublic }) => ({
        id,
        partyId: party ?? null,
        name,
        role,
        isPublic,
      })),
  };
}

export function holdingView(state: ExerciseState, held: Holding): HoldingView | null {
  const item = state.playbook.items.get(held.itemId);
  if (item === undefined) return null;
  const { sanitised } = item;
  const isWhole = held.form === 'full';
  const { itemId, form, marking, tableId, shareSeqs, seatIds, sincePlayMs } = held;
  return {
    itemId,
    form,
    title: item.title,
    body: isWhole ? item.body : (sanitised?.body ?? ''),
    marking,
    originator: nameOf(state, item.originator),
    isOwn: state.casting.tableOf.get(item.originator as TeamId) === tableId,
    releasableTo: isWhole ? item.releasableTo : (sanitised?.releasableTo ?? []),
    permitted: state.permitted.get(holdingKey(itemId, form, tableId)) ?? [],
    hasPersonalData: isWhole && item.personalData,
    sanitised: isWhole ? (sanitised ?? null) : null,
    shareSeqs,
    seatIds,
    sincePlayMs,
  };
}

export function shareView(state: ExerciseState, share: Share): ShareView {
  const { seq, tableId, seatId, to, seatIds, channel, marking, items, facts } = share;
  const { confidence, ask, inReplyTo, atMs, playMs } = share;
  return {
    seq,
    fromTableId: tableId,
    fromTeams: teamsAt(state, tableId),
    seatId,
    to: { teams: to.teams, contacts: to.contacts },
    seatIds,
    channel,
    marking,
    items: items.map(({ itemId, form }) => ({ itemId, form, title: titleOf(state, itemId) })),
    facts,
    factsIn: translationsOf(state, seq, 'facts'),
    confidence,
    ask,
    askIn: translationsOf(state, seq, 'ask'),
    inReplyTo,
    atMs,
    playMs,
  };
}

export function requestView(state: ExerciseState, request: Request): RequestView {
  const { seq, kind, tableId, seatId, answer, atMs, playMs } = request;
  const isPermission = request.kind === 'permission';
  return {
    seq,
    kind,
    fromTableId: tableId,
    fromTeams: teamsAt(state, tableId),
    seatId,
    teams: isPermission ? request.teams : request.to.teams,
    contacts: isPermission ? [] : request.to.contacts,
    channel: isPermission ? null : request.channel,
    marking: isPermission ? null : request.marking,
    item: isPermission
      ? { itemId: request.itemId, form: request.form, title: titleOf(state, request.itemId) }
      : null,
    text: isPermission ? request.reason : request.text,
    textIn: translationsOf(state, seq, isPermission ? 'reason' : 'text'),
    answer: answer && {
      seq: answer.seq,
      tableId: answer.tableId,
      isGranted: answer.isGranted,
      text: answer.text,
      textIn: translationsOf(state, answer.seq, 'text'),
      atMs: answer.atMs,
      playMs: answer.playMs,
    },
    atMs,
    playMs,
  };
}

export function positionView(
  state: ExerciseState,
  positionId: PositionId,
  now: PositionState,
): PositionView | null {
  const position = state.playbook.positions.get(positionId);
  if (position === undefined) return null;
  const { status, dueAtMs, voices, version, stances, agreedOn, settled } = now;
  return {
    id: position.id,
    title: position.title,
    question: position.question,
    rule: position.rule,
    status,
    dueAtMs,
    voices,
    options: (position.options ?? []).map(({ id, label }) => ({ id, label })),
    text: position.text ?? null,
    version,
    stances: stances.map(({ seq, teamId, on, stance, reason, isByControl, atMs, playMs }) => ({
      seq,
      teamId,
      on,
      stance,
      reason,
      reasonIn: translationsOf(state, seq, 'reason'),
      isByControl,
      atMs,
      playMs,
    })),
    agreedOn,
    settled: settled && { cause: settled.cause, playMs: settled.playMs },
  };
}

export function draftVersionView(state: ExerciseState, draft: DraftVersion): DraftVersionView {
  const { seq, positionId, version, tableId, seatId, text, atMs, playMs } = draft;
  const textIn = translationsOf(state, seq, 'text');
  return { seq, positionId, version, tableId, seatId, text, textIn, atMs, playMs };
}

export function draftCommentView(state: ExerciseState, comment: DraftComment): DraftCommentView {
  return draftVersionView(state, comment);
}

export function obligationView(
  state: ExerciseState,
  obligationId: ObligationId,
  tableId: TableId,
): ObligationView | null {
  const rule = state.playbook.obligations.get(obligationId);
  const now = state.obligations.get(obligationKey(obligationId, tableId));
  if (rule === undefined || now === undefined) return null;
  const contact = state.playbook.contacts.get(rule.to);
  const { report } = now;
  return {
    id: rule.id,
    title: rule.title,
    rule: rule.rule ?? null,
    to: { name: contact?.name ?? '', role: contact?.role ?? '' },
    fields: rule.fields.map(({ id, label, required, long }) => ({
      id,
      label,
      isRequired: required,
      isLong: long,
    })),
    status: now.status,
    startedScenarioMs: now.startedScenarioMs,
    dueScenarioMs: now.dueScenarioMs,
    report: report && {
      seq: report.seq,
      seatId: report.seatId,
      atMs: report.atMs,
      playMs: report.playMs,
      fields: report.fields,
    },
  };
}

/** The key of a version as a fact names it. */
export function draftId(fact: { positionId: PositionId; version: number }): string {
  return draftKey(fact.positionId, fact.version);
}

export function teamsAt({ casting }: ExerciseState, tableId: TableId): readonly TeamId[] {
  return casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
}

function titleOf({ playbook }: ExerciseState, itemId: ItemId): LocalizedText {
  return playbook.items.get(itemId)?.title ?? '';
}

function nameOf({ playbook }: ExerciseState, originator: string): LocalizedText {
  const team = playbook.teams.get(originator as never);
  return (team ?? playbook.contacts.get(originator as never))?.name ?? '';
}
