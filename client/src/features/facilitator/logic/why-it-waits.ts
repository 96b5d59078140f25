/** Why an inject has not gone out yet: its trigger, held against how things stand. */
import type { InjectId, PhaseId } from '@trilogue/engine/protocol/ids';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorInject, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { type Missing, missingOf } from './missing-conditions';

type Trigger = FacilitatorInject['trigger'];
type TriggerOf<Kind extends Trigger['kind']> = Extract<Trigger, { kind: Kind }>;

/** What it waits for. The screen words it by `code`. */
export type WaitCause =
  | { readonly code: 'atPhase'; readonly afterMs: number; readonly phase: LocalizedText }
  | { readonly code: 'atStart'; readonly afterMs: number }
  | {
      readonly code: 'afterReleased' | 'afterAnswered' | 'afterOverdue';
      readonly number: string;
      readonly delayMs: number;
    }
  | {
      readonly code: 'whenChoice';
      readonly number: string;
      readonly choice: LocalizedText;
      readonly team: LocalizedText | null;
      readonly delayMs: number;
    }
  | { readonly code: 'when'; readonly delayMs: number }
  | { readonly code: 'onPhase'; readonly phase: LocalizedText; readonly delayMs: number }
  | {
      readonly code: 'without';
      readonly number: string;
      readonly action: TriggerOf<'without'>['action'];
      readonly team: LocalizedText | null;
      readonly afterMs: number;
    }
  | { readonly code: 'manual' | 'deck' };

/** How that stands. `wontCome…`: it will not come by itself any more. */
export type WaitState =
  | { readonly code: 'moduleNotBegun'; readonly phase: LocalizedText }
  | { readonly code: 'wontComeModuleOver'; readonly phase: LocalizedText }
  | { readonly code: 'conditionOpen'; readonly missing: Missing }
  | {
      readonly code:
        | 'sourceNotReleased'
        | 'sourceNotAnswered'
        | 'sourceInTime'
        | 'sourceNotChosen'
        | 'wontComeSkipped'
        | 'wontComeRecalled'
        | 'wontComeInTime'
        | 'wontComeChosenOtherwise'
        | 'wontComeDone'
        | 'wontComeNobodyPlays';
      readonly number: string;
    };

export interface Wait {
  readonly cause: WaitCause;
  readonly state: WaitState | null;
}

type Source = Pick<
  FacilitatorView,
  'injects' | 'events' | 'phases' | 'deliveries' | 'expectations' | 'cast' | 'watches'
>;
type SourceState = Extract<WaitState, { number: string }>['code'];

/** Null for what no longer waits: released, recalled or skipped. */
export function whyItWaits(view: Source, injectId: InjectId): Wait | null {
  const inject = view.injects[injectId];
  const event = view.events[injectId];
  if (inject === undefined || event === undefined) return null;
  if (event.status === 'released' || event.status === 'recalled' || event.status === 'skipped') {
    return null;
  }
  const isTimed = event.status === 'armed' || event.status === 'due';
  return {
    cause: causeOf(view, inject.trigger, inject.phaseId),
    state: isTimed ? null : stateOf(view, inject),
  };
}

/** What a trigger waits for, told of an inject or of a module's exit. */
export function causeOf(view: Source, trigger: Trigger, phaseId: PhaseId): WaitCause {
  switch (trigger.kind) {
    case 'at':
      return trigger.from === 'startEx'
        ? { code: 'atStart', afterMs: toMs(trigger.minutes) }
        : {
            code: 'atPhase',
            afterMs: toMs(trigger.minutes),
            phase: view.phases[phaseId]?.title ?? '',
          };
    case 'afterInject':
      return {
        code: (
          { released: 'afterReleased', answered: 'afterAnswered', overdue: 'afterOverdue' } as const
        )[trigger.event],
        number: view.injects[trigger.inject]?.number ?? '',
        delayMs: toMs(trigger.delayMinutes),
      };
    case 'whenChoice':
      return choiceCause(view, trigger);
    case 'when':
      return { code: 'when', delayMs: toMs(trigger.delayMinutes) };
    case 'onPhase':
      return {
        code: 'onPhase',
        phase: view.phases[trigger.phase ?? phaseId]?.title ?? '',
        delayMs: toMs(trigger.delayMinutes),
      };
    case 'without':
      return {
        code: 'without',
        number: view.injects[trigger.inject]?.number ?? '',
        action: trigger.action,
        team: teamName(view, trigger.by),
        afterMs: toMs(trigger.minutes),
      };
    case 'manual':
    case 'deck':
      return { code: trigger.kind };
  }
}

function teamName(view: Source, teamId: string | undefined): LocalizedText | null {
  return view.cast.teams.find(({ id }) => id === teamId)?.name ?? null;
}

function choiceCause(view: Source, trigger: TriggerOf<'whenChoice'>): WaitCause {
  const source = view.injects[trigger.inject];
  return {
    code: 'whenChoice',
    number: source?.number ?? '',
    choice: source?.choices.find(({ id }) => id === trigger.choice)?.label ?? '',
    team: teamName(view, trigger.by),
    delayMs: toMs(trigger.delayMinutes),
  };
}

