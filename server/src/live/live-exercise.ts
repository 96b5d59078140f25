/** Tells an exercise's audiences what happened, and who is in the room. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { Cursor, Frame, PersonName, RosterEntry } from '@trilogue/engine/protocol/socket';
import { type Audience, audienceKey, audienceOfSeat } from '@trilogue/engine/views/audience';
import type { Log } from '../log.js';
import { AudienceStream, type Transition } from './audience-stream.js';
import { Presence } from './presence.js';
import type { Rooms } from './rooms.js';
import { peopleFor, rosterFor } from './roster.js';
import { sharedJson } from './shared-json.js';
import { type News, type Outlet, Telling } from './telling.js';

/**
 * People come and go in bunches. The room is told so long after, in ms: the more there are, the less
 * often, for everybody is told of everybody.
 */
const rosterAfterMs = (seats: number) => Math.max(50, 2 * seats);

export interface LiveExerciseParts {
  readonly rooms: Rooms;
  readonly names: Map<SeatId, string>;
  readonly log: Log;
  readonly nowMs: () => number;
  /** Everybody was told what happened, so many ms after it was on record. */
  readonly published: (ms: number) => void;
}

export class LiveExercise {
  readonly rooms: Rooms;
  readonly #names: Map<SeatId, string>;
  /** Who else sits at a seat's device. */
  readonly #listed = new Map<SeatId, readonly string[]>();
  readonly #log: Log;
  readonly #streams = new Map<string, AudienceStream>();
  /** As each audience was last told. */
  readonly #rosters = new Map<string, readonly RosterEntry[]>();
  readonly presence: Presence;
  readonly #telling: Telling;
  /** seq from which a seat that was moved, or told something in private, has its present view. */
  readonly #seatSince = new Map<SeatId, number>();
  #state: ExerciseState;
  #rosterTimer: NodeJS.Timeout | null = null;
  #hasPresenceChanged = false;

