/**
 * Who may know what, worked out by hand from the rules of the game, a scenario and its log. It
 * shares no line with the engine's views, which it is there to judge.
 */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Role } from '@trilogue/engine/exercise/settings';
import type { Expectation, Inject, Scenario } from '@trilogue/engine/scenario/schema';
import type { Audience } from '@trilogue/engine/views/audience';
import { type About, type PlantedKind, type Tokens, tokensIn } from './canary.js';

/** What is typed gets its kind from the fact that it came to; what was refused has none. */
export const typedKinds = [
  'answer',
  'note',
  'message of a table',
  'message of the staff',
  'recall reason',
  'skip reason',
  'pause reason',
  'real-world reason',
  'end reason',
  'refused text',
] as const;
export type TypedKind = (typeof typedKinds)[number];
export type Kind = Exclude<PlantedKind, 'typed'> | TypedKind;

interface Written {
  readonly kind: TypedKind;
  readonly tableId: string | null;
  readonly injectId: string | null;
}

interface Rule {
  readonly table: (about: About, tableId: string) => boolean;
  readonly wall: (about: About) => boolean;
}

const nobody = () => false;
const anybody = () => true;

export class Ledger {
  readonly #tokens: Tokens;
  readonly #scenario: Scenario;
  readonly #injects: ReadonlyMap<string, Inject>;
  readonly #teamsAt = new Map<string, readonly string[]>();
  readonly #released = new Map<string, readonly string[]>();
  readonly #recalled = new Set<string>();
  readonly #entered = new Set<string>();
  readonly #written = new Map<string, Written>();
  /** "inject table choice", "inject table expectation", "contact table", "seat table" and the like. */
  readonly #chosen = new Set<string>();
  readonly #settled = new Set<string>();
  readonly #spokeAs = new Set<string>();
  readonly #seatAt = new Map<string, { role: Role; tableId: string | null }>();
  readonly #knownSeats = new Set<string>();
  readonly #awards = new Set<string>();
  #shown = { players: false, observers: false };
  #isEnded = false;

  constructor(scenario: Scenario, tokens: Tokens) {
    this.#scenario = scenario;
    this.#tokens = tokens;
    this.#injects = new Map(scenario.injects.map((inject) => [inject.id, inject]));
  }

  mayHold(audience: Audience, token: string): boolean {
    const about = this.#tokens.about.get(token);
    if (about === undefined) return false;
    const kind = this.kindOf(token);
    if (audience.role === 'facilitator') return kind !== 'refused text';
    const rule = this.#rules[kind];
    // Of what was said, each piece is its own.
    const isSaid = about.kind === 'typed' || about.kind === 'award reason';
    const asked = isSaid ? { ...about, of: token } : about;
    return audience.role === 'observer' ? rule.wall(asked) : rule.table(asked, audience.tableId);
  }

  /** Whether points may be told at all. */
  mayHoldPoints(audience: Audience): boolean {
    if (audience.role === 'facilitator') return true;
    return audience.role === 'player' ? this.#shown.players : this.#shown.observers;
  }

  /** An inject's text may be fetched where the inject was got and not taken back. */
  mayRead(audience: Audience, injectId: string): boolean {
    if (audience.role === 'facilitator') return true;
    return audience.role === 'player' && this.#isInHand(injectId, audience.tableId);
  }

