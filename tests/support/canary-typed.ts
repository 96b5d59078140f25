/** Who may read what somebody typed, worked out from the log. */
import type { Fact, FactOf, FactType } from '@trilogue/engine/exercise/facts';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { tokensIn } from './canary.js';
import type { Exchange } from './canary-exchange.js';
import type { TypedKind } from './canary-kinds.js';
import type { Lines } from './canary-lines.js';
import { at, nobody, type People, type Readers, type Who } from './canary-people.js';
import type { Words } from './canary-words.js';

export interface Parts {
  readonly scenario: Scenario;
  readonly people: People;
  readonly words: Words;
  readonly exchange: Exchange;
  readonly lines: Lines;
}

interface Written {
  readonly readers: Readers;
  readonly isOnWall: () => boolean;
}

interface Note {
  readonly tokens: readonly string[];
  readonly objectiveId: string | null;
  release: FactOf<'ObservationNoted'>['release'];
}

type Taker<Type extends FactType> = (fact: FactOf<Type>) => void;

const offWall = () => false;
const observationKinds = {
  kept: 'observation kept',
  party: 'observation for a nation',
  all: 'observation for all',
} as const;

export class Typed {
  readonly #parts: Parts;
  readonly #written = new Map<string, Written>();
  readonly #notes = new Map<number, Note>();
  readonly #facts = new Map<number, Fact>();
  /** What each text was, kept even when it was taken back. */
  readonly #kinds: Map<string, TypedKind>;

  constructor(parts: Parts, kinds: Map<string, TypedKind>) {
    this.#parts = parts;
    this.#kinds = kinds;
  }

  take(fact: Fact): void {
    this.#facts.set(fact.seq, fact);
    const taker = this.#takers[fact.type] as Taker<FactType> | undefined;
    taker?.(fact);
  }

  mayRead(who: Who, token: string): boolean {
    return this.#written.get(token)?.readers(who) ?? false;
  }

  isOnWall(token: string): boolean {
    return this.#written.get(token)?.isOnWall() ?? false;
  }

  /** Named beside a note that was let out. */
  namesObjective(who: Who, objectiveId: string): boolean {
    return [...this.#notes.values()].some(
      (note) => note.objectiveId === objectiveId && this.#isLetOut(note, who),
    );
  }

