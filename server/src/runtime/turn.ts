/** What one turn of the event loop decides: every command in order, on one state, for one append. */
import { createHash } from 'node:crypto';
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import type { Actor } from '@trilogue/engine/exercise/fact-shape';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { reject } from '@trilogue/engine/exercise/rejections';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { CommandId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { AuditEntry } from '../store/audit-store.js';
import type { Receipt, ReceiptKey } from '../store/event-store.js';

export interface Submission {
  readonly actor: Actor;
  readonly command: Command;
  /** The epoch the sender saw. */
  readonly epoch?: number | undefined;
  /** Null for the host's own clock, which never asks twice. */
  readonly commandId: CommandId | null;
  /** What is noted of it with its answer, in the transaction that keeps what comes of it. */
  readonly auditOf?: ((answer: Answer) => AuditEntry) | undefined;
}

export interface Turn {
  readonly state: ExerciseState;
  readonly facts: readonly Fact[];
  /** The state after each of the facts. */
  readonly states: readonly ExerciseState[];
  readonly receipts: readonly Receipt[];
  /** One for each submission, in their order. */
  readonly answers: readonly Answer[];
  /** Bugs that `decide` threw, for the log. Their senders were told that the server can't answer. */
  readonly errors: readonly unknown[];
}

export const unavailable = reject(
  'server/unavailable',
  'the server could not keep this; try again',
);

export function receiptKey({ actor, commandId }: Submission): ReceiptKey | null {
  if (commandId === null) return null;
  return { actor: actor.kind === 'host' ? 'host' : actor.seatId, commandId };
}

/** @param known receipts that stand in the store for these submissions. */
export function decideTurn(
  start: ExerciseState,
  submissions: readonly Submission[],
  known: readonly Receipt[],
  nowMs: number,
): Turn {
  let state = start;
  const facts: Fact[] = [];
  const states: ExerciseState[] = [];
  const receipts: Receipt[] = [];
  const errors: unknown[] = [];
  const answered = new Map(known.map((receipt) => [nameOf(receipt), receipt]));

  const answer = (submission: Submission): Answer => {
    const key = receiptKey(submission);
    const payloadHash = hashOf(submission);
    const first = key === null ? undefined : answered.get(nameOf(key));
    if (first !== undefined) {
      return first.payloadHash === payloadHash
        ? first.answer
        : reject('command/reused-id', 'this id was used for another command');
    }
    try {
      const { command, actor, epoch } = submission;
      const decision = decide(
        state,
        epoch === undefined ? { command, actor } : { command, actor, epoch },
        nowMs,
      );
      state = decision.state;
      for (const fact of decision.facts) facts.push(fact);
      for (const after of decision.states) states.push(after);
      const given: Answer = decision.rejection ?? {
        ok: true,
        cursor: { epoch: state.epoch, seq: state.seq },
      };
      if (key !== null) {
        const receipt = { ...key, payloadHash, answer: given };
        receipts.push(receipt);
        answered.set(nameOf(key), receipt);
      }
      return given;
    } catch (error) {
      errors.push(error);
      return unavailable;
    }
  };

  const answers = submissions.map(answer);
  return { state, facts, states, receipts, answers, errors };
}

function nameOf({ actor, commandId }: ReceiptKey): string {
  return `${actor} ${commandId}`;
}

/** The command was parsed, so its fields stand in the schema's order whatever the sender's was. */
function hashOf({ command, epoch }: Submission): string {
  return createHash('sha256')
    .update(JSON.stringify({ command, epoch: epoch ?? null }))
    .digest('hex');
}
