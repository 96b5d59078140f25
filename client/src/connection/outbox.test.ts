import type { Answer } from '@trilogue/engine/protocol/socket';
import { expect, test } from 'vitest';
import { newCommandId } from './command-id';
import { createOutbox, type Submission } from './outbox';

const accepted: Answer = { ok: true, cursor: { epoch: 0, seq: 1 } };
const busy: Answer = { ok: false, code: 'server/overloaded', message: '' };
const command = { type: 'AcknowledgeInject', injectId: 'i1' } as const;

/** An outbox whose timers run when the test says so. */
function outboxWith(replies: (Answer | null)[], memory = new Map<string, string>()) {
  const sent: Submission[] = [];
  const restored: [string, Answer][] = [];
  const timers: (() => void)[] = [];
  const outbox = createOutbox({
    send: async (submission) => {
      sent.push(submission);
      const reply = replies.shift() ?? null;
      if (reply === null) throw new Error('no answer');
      return reply;
    },
    storage: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    },
    storageKey: 'outbox',
    onChange: () => undefined,
    onRestoredAnswer: ({ type }, answer) => restored.push([type, answer]),
    later: (run) => timers.push(run),
  });
  const settle = () => new Promise((done) => setImmediate(done));
  const runTimers = async () => {
    for (const run of timers.splice(0)) run();
    await settle();
  };
  return { outbox, sent, restored, memory, settle, runTimers };
}

test('[OUT1] what is submitted while away is sent once the line is live', async () => {
  const { outbox, sent } = outboxWith([accepted]);
  const answer = outbox.submit(command, 0);
  expect(sent).toEqual([]);
  expect(outbox.pending).toBe(1);
  outbox.flush();
  expect(await answer).toBe(accepted);
  expect(outbox.pending).toBe(0);
});

test('[OUT2] a command without an answer is sent again under the same id', async () => {
  const { outbox, sent, settle } = outboxWith([null, accepted]);
  outbox.flush();
  const answer = outbox.submit(command, 3);
  await settle();
  outbox.hold();
  outbox.flush();
  expect(await answer).toBe(accepted);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('[OUT3] a busy server is asked again, later', async () => {
  const { outbox, sent, settle, runTimers } = outboxWith([busy, accepted]);
  outbox.flush();
  const answer = outbox.submit(command, 0);
  await settle();
  await runTimers();
  expect(await answer).toBe(accepted);
  expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
});

test('[OUT4] what has no answer yet survives a reload with its id', async () => {
  const first = outboxWith([]);
  void first.outbox.submit(command, 0);
  const second = outboxWith([accepted], first.memory);
  expect(second.outbox.pending).toBe(1);
  second.outbox.flush();
  await second.settle();
  expect(second.sent[0]?.command).toEqual(command);
  expect(second.outbox.pending).toBe(0);
  expect(second.memory.size).toBe(0);
});

test('[OUT6] the answer to what a reload left behind is told, once, and only then', async () => {
  const refused: Answer = { ok: false, code: 'exercise/not-now', message: '' };
  const first = outboxWith([refused]);
  first.outbox.flush();
  expect(await first.outbox.submit(command, 0)).toBe(refused);
  expect(first.restored).toEqual([]);
  const left = outboxWith([]);
  void left.outbox.submit(command, 0);
  const second = outboxWith([refused], left.memory);
  second.outbox.flush();
  await second.settle();
  expect(second.restored).toEqual([['AcknowledgeInject', refused]]);
});

test('[OUT5] command ids fit the protocol and don’t repeat', () => {
  const ids = Array.from({ length: 500 }, newCommandId);
  expect(new Set(ids).size).toBe(500);
  expect(ids.every((id) => /^[A-Za-z0-9_-]{21}$/.test(id))).toBe(true);
});