  kindOf(token: string): Kind {
    const about = this.#tokens.about.get(token);
    if (about === undefined) throw new Error(`${token} was never minted`);
    return about.kind === 'typed' ? (this.#written.get(token)?.kind ?? 'refused text') : about.kind;
  }

  /** The audience that a seat belongs to; null for one that never came, or left. */
  audienceOf(seatId: string): Audience | null {
    const seat = this.#seatAt.get(seatId);
    if (seat === undefined) return null;
    if (seat.role !== 'player') return { role: seat.role };
    // Whoever was seated sits at a table that was cast.
    return seat.tableId === null ? null : { role: 'player', tableId: seat.tableId as never };
  }

  take(fact: Fact): void {
    switch (fact.type) {
      case 'TeamsCast': {
        const { tables, controlled } = fact.casting;
        this.#teamsAt.clear();
        for (const { tableId, teamIds } of tables) this.#teamsAt.set(tableId, teamIds);
        if (controlled.length > 0) this.#teamsAt.set('control', controlled);
        break;
      }
      case 'SeatJoined':
        this.#sit(fact.seatId, fact.role, fact.tableId);
        break;
      case 'SeatMoved':
        this.#sit(fact.seatId, 'player', fact.tableId);
        break;
      case 'SeatLeft':
        this.#seatAt.delete(fact.seatId);
        break;
      case 'PhaseChanged':
        for (const phaseId of fact.entered) this.#entered.add(phaseId);
        break;
      case 'InjectReleased':
        this.#released.set(fact.injectId, fact.tableIds);
        break;
      case 'InjectRecalled':
        this.#recalled.add(fact.injectId);
        this.#write(fact.reason, 'recall reason', null, fact.injectId);
        break;
      case 'InjectSkipped':
        this.#write(fact.reason, 'skip reason');
        break;
      case 'ClockPaused':
        this.#write(fact.reason, 'pause reason');
        break;
      case 'RealWorldRaised':
        this.#write(fact.reason, 'real-world reason');
        break;
      case 'ExerciseEnded':
        this.#isEnded = true;
        this.#write(fact.reason, 'end reason');
        break;
      case 'InjectAcknowledged':
        this.#act(fact, fact.tableId);
        break;
      case 'ResponseSent':
        this.#act(fact, fact.tableId);
        this.#write(fact.text, 'answer', fact.tableId);
        break;
      case 'ResponseNoted':
        this.#act(fact, fact.tableId);
        this.#write(fact.text, 'note', fact.tableId);
        break;
      case 'ChoiceMade':
        this.#act(fact, fact.tableId);
        this.#chosen.add(`${fact.injectId} ${fact.tableId} ${fact.choiceId}`);
        break;
      case 'ExpectationMet':
      case 'ExpectationMissed':
        this.#settled.add(`${fact.injectId} ${fact.tableId} ${fact.expectationId}`);
        break;
      case 'PointsAwarded':
        for (const token of tokensIn(JSON.stringify(fact.reason))) {
          this.#awards.add(`${token} ${fact.tableId}`);
        }
        break;
      case 'MessageSent':
        this.#takeMessage(fact);
        break;
      case 'ScoresShown':
        this.#shown = { players: fact.players, observers: fact.observers };
        break;
      default:
    }
  }

  #takeMessage(fact: Extract<Fact, { type: 'MessageSent' }>): void {
    const { thread, as, text } = fact;
    if (thread.kind === 'staff') {
      this.#write(text, 'message of the staff');
      return;
    }
    this.#write(text, 'message of a table', thread.tableId);
    // Whoever hears a contact does not hear who lends it the voice.
    if (as === null) this.#act(fact, thread.tableId);
    else this.#spokeAs.add(`${as} ${thread.tableId}`);
  }

