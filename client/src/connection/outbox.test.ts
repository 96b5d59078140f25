import type { Answer } from '@trilogue/engine/protocol/socket';
import { expect, test } from 'vitest';
import { newCommandId } from './command-id';
import { createOutbox, type Submission } from './outbox';
import { countKept, outboxMemory } from './outbox-memory';

const accepted: Answer = { ok: true, cursor: { epoch: 0, seq: 1 } };
const busy: Answer = { ok: false, code: 'server/overloaded', message: '' };
const command = { type: 'AcknowledgeInject', injectId: 'i1' } as const;

function shelfOf(memory: Map<string, string>) {
  return {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
    removeItem: (key: string) => void memory.delete(key),
    key: (index: number) => [...memory.keys()][index] ?? null,
    get length() {
      return memory.size;
    },
  };
}

/** An outbox whose timers run when the test says so. */
function outboxWith(
  replies: (Answer | null)[],
  memory = new Map<string, string>(),
  tab = new Map<string, string>(),
) {
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
    memory: outboxMemory(shelfOf(memory), shelfOf(tab), 'place'),
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

test('[OUT10] what was under way when the line was lost goes out on the next one at once', async () => {
  const sent: Submission[] = [];
  const outbox = createOutbox({
    send: (submission) => {
      sent.push(submission);
      // On the first line no answer ever comes.
      return sent.length === 1 ? new Promise(() => undefined) : Promise.resolve(accepted);
    },
    memory: outboxMemory(shelfOf(new Map()), shelfOf(new Map()), 'place'),
    onChange: () => undefined,
    later: () => undefined,
  });
  outbox.flush();
  const answers = [outbox.submit(command, 0), outbox.submit({ ...command, injectId: 'i2' }, 0)];
  outbox.hold();
  outbox.hold();
  outbox.flush();
  expect(await Promise.all(answers)).toEqual([accepted, accepted]);
  expect(sent.map(({ commandId }) => commandId).slice(0, 2)).toEqual([
    sent[0]?.commandId,
    sent[0]?.commandId,
  ]);
});

const choose = (choiceId: string) => ({ type: 'MakeChoice', injectId: 'i1', choiceId }) as const;

test('[OUT7] what waited is sent one by one, in its order, and nothing overtakes what is refused for now', async () => {
  const { outbox, sent, settle, runTimers } = outboxWith([
    busy,
    null,
    accepted,
    accepted,
    accepted,
  ]);
  const answers = ['a', 'b', 'c'].map((choice) => outbox.submit(choose(choice), 0));
  outbox.flush();
  await settle();
  await runTimers();
  await runTimers();
  await Promise.all(answers);
  expect(sent.map(({ command: asked }) => 'choiceId' in asked && asked.choiceId)).toEqual([
    'a',
    'a',
    'a',
    'b',
    'c',
  ]);
});

test('[OUT8] REAL WORLD waits for nothing', async () => {
  const { outbox, sent, settle } = outboxWith([busy, accepted]);
  outbox.flush();
  void outbox.submit(command, 0);
  await settle();
  expect(await outbox.submit({ type: 'RaiseRealWorld' }, 0)).toBe(accepted);
  expect(sent.map((asked) => asked.command.type)).toEqual(['AcknowledgeInject', 'RaiseRealWorld']);
});

test('[OUT12] what waits at a place is counted without being taken', () => {
  const memory = new Map<string, string>();
  outboxWith([], memory, new Map([['trilogue.tab', 'a']])).outbox.submit(command, 0);
  // Another tab's, and another seat's.
  memory.set('trilogue.outbox.place.b', JSON.stringify([{ commandId: 'x', command }]));
  memory.set('trilogue.outbox.elsewhere.a', JSON.stringify([{ commandId: 'y', command }]));
  const before = [...memory];
  expect(countKept(shelfOf(memory), 'place')).toBe(2);
  expect(countKept(shelfOf(memory), 'elsewhere')).toBe(1);
  expect(countKept(shelfOf(memory), 'nowhere')).toBe(0);
  expect([...memory]).toEqual(before);
});

test('[OUT9] what a closed tab left is taken over by the next one, once', async () => {
  const closed = outboxWith([]);
  void closed.outbox.submit(choose('a'), 0);
  void closed.outbox.submit(choose('b'), 0);
  const opened = outboxWith([accepted, accepted], closed.memory);
  const third = outboxWith([], new Map());
  expect(opened.outbox.pending).toBe(2);
  expect(third.outbox.pending).toBe(0);
  expect(opened.memory.size).toBe(1);
  opened.outbox.flush();
  await opened.settle();
  expect(opened.sent.map(({ commandId }) => commandId)).toHaveLength(2);
  expect(opened.memory.size).toBe(0);
});

test('[OUT11] what waits is named in its order, also what a reload left, and nobody is called before they have it', async () => {
  const memory = new Map<string, string>();
  const left = outboxWith([], memory);
  void left.outbox.submit(choose('a'), 0);
  void left.outbox.submit(command, 0);
  let called = 0;
  const outbox = createOutbox({
    send: async () => accepted,
    memory: outboxMemory(shelfOf(memory), shelfOf(new Map()), 'place'),
    onChange: () => {
      called += 1;
    },
    later: () => undefined,
  });
  expect(called).toBe(0);
  expect(outbox.outgoing).toEqual([choose('a'), command]);
  outbox.flush();
  await left.settle();
  expect(outbox.outgoing).toEqual([]);
  expect(called).toBe(2);
});
