/**
 * Cuts off whoever does not read: what waits for a connection stands in this process's memory, and
 * must not grow with how long somebody sleeps. A slow line that still moves is left alone; whoever is
 * cut off comes back by itself and gets what is missing.
 */
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';

/** How often is looked, in ms. */
export const lookEveryMs = 500;
/** More than this waits for nobody: one whole view of the largest exercise, with room. */
export const mostBytes = 8_000_000;
/** More than this, and standing still for a moment, is somebody who does not read. */
const muchBytes = 1_000_000;
const muchStillMs = 5_000;
/** So long nothing of what waits may move, however little it is, in ms. */
const stillMs = 30_000;

/** What is seen of a line at one moment. */
export interface Backlog {
  readonly bytes: number;
  /** Changes whenever something of it gets away. */
  readonly progress: string;
}

/** What has been seen of a line since something of it moved. */
export interface Standstill {
  readonly progress: string;
  readonly sinceMs: number;
}

/** Where a line stands after another look; `cutOff` when it has waited enough. */
export function judge(
  { bytes, progress }: Backlog,
  before: Standstill | undefined,
  nowMs: number,
): Standstill | 'cutOff' {
  if (bytes > mostBytes) return 'cutOff';
  const isMoving = bytes === 0 || before === undefined || before.progress !== progress;
  const sinceMs = isMoving ? nowMs : before.sinceMs;
  const patienceMs = bytes > muchBytes ? muchStillMs : stillMs;
  return nowMs - sinceMs >= patienceMs ? 'cutOff' : { progress, sinceMs };
}

/** The parts of Engine.IO's socket that this looks at. It types some of them as private. */
export interface GuardedLine {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: {
    /** The WebSocket; a line that polls has none. */
    readonly socket?: {
      readonly bufferedAmount: number;
      readonly _socket?: { readonly _handle?: { readonly writeQueueSize?: number } | null } | null;
      terminate(): void;
    };
  };
  on(event: 'flush', listener: () => void): void;
  close(isAtOnce: boolean): void;
}

export interface BacklogGuard {
  watch(line: GuardedLine): void;
  /** @param lines all that are open. @param nowMs a clock that never runs backwards */
  look(lines: Iterable<GuardedLine>, nowMs: number): void;
}

export function backlogGuard({ log, metrics }: { log: Log; metrics: Metrics }): BacklogGuard {
  const flushes = new WeakMap<GuardedLine, number>();
  const standstills = new WeakMap<GuardedLine, Standstill>();
  const seen = (line: GuardedLine): Backlog => {
    const { bufferedAmount = 0, _socket } = line.transport.socket ?? {};
    let bytes = bufferedAmount;
    for (const { data } of line.writeBuffer) bytes += sizeOf(data);
    const queued = _socket?._handle?.writeQueueSize ?? 0;
    return { bytes, progress: `${flushes.get(line) ?? 0} ${queued}` };
  };
  return {
    watch(line) {
      flushes.set(line, 0);
      line.on('flush', () => flushes.set(line, (flushes.get(line) ?? 0) + 1));
    },
    look(lines, nowMs) {
      for (const line of lines) {
        const backlog = seen(line);
        const judged = judge(backlog, standstills.get(line), nowMs);
        if (judged !== 'cutOff') {
          standstills.set(line, judged);
          continue;
        }
        log.warn({ bytes: backlog.bytes }, 'a connection that does not read was cut off');
        metrics.refused('server/not-reading');
        const { socket } = line.transport;
        line.close(true);
        // Closing politely would wait for an answer from somebody who does not read.
        socket?.terminate();
      }
    },
  };
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