  /** @param history the log so far: it tells since when each seat sits where it does. */
  constructor(parts: LiveExerciseParts, state: ExerciseState, history: readonly Fact[]) {
    this.rooms = parts.rooms;
    this.presence = new Presence(parts.nowMs);
    this.#names = parts.names;
    this.#log = parts.log;
    this.#state = state;
    this.#telling = new Telling({
      tell: (news) => this.#tell(news),
      told: parts.published,
      failed: (error) => this.#log.error({ err: error }, 'somebody could not be told'),
    });
    for (const fact of history) this.#noteSeat(fact);
  }

  /** Durable facts go out, at once or in a moment: one frame to each audience that they concern. */
  publish(news: News): void {
    this.#telling.add(news, news.facts.some(isForOneSeat));
  }

  /** Tells what waits to be told, so that what is asked for next is of this moment. */
  settle(): void {
    this.#telling.settle();
  }

  /** @returns what each audience hears of it */
  #tell({ before, facts, states, after }: News): readonly Outlet[] {
    this.#state = after;
    const transitions: Transition[] = [];
    facts.forEach((fact, index) => {
      const next = states[index] ?? after;
      transitions.push({ before: states[index - 1] ?? before, fact, after: next });
      this.#noteSeat(fact);
    });
    // Whoever belongs to another audience now leaves the old room before it hears of anything more.
    for (const seatId of new Set(facts.flatMap((fact) => mayChangeAudience(fact, before)))) {
      if (keyOf(before, seatId) !== keyOf(after, seatId)) this.rooms.moved(seatId);
    }
    for (const fact of facts) if (fact.type === 'SeatLeft') this.rooms.gone(fact.seatId);
    if (facts.some(({ type }) => changesRoster.has(type))) this.rosterChanged();
    return [...this.#streams.values()].flatMap((stream) => {
      const frame = this.#advance(stream, transitions);
      return frame === null ? [] : [() => this.rooms.frame(stream.audience, frame)];
    });
  }

  /**
   * What a seat of this audience lacks, as of what was last told. Its own cursor counts only since it
   * sits where it does.
   */
  catchUp(audience: Audience, seatId: SeatId, cursor: Cursor | null): Frame {
    const isOwn = cursor !== null && cursor.seq >= (this.#seatSince.get(seatId) ?? 0);
    return this.#stream(audience).catchUp(this.#state, isOwn ? cursor : null);
  }

  /** As of the last time that the audience was told; what changed since, it will be. */
  roster(audience: Audience): readonly RosterEntry[] {
    const key = audienceKey(audience);
    const told = this.#rosters.get(key) ?? this.#rosterNow(audience);
    this.#rosters.set(key, told);
    return told;
  }

  #rosterNow(audience: Audience): readonly RosterEntry[] {
    return rosterFor(
      audience,
      this.#state,
      (seatId) => this.#names.get(seatId) ?? '',
      (seatId) => this.presence.has(seatId),
      (seatId) => this.#listed.get(seatId) ?? [],
    );
  }

  people(audience: Audience): readonly PersonName[] {
    return peopleFor(audience, this.#state, (seatId) => this.#names.get(seatId) ?? '');
  }

  setName(seatId: SeatId, name: string): void {
    this.#names.set(seatId, name);
    this.rosterChanged();
  }

  setListed(seatId: SeatId, names: readonly string[]): void {
    if (names.length === 0) this.#listed.delete(seatId);
    else this.#listed.set(seatId, names);
    this.rosterChanged();
  }

  arrived(seatId: SeatId): void {
    this.presence.arrived(seatId);
    this.#presenceChanged();
  }

  left(seatId: SeatId): void {
    this.presence.left(seatId);
    this.#presenceChanged();
  }

  /** Another node tells who is on the line there. */
  heard(node: string, seatIds: readonly SeatId[]): void {
    this.presence.heard(node, seatIds);
    this.rosterChanged();
  }

  rosterChanged(): void {
    this.#rosterTimer ??= setTimeout(() => {
      this.#rosterTimer = null;
      if (this.#hasPresenceChanged) this.tellPresent();
      this.#sendRosters();
    }, rosterAfterMs(this.#state.seats.size));
  }

  /** Tells other nodes who is on the line here. */
  tellPresent(): void {
    this.#hasPresenceChanged = false;
    this.rooms.present(this.presence.here());
  }

  close(): void {
    this.settle();
    if (this.#rosterTimer !== null) clearTimeout(this.#rosterTimer);
  }

  #presenceChanged(): void {
    this.#hasPresenceChanged = true;
    this.rosterChanged();
  }

  #stream(audience: Audience): AudienceStream {
    const key = audienceKey(audience);
    const found = this.#streams.get(key) ?? new AudienceStream(audience, this.#state);
    this.#streams.set(key, found);
    return found;
  }

  #advance(stream: AudienceStream, transitions: readonly Transition[]): Frame | null {
    try {
      return stream.advance(transitions);
    } catch (error) {
      this.#log.error({ err: error, audience: stream.audience.role }, 'a projection broke');
      return stream.restart(this.#state);
    }
  }

  #sendRosters(): void {
    for (const [key, { audience }] of this.#streams) {
      if (audience.role === 'observer') continue;
      const told = this.#rosters.get(key);
      const entries = this.#rosterNow(audience);
      if (told !== undefined && isSameRoster(told, entries)) continue;
      this.#rosters.set(key, entries);
      this.rooms.roster(audience, entries);
    }
  }

  #noteSeat(fact: Fact): void {
    if (fact.type === 'SeatMoved') this.#seatSince.set(fact.seatId, fact.seq);
    for (const seatId of toldInPrivate(fact)) this.#seatSince.set(seatId, fact.seq);
  }
}

/** Somebody moves, leaves, or is told in private: what they hear has to change before anything else. */
function isForOneSeat(fact: Fact): boolean {
  return changesRoster.has(fact.type) || fact.type === 'Rewound' || toldInPrivate(fact).length > 0;
}

function isSameRoster(one: readonly RosterEntry[], other: readonly RosterEntry[]): boolean {
  return sharedJson(one) === sharedJson(other);
}

/** Seats that a fact may move to another audience: another table, or a view of their own. */
function mayChangeAudience(fact: Fact, before: ExerciseState): readonly SeatId[] {
  if (fact.type === 'SeatMoved') return [fact.seatId];
  // What was told in private may be taken back.
  if (fact.type === 'Rewound') return [...before.privateSeats.keys()];
  return toldInPrivate(fact);
}

function toldInPrivate(fact: Fact): readonly SeatId[] {
  if (fact.type !== 'InformationShared' || fact.marking !== 'RED') return [];
  return fact.by.kind === 'seat' ? [...fact.seatIds, fact.by.seatId] : fact.seatIds;
}

function keyOf(state: ExerciseState, seatId: SeatId): string | null {
  const audience = audienceOfSeat(state, seatId);
  return audience && audienceKey(audience);
}

const changesRoster: ReadonlySet<Fact['type']> = new Set(['SeatJoined', 'SeatMoved', 'SeatLeft']);
