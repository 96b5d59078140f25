/** Holds everything that leaves an exercise against what the ledger allows at that moment. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { type Audience, audienceKey, playerAudience } from '@trilogue/engine/views/audience';
import { injectBody, project, viewOf } from '@trilogue/engine/views/project';
import { tokensIn } from './canary.js';
import type { CanaryDrill } from './canary-drill.js';
import type { Kind } from './canary-kinds.js';
import { Ledger } from './canary-ledger.js';
import type { Step } from './random-drill.js';

/** All that leaves an exercise for an audience. */
export interface Teller {
  readonly step: (step: Step, audience: Audience) => unknown;
  readonly view: (state: ExerciseState, audience: Audience) => unknown;
  readonly body: (state: ExerciseState, audience: Audience, injectId: InjectId) => unknown;
}

export const honest: Teller = {
  step: ({ before, fact, after }, audience) => project(before, fact, after, audience),
  view: viewOf,
  body: injectBody,
};

export interface Leak {
  readonly where: 'step' | 'view' | 'body' | 'refusal';
  readonly kind: Kind | 'points' | 'verdict' | 'a whisper';
  readonly audience: string;
  readonly token: string;
  readonly after: string;
}

/** Per kind of token, over all audiences but the staff: how many were told, how many kept. */
export type Tally = Map<Kind, { told: number; kept: number }>;
export const read = { texts: 0, tokens: 0, refusals: 0, points: 0, whispers: 0 };

/** Tables, staff and walls; those with views of their own come and go. */
export function audiencesOf({ casting }: ExerciseState): Audience[] {
  return [
    ...casting.tables.map(({ tableId }) => playerAudience(tableId)),
    { role: 'facilitator' },
    { role: 'observer' },
  ];
}

const nothing = JSON.stringify({ kind: 'changes', changes: [] });
/** What tells of needs and penalties, and nothing else: the rules of the score's lines. */
const verdicts = ['"rule":"need/', '"rule":"marking/', '"rule":"share/'];

/** Everything that was told, each time held against what the ledger allows at that moment. */
export function leaksOf(drill: CanaryDrill, teller: Teller, tally: Tally | null = null): Leak[] {
  const reader = new Reader(drill);
  const ends = new Set(drill.ends);
  const usual = audiencesOf(drill.state);
  let moments = 0;
  drill.steps.forEach((step, index) => {
    reader.take(step);
    const audiences = [...usual, ...reader.ledger.privateAudiences];
    // Between the facts of one decision nobody comes in, and not at every moment in between.
    if (ends.has(index + 1)) moments++;
    const isLast = index === drill.steps.length - 1;
    const isEnd = isLast || (ends.has(index + 1) && moments % 3 === 0);
    for (const audience of audiences) {
      reader.step(audience, teller.step(step, audience));
      // Staff may see all that there is: their views, which are large, are read once.
      if (audience.role === 'facilitator' ? !isLast : !isEnd) continue;
      if (!isLast && !reader.isNews(audience)) continue;
      reader.view(audience, teller.view(step.after, audience));
      for (const id of reader.ledger.injectIds) {
        reader.body(audience, id, teller.body(step.after, audience, id as InjectId));
      }
    }
  });
  if (tally !== null) reader.count(usual, tally);
  return [...reader.leaks, ...leaksInRefusals(drill)];
}

class Reader {
  readonly ledger: Ledger;
  readonly leaks: Leak[] = [];
  readonly #canary: CanaryDrill['canary'];
  /** "audience token": what was rightly told once, and what may be held as things stand. */
  readonly #told = new Set<string>();
  readonly #held = new Set<string>();
  readonly #seen = new Set<string>();
  /** By audience and part of the view: what was read last, which need not be read again. */
  readonly #lastRead = new Map<string, string>();
  /** Audiences whose view was read since anything was told to them, or taken from anybody. */
  readonly #upToDate = new Set<string>();
  #step: Step | null = null;

  constructor({ canary }: CanaryDrill) {
    this.#canary = canary;
    this.ledger = new Ledger(canary.scenario, canary.tokens);
  }

  take(step: Step): void {
    this.#step = step;
    this.ledger.take(step.fact);
    if (!this.ledger.takesAway(step.fact)) return;
    this.#held.clear();
    this.#lastRead.clear();
    this.#upToDate.clear();
  }

