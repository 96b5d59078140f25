/**
 * Who may know what, worked out by hand from the rules of the game, a scenario and its log. It
 * shares no line with the engine's views, which it is there to judge.
 */
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import type { Audience } from '@trilogue/engine/views/audience';
import { type Tokens, tokensIn } from './canary.js';
import type { Kind, TypedKind } from './canary-kinds.js';
import { Knowledge } from './canary-knowledge.js';
import type { Who } from './canary-people.js';

/** What a rewind leaves as it is: who came, how it is set up, what staff said and evaluators noted. */
const ofTheRoom: ReadonlySet<FactType> = new Set<FactType>([
  'ExerciseCreated',
  'TeamsCast',
  'LobbyOpened',
  'PaceSet',
  'SeatJoined',
  'SeatMoved',
  'SeatLeft',
  'CommsCheckStarted',
  'CommsCheckAcknowledged',
  'ScenarioTranslated',
  'AnswerClaimed',
  'ObservationNoted',
  'ObservationReleased',
  'RatingGiven',
  'RatingConfirmed',
  'ScoresShown',
  'RealWorldRaised',
  'RealWorldLifted',
  'Rewound',
  'ContentRedacted',
  'PersonErased',
]);

/** After these somebody may hold less than before; after all others only more. */
const takesAway: ReadonlySet<FactType> = new Set<FactType>([
  'Rewound',
  'ContentRedacted',
  'TeamsCast',
  'InjectRecalled',
  'ScoresShown',
  'ObservationReleased',
  'RatingConfirmed',
  'ExpectationMet',
  'ExpectationMissed',
  'ExpectationMarked',
  'ExpectationWaived',
  'DeadlineExtended',
  'PositionAgreed',
  'PositionFailed',
]);

export class Ledger {
  readonly #tokens: Tokens;
  readonly #scenario: Scenario;
  readonly #typedKinds = new Map<string, TypedKind>();
  /** Of what was put into another language, the tokens of the scenario's own text. */
  readonly #originals = new Map<string, readonly string[]>();
  #facts: Fact[] = [];
  #now: Knowledge;

  constructor(scenario: Scenario, tokens: Tokens) {
    this.#scenario = scenario;
    this.#tokens = tokens;
    this.#now = new Knowledge(scenario, this.#typedKinds);
  }

  take(fact: Fact): void {
    if (fact.type === 'ScenarioTranslated') {
      const original = tokensIn(JSON.stringify(saidAt(this.#scenario, fact.place)));
      for (const token of tokensIn(fact.text)) this.#originals.set(token, original);
    }
    if (fact.type === 'Rewound') {
      this.#facts = this.#facts.filter((past) => past.seq <= fact.toSeq || this.#isOfTheRoom(past));
      this.#now = new Knowledge(this.#scenario, this.#typedKinds);
      for (const past of this.#facts) this.#now.take(past);
    }
    this.#facts.push(fact);
    this.#now.take(fact);
  }

  takesAway({ type }: Fact): boolean {
    return takesAway.has(type);
  }

  mayHold(audience: Audience, token: string): boolean {
    const about = this.#tokens.about.get(token);
    if (about === undefined) return false;
    const kind = this.kindOf(token);
    if (audience.role === 'facilitator') return kind !== 'refused text';
    // A translation is read by exactly those who read its original.
    const originals = this.#originals.get(token) ?? [];
    if (originals.some((original) => this.mayHold(audience, original))) return true;
    if (audience.role === 'observer') return this.#now.isOnWall(about, token);
    return this.#now.mayHold(whoOf(audience), about, token);
  }

  /** Whether points may be told at all. */
  mayHoldPoints(audience: Audience): boolean {
    const { shown } = this.#now.lines;
    if (audience.role === 'facilitator') return true;
    return audience.role === 'player' ? shown.players : shown.observers;
  }

  /** Needs met and markings broken come out after EndEx. */
  mayHoldVerdicts(audience: Audience): boolean {
    return audience.role === 'facilitator' || this.#now.lines.isEnded;
  }

  /** An inject's text may be fetched where the inject was got and not taken back. */
  mayRead(audience: Audience, injectId: string): boolean {
    if (audience.role === 'facilitator') return true;
    return audience.role === 'player' && this.#now.words.isInHand(injectId, audience.tableId);
  }

  /** Whether anything is told to them by a share, be it only that there was one. */
  isLetIn(audience: Audience, fact: Extract<Fact, { type: 'InformationShared' }>): boolean {
    if (audience.role === 'facilitator') return true;
    if (audience.role === 'observer') return fact.marking !== 'RED';
    // What is for control's table is for all staff.
    return audience.tableId === 'control' || this.#now.exchange.readersOf(fact)(whoOf(audience));
  }

  kindOf(token: string): Kind {
    const about = this.#tokens.about.get(token);
    if (about === undefined) throw new Error(`${token} was never minted`);
    return about.kind === 'typed' ? (this.#typedKinds.get(token) ?? 'refused text') : about.kind;
  }

  get injectIds(): string[] {
    return this.#now.words.ids;
  }

  /** The audience that a seat belongs to; null for one that never came, or left. */
  audienceOf(seatId: string): Audience | null {
    const seat = this.#now.people.seatOf(seatId);
    if (seat === undefined) return null;
    if (seat.role === 'observer') return { role: 'observer' };
    if (seat.role !== 'player') return { role: 'facilitator' };
    // Whoever was seated sits at a table that was cast.
    const tableId = seat.tableId as Extract<Audience, { role: 'player' }>['tableId'];
    if (tableId === null) return null;
    return this.#now.exchange.privateSeats.has(seatId)
      ? { role: 'player', tableId, seatId: seatId as never }
      : { role: 'player', tableId };
  }

  /** A translation goes where its original goes. */
  #isOfTheRoom(fact: Fact): boolean {
    if (fact.type === 'MessageSent') return fact.thread.kind === 'staff';
    if (fact.type !== 'TextTranslated') return ofTheRoom.has(fact.type);
    const original = this.#facts.find(({ seq }) => seq === fact.of);
    return original !== undefined && this.#isOfTheRoom(original);
  }

  /** Seats with an audience of their own. */
  get privateAudiences(): Audience[] {
    return [...this.#now.exchange.privateSeats].flatMap((seatId) => {
      const audience = this.audienceOf(seatId);
      return audience?.role === 'player' ? [audience] : [];
    });
  }
}

/** What a scenario says at a place: ids name what has one, numbers the rest. */
function saidAt(scenario: Scenario, place: string): unknown {
  const root: unknown = scenario;
  return place.split('/').reduce((found, key) => {
    if (Array.isArray(found)) return found.find((item) => item.id === key) ?? found[Number(key)];
    return (found as Record<string, unknown> | undefined)?.[key];
  }, root);
}

function whoOf({ tableId, seatId }: Extract<Audience, { role: 'player' }>): Who {
  return { tableId, seatId: seatId ?? null };
}