  #sit(seatId: string, role: Role, tableId: string | null): void {
    this.#seatAt.set(seatId, { role, tableId });
    if (tableId !== null) this.#knownSeats.add(`${seatId} ${tableId}`);
  }

  /** A table knows the seats that did something in its name, staff's too. */
  #act(fact: Fact, tableId: string): void {
    if (fact.by.kind === 'seat') this.#knownSeats.add(`${fact.by.seatId} ${tableId}`);
  }

  #write(text: string, kind: TypedKind, tableId: string | null = null, injectId?: string): void {
    for (const token of tokensIn(text)) {
      if (!this.#written.has(token)) {
        this.#written.set(token, { kind, tableId, injectId: injectId ?? null });
      }
    }
  }

  #got(injectId: string, tableId: string): boolean {
    return this.#released.get(injectId)?.includes(tableId) ?? false;
  }

  #isInHand(injectId: string, tableId: string): boolean {
    return this.#got(injectId, tableId) && !this.#recalled.has(injectId);
  }

  #expectation({ of, part }: About): Expectation | undefined {
    return this.#injects.get(of)?.expectations.find(({ id }) => id === part);
  }

  /** Announced to those it is expected of; what was hidden comes out with the scores, after EndEx. */
  #knowsExpectation(about: About, tableId: string): boolean {
    const rule = this.#expectation(about);
    if (rule === undefined || !this.#got(about.of, tableId)) return false;
    const isExpected = rule.teams?.some((id) => this.#teamsAt.get(tableId)?.includes(id)) ?? true;
    return (rule.announced && isExpected) || this.#isScored(about, tableId);
  }

  #isScored({ of, part }: About, tableId: string): boolean {
    return (
      this.#shown.players && this.#isEnded && this.#settled.has(`${of} ${tableId} ${part ?? ''}`)
    );
  }

  /** Named beside the points that it brought. */
  #isObjectiveScored(objectiveId: string, tableId: string): boolean {
    if (!this.#shown.players) return false;
    return this.#scenario.injects.some(({ id, expectations, choices }) => {
      const hasChosen = (choices ?? []).some((choice) =>
        this.#chosen.has(`${id} ${tableId} ${choice.id}`),
      );
      return expectations.some(
        (rule) =>
          rule.objective === objectiveId &&
          ((this.#settled.has(`${id} ${tableId} ${rule.id}`) &&
            (rule.announced || this.#isEnded)) ||
            (rule.kind === 'choose' && hasChosen)),
      );
    });
  }

  #isSeenBy(list: readonly { id: string; visibleTo: readonly string[] }[], id: string) {
    const visibleTo = list.find((one) => one.id === id)?.visibleTo ?? [];
    return {
      all: visibleTo.includes('all'),
      at: (tableId: string) =>
        visibleTo.includes('all') ||
        this.#scenario.teams.some(
          (team) =>
            this.#teamsAt.get(tableId)?.includes(team.id) &&
            (visibleTo.includes(team.id) || visibleTo.includes(team.party)),
        ),
    };
  }

  #hearsContact(contactId: string, tableId: string): boolean {
    return (
      this.#spokeAs.has(`${contactId} ${tableId}`) ||
      this.#scenario.injects.some(
        (inject) => inject.from === contactId && this.#got(inject.id, tableId),
      )
    );
  }

  #isOpenInject(injectId: string): boolean {
    const tlp = this.#injects.get(injectId)?.tlp;
    return this.#released.has(injectId) && (tlp === 'CLEAR' || tlp === 'GREEN');
  }

  readonly #isOwn = ({ of }: About, tableId: string): boolean =>
    this.#written.get(of)?.tableId === tableId;

  /** A new kind of token does not compile until it has its rule. */
  readonly #rules: { readonly [K in Kind]: Rule } = {
    'scenario id': { table: nobody, wall: nobody },
    'scenario text': { table: anybody, wall: anybody },
    'exercise title': { table: anybody, wall: anybody },
    party: { table: anybody, wall: anybody },
    team: {
      table: ({ of }, tableId) => this.#teamsAt.get(tableId)?.includes(of) ?? false,
      wall: nobody,
    },
    'contact id': { table: nobody, wall: nobody },
    contact: { table: ({ of }, tableId) => this.#hearsContact(of, tableId), wall: nobody },
    'objective id': { table: nobody, wall: nobody },
    'objective title': {
      table: ({ of }, tableId) => this.#isObjectiveScored(of, tableId),
      wall: nobody,
    },
    'objective detail': { table: nobody, wall: nobody },
    phase: { table: ({ of }) => this.#entered.has(of), wall: ({ of }) => this.#entered.has(of) },
    asset: {
      table: ({ of }, tableId) => this.#isSeenBy(this.#scenario.assets, of).at(tableId),
      wall: ({ of }) => this.#isSeenBy(this.#scenario.assets, of).all,
    },
    indicator: {
      table: ({ of }, tableId) => this.#isSeenBy(this.#scenario.indicators, of).at(tableId),
      wall: ({ of }) => this.#isSeenBy(this.#scenario.indicators, of).all,
    },
    milestone: { table: nobody, wall: nobody },
    ending: { table: nobody, wall: nobody },
    'inject id': { table: ({ of }, tableId) => this.#got(of, tableId), wall: nobody },
    'inject title': {
      table: ({ of }, tableId) => this.#got(of, tableId),
      wall: ({ of }) => this.#isOpenInject(of),
    },
    'inject body': { table: ({ of }, tableId) => this.#isInHand(of, tableId), wall: nobody },
    'inject number': { table: nobody, wall: nobody },
    'attack id': { table: nobody, wall: nobody },
    'choice id': {
      table: ({ of, part }, tableId) =>
        this.#isInHand(of, tableId) || this.#chosen.has(`${of} ${tableId} ${part ?? ''}`),
      wall: nobody,
    },
    'choice label': { table: ({ of }, tableId) => this.#isInHand(of, tableId), wall: nobody },
    'choice rationale': { table: nobody, wall: nobody },
    'expectation id': {
      table: (about, tableId) => this.#knowsExpectation(about, tableId),
      wall: nobody,
    },
    'expectation action': { table: nobody, wall: nobody },
    'award reason': {
      table: ({ of }, tableId) => this.#shown.players && this.#awards.has(`${of} ${tableId}`),
      wall: nobody,
    },
    table: { table: ({ of }, tableId) => of === tableId, wall: anybody },
    seat: { table: ({ of }, tableId) => this.#knownSeats.has(`${of} ${tableId}`), wall: nobody },
    answer: { table: this.#isOwn, wall: nobody },
    note: { table: this.#isOwn, wall: nobody },
    'message of a table': { table: this.#isOwn, wall: nobody },
    'message of the staff': { table: nobody, wall: nobody },
    'recall reason': {
      table: ({ of }, tableId) => this.#got(this.#written.get(of)?.injectId ?? '', tableId),
      wall: nobody,
    },
    'skip reason': { table: nobody, wall: nobody },
    'pause reason': { table: nobody, wall: nobody },
    'real-world reason': { table: nobody, wall: nobody },
    'end reason': { table: nobody, wall: nobody },
    'refused text': { table: nobody, wall: nobody },
  };
}