  #write(
    text: unknown,
    kind: TypedKind,
    readers: Readers = nobody,
    isOnWall: (token: string) => boolean = offWall,
  ): void {
    for (const token of tokensIn(JSON.stringify(text ?? ''))) {
      // An edit takes up words that stood before, a translation among them.
      const before = this.#written.get(token);
      this.#written.set(token, {
        readers: (who) => readers(who) || before?.readers(who) === true,
        isOnWall: () => isOnWall(token) || before?.isOnWall() === true,
      });
      if (before === undefined) this.#kinds.set(token, kind);
    }
  }

  /** What somebody did at a table, and wrote: the table sees both, and whose seat it was. */
  #done(fact: Fact, readers: Readers, text: unknown = '', kind: TypedKind = 'answer'): void {
    this.#parts.people.meet(fact, readers);
    this.#write(text, kind, readers);
  }

  #takingPart({ positionId }: { positionId: string }): Readers {
    return (who) => this.#parts.exchange.takesPart(who, positionId);
  }

  /** A reason that is read beside points, by whoever reads the points. */
  #reason(text: string, kind: TypedKind): void {
    for (const token of tokensIn(text)) {
      this.#write(token, kind, (who) => this.#parts.lines.givesReason(who, token));
    }
  }

  #texts(fact: FactOf<'InjectEdited' | 'InjectImprovised'>): void {
    const { words } = this.#parts;
    const { injectId, title, body } = fact;
    const isMadeUp = fact.type === 'InjectImprovised';
    for (const token of tokensIn(JSON.stringify(title))) {
      this.#write(
        token,
        isMadeUp ? 'made-up title' : 'edited title',
        ({ tableId }) => words.hasTitle(injectId, tableId, token),
        () => words.isOnWall(injectId, token),
      );
    }
    for (const token of tokensIn(JSON.stringify(body))) {
      this.#write(token, isMadeUp ? 'made-up body' : 'edited body', ({ tableId }) =>
        words.hasBody(injectId, tableId, token),
      );
    }
  }

  /** A translation is read by exactly those who read its original. */
  #translation({ of, field, text }: FactOf<'TextTranslated'>): void {
    const original = this.#originalOf(of, field);
    const isAll = (mayRead: (token: string) => boolean) =>
      original.length > 0 && original.some(mayRead);
    this.#write(
      text,
      'translation',
      (who) => isAll((token) => this.mayRead(who, token)),
      () => isAll((token) => this.isOnWall(token)),
    );
  }

  #originalOf(seq: number, field: string): string[] {
    const fact = this.#facts.get(seq);
    if (fact === undefined) return [];
    const text =
      fact.type === 'ReportFiled'
        ? fact.fields.find(({ fieldId }) => fieldId === field)?.text
        : (fact as unknown as Record<string, unknown>)[field];
    return tokensIn(JSON.stringify(text ?? ''));
  }

  #noted(fact: FactOf<'ObservationNoted'>): void {
    const { seq, text, release, objectiveId } = fact;
    const note: Note = { tokens: tokensIn(text), release, objectiveId };
    this.#notes.set(seq, note);
    this.#write(text, observationKinds[release.kind], (who) => this.#isLetOut(note, who));
  }

  #released({ noteSeq, release }: FactOf<'ObservationReleased'>): void {
    const note = this.#notes.get(noteSeq);
    if (note === undefined) return;
    note.release = release;
    for (const token of note.tokens) this.#kinds.set(token, observationKinds[release.kind]);
  }

  /** After EndEx, to one nation or to all. */
  #isLetOut({ release }: Note, { tableId }: Who): boolean {
    const { lines, scenario, people } = this.#parts;
    if (!lines.isEnded || release.kind === 'kept') return false;
    return (
      release.kind === 'all' ||
      scenario.teams.some(({ id, party }) => party === release.partyId && people.isAt(tableId, id))
    );
  }

  readonly #takers: { readonly [Type in FactType]?: Taker<Type> } = {
    InjectAcknowledged: (fact) => this.#done(fact, at(fact.tableId)),
    InjectOpened: (fact) => this.#done(fact, at(fact.tableId)),
    ChoiceMade: (fact) => this.#done(fact, at(fact.tableId)),
    ResponseSent: (fact) => this.#done(fact, at(fact.tableId), fact.text, 'answer'),
    ResponseNoted: (fact) => this.#done(fact, at(fact.tableId), fact.text, 'note'),
    MessageSent: (fact) => {
      const { thread, text } = fact;
      if (thread.kind === 'staff') return this.#write(text, 'message of the staff');
      // Whoever hears a contact does not hear who lends it the voice.
      if (fact.as === null) this.#parts.people.meet(fact, at(thread.tableId));
      this.#write(text, 'message of a table', at(thread.tableId));
    },
    InformationShared: (fact) =>
      this.#done(
        fact,
        this.#parts.exchange.readersOf(fact),
        [fact.facts, fact.ask],
        fact.marking === 'RED' ? 'RED share' : 'share',
      ),
    InformationRequested: (fact) =>
      this.#done(fact, this.#parts.exchange.readersOf(fact), fact.text, 'request'),
    PermissionRequested: (fact) =>
      this.#done(fact, this.#parts.exchange.readersOf(fact), fact.reason, 'permission reason'),
    RequestAnswered: ({ requestSeq, text }) =>
      this.#write(text, 'request answer', this.#parts.exchange.readersOfRequest(requestSeq)),
    PositionDrafted: (fact) => this.#done(fact, this.#takingPart(fact), fact.text, 'draft'),
    DraftCommented: (fact) => this.#done(fact, this.#takingPart(fact), fact.text, 'comment'),
    StanceTaken: (fact) => this.#write(fact.reason, 'stance reason', this.#takingPart(fact)),
    PositionAgreed: ({ reason }) => this.#reason(reason, 'override reason'),
    PositionFailed: ({ reason }) => this.#reason(reason, 'override reason'),
    ReportFiled: (fact) => this.#done(fact, at(fact.tableId), fact.fields, 'report'),
    InjectEdited: (fact) => this.#texts(fact),
    InjectImprovised: (fact) => this.#texts(fact),
    TextTranslated: (fact) => this.#translation(fact),
    // Who else reads it the ledger knows, by the scenario's own text.
    ScenarioTranslated: ({ text }) => this.#write(text, 'translation'),
    ObservationNoted: (fact) => this.#noted(fact),
    ObservationReleased: (fact) => this.#released(fact),
    RatingGiven: ({ reason }) => this.#write(reason, 'rating reason'),
    RatingConfirmed: ({ reason }) => this.#write(reason, 'rating reason'),
    ExpectationMarked: ({ reason }) => this.#reason(reason, 'mark reason'),
    ScoreAdjusted: ({ reason }) => this.#reason(reason, 'adjustment reason'),
    InjectRecalled: ({ injectId, reason }) =>
      this.#write(reason, 'recall reason', ({ tableId }) =>
        this.#parts.words.got(injectId, tableId),
      ),
    InjectSkipped: ({ reason }) => this.#write(reason, 'skip reason'),
    ClockPaused: ({ reason }) => this.#write(reason, 'pause reason'),
    RealWorldRaised: ({ reason }) => this.#write(reason, 'real-world reason'),
    Rewound: ({ reason }) => this.#write(reason, 'rewind reason'),
    ExerciseEnded: ({ reason }) => this.#write(reason, 'end reason'),
  };
}
