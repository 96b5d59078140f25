/** What is noted of a command: a count, its lag, a line in the log, and, for staff, one in the audit log. */
import type { Command } from '@trilogue/engine/exercise/commands';
import type { Role } from '@trilogue/engine/exercise/settings';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { nanoid } from 'nanoid';
import type { Audit, AuditRecord } from '../audit/audit.js';
import { commandTargets } from '../audit/command-targets.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import { stopwatch } from '../metrics/stopwatch.js';
import type { AuditEntry } from '../store/audit-store.js';

export interface Sender {
  readonly exerciseId: ExerciseId;
  readonly seatId: SeatId;
  readonly role: Role | null;
  /** For staff: the session that brought them. */
  readonly session: string | null;
  readonly accountId: string | null;
  readonly address: string;
}

export interface CommandWatchParts {
  readonly audit: Audit;
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface CommandWatch {
  /** For a command of staff: goes on record with what comes of it. */
  readonly auditOf: ((answer: Answer) => AuditEntry) | undefined;
  /** Call it once it has been answered. */
  readonly answered: (answer: Answer) => void;
}

/** Call it when a command has come. */
export function watchCommand(
  { audit, metrics, log }: CommandWatchParts,
  { exerciseId, seatId, role, session, accountId, address }: Sender,
  command: Command,
): CommandWatch {
  const elapsed = stopwatch();
  const isOfStaff = role !== null && role !== 'player' && role !== 'observer';
  const recordOf = (answer: Answer): AuditRecord => ({
    action: `command/${command.type}`,
    actor: { kind: 'seat', seatId, session, accountId },
    exerciseId,
    address,
    targets: commandTargets(command),
    outcome: answer.ok ? 'ok' : answer.code,
  });
  let kept: Answer | null = null;
  return {
    auditOf: isOfStaff
      ? (answer) => {
          kept = answer;
          return audit.entry(recordOf(answer));
        }
      : undefined,
    answered(answer) {
      const ms = Math.round(elapsed() * 10) / 10;
      const code = answer.ok ? null : answer.code;
      metrics.commandAnswered(command.type, code);
      metrics.lag(ms);
      if (log.isLevelEnabled('debug')) {
        log.debug(
          { requestId: nanoid(16), exerciseId, seatId, command: command.type, refusal: code, ms },
          'command',
        );
      }
      // One that was not decided, or could not be kept, is told something else.
      if (isOfStaff && answer !== kept) audit.record(recordOf(answer));
    },
  };
}
