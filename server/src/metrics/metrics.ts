/** What the server measures of itself, and the text that /metrics answers. One registry an app. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Outcome = 'accepted' | 'refused';

/** Numbers that are read when somebody asks, not counted along the way. */
export interface Readings {
  readonly sockets: () => number;
  readonly exercisesOpen: () => number | Promise<number>;
  readonly exercisesLive: () => number | Promise<number>;
}

/** All durations in ms; they leave in seconds, as Prometheus wants them. */
export interface Metrics {
  /** A command got its answer. @param code the refusal's; null for an accepted one. */
  commandAnswered(type: string, code: string | null): void;
  /** Something other than a command was refused: a call, a handshake, a request. */
  refused(code: string): void;
  /** From the moment a command was received to its answer. */
  lag(ms: number): void;
  /** One transaction reached the disk. @param turn what it held. */
  appended(ms: number, turn: { readonly facts: number; readonly commands: number }): void;
  /** From the commit to the last audience's frame. */
  published(ms: number): void;
  /** A timer of an exercise went off so long after its moment. */
  timerFired(lateMs: number): void;
  /** A request was answered. @param kind "api", "asset", "page" or "probe". */
  requestAnswered(kind: string, status: number, ms: number): void;
  /** Where the gauges read. Called once, when everything stands. */
  watch(readings: Partial<Readings>): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const latency = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

/** The process has one event loop, however many apps (in tests) run in it. */
let ofProcess: Registry | null = null;

export function createMetrics(): Metrics {
  const own = new Registry();
  const registers = [own];
  const histogram = <Label extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[] = [],
  ) => new Histogram({ name: `trilogue_${name}`, help, buckets, labelNames, registers });

  const commands = new Counter({
    name: 'trilogue_commands_total',
    help: 'Commands answered, by type and outcome.',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const rejections = new Counter({
    name: 'trilogue_rejections_total',
    help: 'Refusals of commands, calls, handshakes and requests, by code.',
    labelNames: ['code'],
    registers,
  });
  const lag = histogram('lag_seconds', 'From a command’s receipt to its answer.', latency);
  const append = histogram('append_seconds', 'One durable transaction.', latency);
  const publish = histogram('publish_seconds', 'From a commit to the last frame.', latency);
  const turnFacts = histogram('turn_facts', 'Facts of one transaction.', sizes);
  const turnCommands = histogram('turn_commands', 'Commands of one transaction.', sizes);
  const late = histogram('timer_late_seconds', 'How late a due moment was looked at.', latency);
  const requests = histogram('http_request_seconds', 'HTTP requests.', latency, ['kind', 'status']);
  const gauges: { readonly [Name in keyof Readings]: Gauge } = {
    sockets: gauge('sockets', 'Connections open on this node.'),
    exercisesOpen: gauge('exercises_open', 'Exercises held in memory by this node.'),
    exercisesLive: gauge('exercises_live', 'Exercises between StartEx and EndEx.'),
  };
  let readings: Partial<Readings> = {};

  function gauge(name: string, help: string) {
    return new Gauge({ name: `trilogue_${name}`, help, registers });
  }

  return {
    commandAnswered(type, code) {
      const outcome: Outcome = code === null ? 'accepted' : 'refused';
      commands.inc({ type, outcome });
      if (code !== null) rejections.inc({ code });
    },
    refused: (code) => rejections.inc({ code }),
    lag: (ms) => lag.observe(ms / 1_000),
    appended(ms, turn) {
      append.observe(ms / 1_000);
      turnFacts.observe(turn.facts);
      turnCommands.observe(turn.commands);
    },
    published: (ms) => publish.observe(ms / 1_000),
    timerFired: (lateMs) => late.observe(Math.max(0, lateMs) / 1_000),
    requestAnswered: (kind, status, ms) =>
      requests.observe({ kind, status: `${Math.trunc(status / 100)}xx` }, ms / 1_000),
    watch(added) {
      readings = { ...readings, ...added };
    },
    contentType: own.contentType,
    async text() {
      for (const [name, read] of Object.entries(readings)) {
        gauges[name as keyof Readings].set(await read());
      }
      return `${await own.metrics()}\n${await processMetrics().metrics()}`;
    },
  };
}

/** Memory, CPU, handles, garbage collection, and the event loop's delay (`nodejs_eventloop_lag_*`). */
function processMetrics(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