  /**
   * What was rightly told once can't be untold: taking it off a screen names it again. But a step
   * that brings the whole view is read as a view is.
   */
  step(audience: Audience, sent: unknown): void {
    const fact = this.#step?.fact;
    const text = JSON.stringify(sent ?? null);
    if (text !== nothing) {
      this.#upToDate.delete(audienceKey(audience));
      this.#read('step', audience, text, fact?.type !== 'Rewound');
    }
    if (fact?.type !== 'InformationShared' || fact.marking !== 'RED') return;
    if (this.ledger.isLetIn(audience, fact)) return;
    read.whispers++;
    const { changes = [] } = sent as { changes?: readonly unknown[] };
    if (changes.length > 0) this.#leak('step', 'a whisper', audience, JSON.stringify(changes));
  }

  isNews(audience: Audience): boolean {
    return !this.#upToDate.has(audienceKey(audience));
  }

  view(audience: Audience, sent: unknown): void {
    this.#upToDate.add(audienceKey(audience));
    for (const [part, value] of Object.entries(sent ?? {})) {
      const key = `${audienceKey(audience)} ${part}`;
      const text = JSON.stringify(value);
      if (this.#lastRead.get(key) === text) continue;
      this.#lastRead.set(key, text);
      this.#read('view', audience, text, false);
    }
  }

  body(audience: Audience, injectId: string, sent: unknown): void {
    if (sent === null) return;
    this.#read('body', audience, JSON.stringify(sent), false);
    if (!this.ledger.mayRead(audience, injectId)) {
      this.#leak('body', 'inject body', audience, injectId);
    }
  }

  count(audiences: readonly Audience[], tally: Tally): void {
    for (const token of this.#canary.tokens.about.keys()) {
      const kind = this.ledger.kindOf(token);
      const sum = tally.get(kind) ?? { told: 0, kept: 0 };
      tally.set(kind, sum);
      if (this.#seen.has(`private ${token}`)) sum.told++;
      for (const audience of audiences) {
        if (audience.role === 'facilitator') continue;
        if (this.#seen.has(`${audienceKey(audience)} ${token}`)) sum.told++;
        else sum.kept++;
      }
    }
  }

  #read(where: Leak['where'], audience: Audience, text: string, evenAgain: boolean): void {
    const found = tokensIn(text);
    read.texts++;
    read.tokens += found.length;
    const key = audienceKey(audience);
    const isPrivate = audience.role === 'player' && audience.seatId !== undefined;
    for (const token of found) {
      const mark = `${key} ${token}`;
      if (this.#held.has(mark)) continue;
      if (audience.role !== 'facilitator') this.#seen.add(isPrivate ? `private ${token}` : mark);
      if (this.ledger.mayHold(audience, token)) {
        this.#held.add(mark);
        this.#told.add(mark);
      } else if (!evenAgain || !this.#told.has(mark)) {
        this.#leak(where, this.ledger.kindOf(token), audience, token);
      }
    }
    if (audience.role === 'facilitator') return;
    const hasPoints = text.includes('"points":');
    if (hasPoints) read.points++;
    if (hasPoints && !this.ledger.mayHoldPoints(audience)) {
      this.#leak(where, 'points', audience, `points ${key}`);
    }
    if (!this.ledger.mayHoldVerdicts(audience) && verdicts.some((rule) => text.includes(rule))) {
      this.#leak(where, 'verdict', audience, `verdict ${key}`);
    }
  }

  #leak(where: Leak['where'], kind: Leak['kind'], audience: Audience, token: string): void {
    const after = this.#step?.fact.type ?? '';
    this.leaks.push({ where, kind, audience: audienceKey(audience), token, after });
  }
}

/** A refusal may give back what its sender wrote, and tell what the sender may know besides. */
function leaksInRefusals({ canary, refusals, steps }: CanaryDrill): Leak[] {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  let taken = 0;
  return refusals.flatMap(({ submission: { actor, command }, rejection, at }) => {
    for (; taken < at; taken++) {
      const fact = steps[taken]?.fact;
      if (fact !== undefined) ledger.take(fact);
    }
    if (actor.kind === 'host') return [];
    read.refusals++;
    const audience = ledger.audienceOf(actor.seatId);
    const own = tokensIn(JSON.stringify(command));
    return tokensIn(JSON.stringify(rejection))
      .filter((token) => !own.includes(token) && !(audience && ledger.mayHold(audience, token)))
      .map((token) => ({
        where: 'refusal' as const,
        kind: ledger.kindOf(token),
        audience: audience === null ? 'nobody' : audienceKey(audience),
        token,
        after: command.type,
      }));
  });
}
