/** A client that writes down what it sent, was answered and was shown, for the checker to judge. */
import { performance } from 'node:perf_hooks';
import type { Answer, Frame } from '@trilogue/engine/protocol/socket';
import type { MessageView, PlayerView } from '@trilogue/engine/views/player-view';
import { type Folded, foldFrame } from '../../../client/src/connection/fold.js';
import type { CommandInput } from '../../support/command-input.js';
import { type Place, SocketPerson } from '../../support/socket-person.js';
import { type Asked, type Attempt, isFinal, type Screen, type Shown } from '../laws/history.js';

export interface Credentials {
  readonly exerciseId: string;
  readonly seatId: string;
  readonly tableId: string;
  readonly token?: string;
  readonly cookie?: string | null;
}

interface Noted extends Asked {
  readonly command: CommandInput;
  readonly attempts: Attempt[];
}

/** How long a connection, or a welcome on it, is waited for, ms. */
const patienceMs = 10_000;

/** One of a witness's connections. What comes over it is folded as the product's own client does. */
class Line extends SocketPerson<PlayerView> {
  protected override readonly patienceMs = patienceMs;
  readonly #hear: (frame: Frame) => void;

  constructor(place: Place, hear: (frame: Frame) => void) {
    super(place, { timeout: patienceMs });
    this.#hear = hear;
  }

  override take(frame: Frame): void {
    this.#hear(frame);
  }
}

export class Witness {
  readonly who: Credentials;
  readonly asked: Noted[] = [];
  readonly jumps: string[] = [];
  /** Of each answer, ms. */
  readonly latencies: number[] = [];
  goodbyes: string[] = [];
  frameCount = 0;
  /** By place and words: whoever comes back is shown most of it again. */
  readonly #shown = new Map<string, Shown>();
  #folded: Folded = { view: null, cursor: null };
  #line: Line | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #mark: string;

  /** @param mark tells this witness's words from everybody else's */
  constructor(who: Credentials, mark = who.seatId) {
    this.who = who;
    this.#mark = mark;
  }

  get isConnected(): boolean {
    return this.#line?.socket.connected === true;
  }

  get shown(): Shown[] {
    return [...this.#shown.values()];
  }

  get view(): PlayerView {
    // Staff are told more, and what is read here is in both.
    return this.#folded.view as PlayerView;
  }

  /** Connects anew, and catches up from where it was. */
  async connect(url: string): Promise<void> {
    this.#line?.leave();
    const { exerciseId, token, cookie } = this.who;
    const line = new Line({ url, exerciseId, token, cookie }, (frame) => this.#take(frame));
    this.#line = line;
    line.socket.on('goodbye', ({ code }) => this.goodbyes.push(code));
    await line.connect();
    await line.subscribe(this.#folded.cursor);
  }

  /** As `connect`, until it works. */
  async comeBack(url: string, withinMs = 20_000): Promise<void> {
    const until = performance.now() + withinMs;
    for (;;) {
      try {
        return await this.connect(url);
      } catch (error) {
        if (performance.now() > until) throw error;
        await pause(100);
      }
    }
  }

  leave(): void {
    this.hush();
    this.#line?.leave();
  }

  /** Sends a message to the table of this seat, and notes what comes of it. */
  say(length = 0): Promise<Answer | null> {
    const { tableId } = this.who;
    // In a script of three bytes a character, as the longest are.
    const text = this.#newMark().padEnd(length, '海');
    const thread = { kind: 'table', tableId } as const;
    return this.ask({ type: 'SendMessage', thread, text }, text);
  }

  /** Gives a table a point, which would show if it were given twice. Staff only. */
  award(tableId: string): Promise<Answer | null> {
    const reason = this.#newMark();
    return this.ask({ type: 'AdjustScore', tableId, points: 1, reason }, reason);
  }

  /** A command that the checker follows. */
  ask(command: CommandInput, mark: string): Promise<Answer | null> {
    const { seatId } = this.who;
    const commandId = `command-${this.asked.length}`;
    const asked = { seatId, commandId, mark, command, attempts: [] };
    this.asked.push(asked);
    return this.#attempt(asked);
  }

  /** A command that nobody follows. Throws when it is refused. */
  async must(command: CommandInput): Promise<void> {
    if (this.#line === null) throw new Error('not connected');
    await this.#line.must(command);
  }

  /** Asks again whatever has no final answer, as a client does that comes back. */
  async askAgain(): Promise<void> {
    const open = this.asked.filter(({ attempts }) => !attempts.some((one) => isFinal(one.answer)));
    await this.#inSteps(open);
  }

  /** Asks again what was answered: the answer must be the same. */
  async doubt(count: number): Promise<void> {
    const answered = this.asked.filter(({ attempts }) => attempts.some((o) => isFinal(o.answer)));
    await this.#inSteps(answered.slice(-count));
  }

  /** Speaks every so often, whether or not it is answered, until it is hushed or cut off. */
  chatter(everyMs: number, speak: () => Promise<unknown> = () => this.say()): void {
    this.hush();
    this.#timer = setInterval(() => {
      if (this.isConnected) void speak();
    }, everyMs);
  }

  hush(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  screen(): Screen {
    const { seatId, tableId } = this.who;
    const messages = Object.entries(this.view.messages);
    return {
      seatId,
      tableId,
      texts: new Map(messages.map(([seq, { text }]) => [Number(seq), text])),
    };
  }

  async #inSteps(some: readonly Noted[]): Promise<void> {
    // Within what a seat may send at once.
    for (let from = 0; from < some.length; from += 40) {
      const answers = some.slice(from, from + 40).map((one) => this.#attempt(one));
      const given = await Promise.all(answers);
      if (given.some((one) => one === null)) return;
      if (given.some((one) => !isFinal(one)) || some.length > 40) await pause(1_500);
    }
  }

  #newMark(): string {
    return `${this.#mark}/${this.asked.length}`;
  }

  /** Null when the line broke before an answer came. */
  #attempt({ commandId, command, attempts }: Noted): Promise<Answer | null> {
    const line = this.#line?.socket;
    const sentAtMs = performance.now();
    const index = attempts.push({ sentAtMs, answeredAtMs: null, answer: null }) - 1;
    if (line?.connected !== true) return Promise.resolve(null);
    return new Promise((resolve) => {
      const cutOff = () => resolve(null);
      line.once('disconnect', cutOff);
      line.emit('command', { commandId, command } as never, (answer) => {
        line.off('disconnect', cutOff);
        const answeredAtMs = performance.now();
        attempts[index] = { sentAtMs, answeredAtMs, answer };
        this.latencies.push(answeredAtMs - sentAtMs);
        resolve(answer);
      });
    });
  }

  #take(frame: Frame): void {
    this.frameCount++;
    const result = foldFrame(this.#folded, frame);
    if (result.kind === 'gap') {
      this.jumps.push(`${this.who.seatId} at ${this.#folded.cursor?.seq} got ${frame.fromSeq}`);
    }
    if (result.kind !== 'folded') return;
    this.#folded = result.folded;
    const { seatId } = this.who;
    for (const step of frame.steps) {
      const told: [string, unknown][] =
        step.kind === 'reset'
          ? Object.entries((step.view as PlayerView).messages)
          : step.changes.flatMap(({ part, id, value }) =>
              part === 'messages' && id !== undefined ? [[id, value] as [string, unknown]] : [],
            );
      for (const [id, value] of told) {
        if (value === null) continue;
        const { text } = value as MessageView;
        this.#shown.set(`${id} ${text}`, { seatId, seq: Number(id), text });
      }
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Looks every so often until it is true. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 30_000,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await pause(25);
  }
}