function stateOf(view: Source, inject: FacilitatorInject): WaitState | null {
  const { trigger } = inject;
  const phase = view.phases[inject.phaseId];
  if (phase !== undefined && phase.leftPlayMs !== null) {
    return { code: 'wontComeModuleOver', phase: phase.title };
  }
  const code = sourceCode(view, trigger);
  if (code !== null && 'inject' in trigger) {
    return { code, number: view.injects[trigger.inject]?.number ?? '' };
  }
  const awaited = trigger.kind === 'onPhase' ? trigger.phase : undefined;
  const ahead = [phase, awaited === undefined ? undefined : view.phases[awaited]].find(
    (candidate) => candidate?.enteredPlayMs === null,
  );
  if (ahead !== undefined) return { code: 'moduleNotBegun', phase: ahead.title };
  if (trigger.kind !== 'when') return null;
  const explanation = view.watches[`inject ${inject.id}`];
  const open = explanation === undefined ? null : missingOf(explanation);
  return open === null ? null : { code: 'conditionOpen', missing: open };
}

function sourceCode(view: Source, trigger: Trigger): SourceState | null {
  switch (trigger.kind) {
    case 'afterInject':
      return sourceState(view, trigger);
    case 'whenChoice':
      return choiceState(view, trigger);
    case 'without':
      return withoutState(view, trigger);
    default:
      return null;
  }
}

function sourceState(view: Source, trigger: TriggerOf<'afterInject'>): SourceState | null {
  const unreleased = unreleasedState(view, trigger.inject);
  if (unreleased !== null || trigger.event === 'released') return unreleased;
  const isRecalled = view.events[trigger.inject]?.status === 'recalled';
  if (trigger.event === 'answered') {
    const isAnswered = tablesOf(view, trigger.inject).some((tableId) => {
      const delivery = view.deliveries[`${trigger.inject} ${tableId}`];
      return delivery !== undefined && (delivery.response !== null || delivery.choice !== null);
    });
    if (isAnswered) return null;
    return isRecalled ? 'wontComeRecalled' : 'sourceNotAnswered';
  }
  const statuses = expectationsOf(view, trigger.inject);
  if (statuses.some((status) => status === 'missed' || status === 'late')) return null;
  if (isRecalled) return 'wontComeRecalled';
  return statuses.includes('open') ? 'sourceInTime' : 'wontComeInTime';
}

function choiceState(view: Source, trigger: TriggerOf<'whenChoice'>): SourceState | null {
  const unreleased = unreleasedState(view, trigger.inject);
  const table = tableOfTeam(view, trigger.by);
  if (trigger.by !== undefined && table === undefined) return 'wontComeNobodyPlays';
  if (unreleased !== null) return unreleased;
  const tables = tablesOf(view, trigger.inject).filter(
    (tableId) => trigger.by === undefined || tableId === table?.tableId,
  );
  if (tables.length === 0) return 'wontComeNobodyPlays';
  const chosen = tables.map(
    (tableId) => view.deliveries[`${trigger.inject} ${tableId}`]?.choice?.choiceId ?? null,
  );
  if (chosen.includes(trigger.choice)) return null;
  if (!chosen.includes(null)) return 'wontComeChosenOtherwise';
  return view.events[trigger.inject]?.status === 'recalled'
    ? 'wontComeRecalled'
    : 'sourceNotChosen';
}

function withoutState(view: Source, trigger: TriggerOf<'without'>): SourceState | null {
  const unreleased = unreleasedState(view, trigger.inject);
  if (unreleased !== null) return unreleased;
  if (view.events[trigger.inject]?.status === 'recalled') return 'wontComeRecalled';
  const part = ({ acknowledge: 'acknowledged', respond: 'response', choose: 'choice' } as const)[
    trigger.action
  ];
  const table = tableOfTeam(view, trigger.by);
  const isDone = tablesOf(view, trigger.inject)
    .filter((tableId) => trigger.by === undefined || tableId === table?.tableId)
    .some((tableId) => view.deliveries[`${trigger.inject} ${tableId}`]?.[part]);
  return isDone ? 'wontComeDone' : null;
}

function tableOfTeam(view: Source, teamId: string | undefined) {
  return view.cast.tables.find(({ teamIds }) => teamIds.some((id) => id === teamId));
}

/** Where the inject it listens to has not gone out: why not; null where it has. */
function unreleasedState(view: Source, source: InjectId): SourceState | null {
  const event = view.events[source];
  if (event === undefined || event.releasedPlayMs !== null) return null;
  return event.status === 'skipped' ? 'wontComeSkipped' : 'sourceNotReleased';
}

function tablesOf(view: Source, injectId: InjectId) {
  return view.events[injectId]?.tableIds ?? [];
}

function expectationsOf(view: Source, injectId: InjectId): string[] {
  const ids = view.injects[injectId]?.expectations ?? [];
  return tablesOf(view, injectId).flatMap((tableId) =>
    ids.flatMap(({ id }) => view.expectations[`${injectId} ${tableId} ${id}`]?.status ?? []),
  );
}

function toMs(minutes: number): number {
  return Math.round(minutes * 60_000);
}
