/** Brings one exercise from its log to life: state, runner, audiences, drafts, join codes. */
import { fold } from '@trilogue/engine/exercise/evolve';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { emptyExercise } from '@trilogue/engine/exercise/state';
import { controlTableId } from '@trilogue/engine/exercise/state-parts';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { newInvitation } from '../auth/new-invitation.js';
import { DraftDesk } from '../live/draft-desk.js';
import { LiveExercise } from '../live/live-exercise.js';
import type { Rooms } from '../live/rooms.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import { type ExerciseRow, UnreadableLog } from '../store/event-store.js';
import type { InvitationRow } from '../store/invitations.js';
import type { Store } from '../store/store.js';
import type { ServerClock } from './clock.js';
import type { Keeper } from './keeper.js';
import { type Change, Runner } from './runner.js';
import type { StorageHealth } from './storage-health.js';

/** A seat that was claimed so long ago, in ms, and is in no log never will be. */
const strayAfterMs = 10 * 60_000;

export interface OpenExercise {
  readonly exerciseId: ExerciseId;
  readonly createdAtMs: number;
  /** The scenario's file as it was when the exercise was created. */
  readonly scenarioText: string;
  readonly runner: Runner;
  readonly live: LiveExercise;
  readonly drafts: DraftDesk;
  /** All invitations; one per table and one for each other role, made where they are missing. */
  invitations(): Promise<InvitationRow[]>;
  /** Reads anew what people are called, and who was listed at which device. */
  refreshPeople(): Promise<void>;
}

export interface LiveParts {
  readonly store: Store;
  readonly clock: ServerClock;
  readonly keeper: Keeper;
  readonly log: Log;
  readonly rooms: Rooms;
  readonly health: StorageHealth;
  readonly metrics: Pick<Metrics, 'appended' | 'published'>;
  /** Called with the last fact of what was appended here. */
  readonly appended: (exerciseId: ExerciseId, seq: number) => void;
}

/**
 * A live exercise's gap is dealt with before anyone gets hold of it.
 * @throws UnreadableLog
 */
export async function openExercise(row: ExerciseRow, parts: LiveParts): Promise<OpenExercise> {
  const { exerciseId } = row;
  const { store, clock, keeper, log, rooms, appended, health, metrics } = parts;
  const facts = await store.events.readFacts(exerciseId, 0);
  const state = foldLog(row, facts);
  const runner = new Runner({ exerciseId, events: store.events, clock, log }, state);
  const names = new Map<SeatId, string>();
  const live = new LiveExercise(
    { rooms, names, log, nowMs: clock.now, published: metrics.published },
    state,
    facts,
  );
  const listed = new Map<SeatId, readonly string[]>();
  const drafts = await DraftDesk.open(exerciseId, store.drafts, store.isShared);
  const logged = (work: Promise<unknown>) => {
    work.catch((error: unknown) => log.error({ err: error, exerciseId }, 'an after-effect failed'));
  };

  const committed = (change: Change) => {
    live.publish(change);
    logged(drafts.noteFacts(change.facts));
    if (change.facts.some((fact) => fact.type === 'SeatJoined' && !names.has(fact.seatId))) {
      logged(refreshPeople());
    }
    for (const fact of change.facts) {
      if (fact.type !== 'PersonErased') continue;
      names.delete(fact.seatId);
      listed.delete(fact.seatId);
      live.setListed(fact.seatId, []);
    }
    if (change.facts.some(({ type }) => type === 'TeamsCast')) logged(invitations());
    if (change.after.lifecycle.stage !== 'live') keeper.drop(exerciseId);
    else if (change.before.lifecycle.stage !== 'live') logged(keeper.keep(runner));
    if (change.isOwn) appended(exerciseId, change.after.seq);
  };
  /** Also of those who took a seat on another node. */
  const refreshPeople = async () => {
    const seats = await store.directory.seatsOf(exerciseId);
    for (const { seatId, name } of seats) {
      if (names.get(seatId) !== name) live.setName(seatId, name);
    }
    const now = await store.directory.listedIn(exerciseId);
    for (const seatId of new Set([...listed.keys(), ...now.keys()])) {
      live.setListed(seatId, now.get(seatId) ?? []);
    }
    listed.clear();
    for (const [seatId, others] of now) listed.set(seatId, others);
  };
  const invitations = () => settleInvitations(store, runner, clock.now());

  await store.arrivals.dropStrays(
    exerciseId,
    new Set(state.seats.keys()),
    clock.now() - strayAfterMs,
  );
  await refreshPeople();
  runner.attach({
    recovery: (current, recorded, nowMs) => keeper.recovery(exerciseId, current, recorded, nowMs),
    committed,
    kept: metrics.appended,
    settled(outcome) {
      if (outcome.hasFailed) health.failed();
      keeper.arm(exerciseId, outcome);
    },
  });
  if (state.lifecycle.stage === 'live') {
    await keeper.keep(runner);
    // The first turn sees the gap, if there was one, and pauses there.
    if (state.lifecycle.clock === 'running' && keeper.keeps(exerciseId))
      await runner.askAsHost({ type: 'AdvanceClock' });
  }
  const { createdAtMs, scenarioText } = row;
  return {
    exerciseId,
    createdAtMs,
    scenarioText,
    runner,
    live,
    drafts,
    invitations,
    refreshPeople,
  };
}

function foldLog(row: ExerciseRow, facts: readonly Fact[]) {
  const loaded = loadScenario(row.scenarioText);
  if (!loaded.ok) {
    const [first] = loaded.problems;
    const why = first === undefined ? '' : `: ${formatProblem(first)}`;
    throw new UnreadableLog(`its scenario can't be read by this version${why}`);
  }
  // Others may have added to it since its row was read.
  if (facts.length < row.headSeq || (facts.at(-1)?.seq ?? 0) !== facts.length) {
    throw new UnreadableLog(`its log should have ${row.headSeq} facts and has ${facts.length}`);
  }
  try {
    return fold(emptyExercise(loaded.scenario), facts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableLog(`its log can't be folded: ${reason}`, { cause: error });
  }
}

/** A table keeps its code for as long as it is cast; the code of one that is dropped goes. */
async function settleInvitations(
  { invitations }: Store,
  { exerciseId, state }: Runner,
  nowMs: number,
) {
  const tables = state.casting.tables.filter(({ tableId }) => tableId !== controlTableId);
  if (tables.length === 0) return invitations.of(exerciseId);
  const standing = await invitations.of(exerciseId);
  const wanted = [
    ...(['observer', 'evaluator', 'translator'] as const).map((role) =>
      newInvitation({ exerciseId, role, tableId: null, isStanding: true }, nowMs),
    ),
    ...tables.map(({ tableId }) =>
      newInvitation({ exerciseId, role: 'player', tableId, isStanding: true }, nowMs),
    ),
  ];
  // Asked again and again: mostly there is nothing to write.
  const placeOf = ({ role, tableId }: InvitationRow) => `${role} ${tableId}`;
  const places = new Set(standing.filter(({ isStanding }) => isStanding).map(placeOf));
  const isSettled =
    places.size === wanted.length && wanted.every((one) => places.has(placeOf(one)));
  if (isSettled) return standing;
  await invitations.settle(exerciseId, wanted);
  return invitations.of(exerciseId);
}
