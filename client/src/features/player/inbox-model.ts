/** The inbox as a list: newest first, with what is new, due, overdue or done about each inject. */
import type {
  PlayerDelivery,
  PlayerInject,
  PlayerTask,
  PlayerView,
} from '@trilogue/engine/views/player-view';
import { folded } from './search-model';

export interface InboxRow {
  readonly inject: PlayerInject;
  readonly delivery: PlayerDelivery | null;
  readonly tasks: readonly PlayerTask[];
  readonly isUnread: boolean;
  /** The nearest open deadline in ms of play time. */
  readonly dueAtMs: number | null;
  /** An announced task went by undone. */
  readonly isMissed: boolean;
  /** Something can still be done about it, in time or late. */
  readonly isOwed: boolean;
  /** Everything announced is done. */
  readonly isDone: boolean;
  /** The furthest this table went with it. */
  readonly deed: 'answered' | 'decided' | 'acknowledged' | null;
}

export const inboxFilters = ['all', 'new', 'due'] as const;
export type InboxFilter = (typeof inboxFilters)[number];

export interface InboxSearch {
  /** Null for all of them. */
  readonly channel: PlayerInject['channel'] | null;
  readonly words: string;
}

export function inboxRows(view: PlayerView, seatId: string | null): InboxRow[] {
  const tasks = byInject(Object.values(view.tasks));
  return Object.values(view.injects)
    .map((inject) => rowOf(inject, view, tasks.get(inject.id) ?? [], seatId))
    .sort((a, b) => b.inject.playMs - a.inject.playMs || b.inject.atMs - a.inject.atMs);
}

export function filterRows(rows: readonly InboxRow[], filter: InboxFilter): InboxRow[] {
  if (filter === 'new') return rows.filter(({ isUnread }) => isUnread);
  if (filter === 'due') return rows.filter(({ isOwed }) => isOwed);
  return [...rows];
}

/**
 * Rows of a channel that hold every word looked for.
 * @param textOf all that this reader may search of an inject
 */
export function searchRows(
  rows: readonly InboxRow[],
  { channel, words }: InboxSearch,
  textOf: (inject: PlayerInject) => string,
): InboxRow[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return rows.filter(({ inject }) => {
    if (channel !== null && inject.channel !== channel) return false;
    if (wanted.length === 0) return true;
    const text = folded(textOf(inject));
    return wanted.every((word) => text.includes(word));
  });
}

/** Channels that something came by, in the order of the first. */
export function channelsOf(rows: readonly InboxRow[]): PlayerInject['channel'][] {
  return [...new Set(rows.map(({ inject }) => inject.channel))].sort();
}

/** Of what is listed, the one after or before; the first or last where none is open. */
export function nextIn(
  rows: readonly InboxRow[],
  injectId: string | null,
  step: 1 | -1,
): string | null {
  const at = rows.findIndex(({ inject }) => inject.id === injectId);
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  return rows[next]?.inject.id ?? null;
}

/** What is open, the nearest deadline first. */
export function openTasks(view: PlayerView): PlayerTask[] {
  return Object.values(view.tasks)
    .filter((task) => task.status === 'open' && view.injects[task.injectId]?.isRecalled === false)
    .sort((a, b) => a.dueAtMs - b.dueAtMs);
}

function rowOf(
  inject: PlayerInject,
  view: PlayerView,
  tasks: readonly PlayerTask[],
  seatId: string | null,
): InboxRow {
  const delivery = view.deliveries[inject.id] ?? null;
  const openedBy: readonly string[] = delivery?.openedBy ?? [];
  const due = inject.isRecalled ? [] : tasks.filter(({ status }) => status === 'open');
  const isMissed = !inject.isRecalled && tasks.some(({ status }) => status === 'missed');
  return {
    inject,
    delivery,
    tasks,
    // Reading is noted while the exercise is live; afterwards nothing is new any more.
    isUnread: view.exercise.stage === 'live' && seatId !== null && !openedBy.includes(seatId),
    dueAtMs: due.length === 0 ? null : Math.min(...due.map(({ dueAtMs }) => dueAtMs)),
    isMissed,
    isOwed: view.exercise.stage === 'live' && (due.length > 0 || isMissed),
    isDone: tasks.length > 0 && due.length === 0 && !isMissed && !inject.isRecalled,
    deed: deedOf(delivery),
  };
}

function deedOf(delivery: PlayerDelivery | null): InboxRow['deed'] {
  if (delivery === null) return null;
  if (delivery.response !== null) return 'answered';
  if (delivery.choice !== null) return 'decided';
  return delivery.acknowledged === null ? null : 'acknowledged';
}

function byInject(tasks: readonly PlayerTask[]): Map<PlayerTask['injectId'], PlayerTask[]> {
  const groups = new Map<PlayerTask['injectId'], PlayerTask[]>();
  for (const task of tasks) groups.set(task.injectId, [...(groups.get(task.injectId) ?? []), task]);
  return groups;
}
