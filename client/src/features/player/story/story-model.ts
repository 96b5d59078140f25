/** What somebody who comes late has to know, all from what the table sees. */
import type { ObligationView, PositionView } from '@trilogue/engine/views/exchange-view';
import type {
  PlayerDelivery,
  PlayerInject,
  PlayerTask,
  PlayerView,
} from '@trilogue/engine/views/player-view';

export interface StoryInject {
  readonly inject: PlayerInject;
  readonly delivery: PlayerDelivery | null;
}

export interface Story {
  /** In the order they came: those that asked something of the table, or that it did something about. */
  readonly injects: readonly StoryInject[];
  /** How many others came. */
  readonly others: number;
  readonly decisions: readonly (StoryInject & { readonly choiceId: string })[];
  readonly answers: readonly (StoryInject & { readonly text: string })[];
  /** In time or late, the nearest deadline first. */
  readonly tasks: readonly PlayerTask[];
  readonly duties: readonly ObligationView[];
  /** Joint positions that are being decided, and those that were. */
  readonly open: readonly PositionView[];
  readonly agreed: readonly PositionView[];
}

export function storyOf(view: PlayerView): Story {
  const asked = new Set(Object.values(view.tasks).map(({ injectId }) => injectId));
  const all = Object.values(view.injects)
    .filter(({ isRecalled }) => !isRecalled)
    .sort((a, b) => a.playMs - b.playMs || a.atMs - b.atMs)
    .map((inject) => ({ inject, delivery: view.deliveries[inject.id] ?? null }));
  const injects = all.filter(
    ({ inject, delivery }) =>
      asked.has(inject.id) || inject.hasChoices || (delivery?.response ?? null) !== null,
  );
  const positions = Object.values(view.positions);
  return {
    injects,
    others: all.length - injects.length,
    decisions: all.flatMap((one) => {
      const choiceId = one.delivery?.choice?.choiceId;
      return choiceId === undefined ? [] : [{ ...one, choiceId }];
    }),
    answers: all.flatMap((one) => {
      const text = one.delivery?.response?.text;
      return text === undefined ? [] : [{ ...one, text }];
    }),
    tasks: owedTasks(view),
    duties: Object.values(view.obligations).filter(
      ({ report, status }) => report === null && status !== 'waived',
    ),
    open: positions.filter(({ status }) => status === 'open'),
    agreed: positions.filter(({ status }) => status === 'agreed'),
  };
}

function owedTasks({ tasks, injects }: PlayerView): PlayerTask[] {
  return Object.values(tasks)
    .filter(({ status }) => status === 'open' || status === 'missed')
    .filter(({ injectId }) => injects[injectId]?.isRecalled === false)
    .sort((a, b) => a.dueAtMs - b.dueAtMs);
}

/** Play time after which somebody who has read nothing has come late, in ms. */
const lateAfterMs = 90_000;

/** Whether this person came while the exercise was under way: their table got something long before. */
export function isLatecomer(view: PlayerView, seatId: string, playMs: number): boolean {
  if (view.exercise.stage !== 'live') return false;
  const isRead = Object.values(view.deliveries).some(({ openedBy }) =>
    (openedBy as readonly string[]).includes(seatId),
  );
  if (isRead) return false;
  return Object.values(view.injects).some((inject) => playMs - inject.playMs > lateAfterMs);
}
