/** The judge of the fault scripts, with faults planted one by one. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { expect, test } from 'vitest';
import { check } from './checker.js';
import type { Asked, FindingCode, History, Screen } from './laws/history.js';

const seatId = 'seat-of-aiko';
const startMs = 1_000_000;
const machine = { stage: 'live', clock: 'running', world: 'play' };

/** A fact at so many ms of play, at the clock's usual speed. */
function fact(type: string, playMs: number, fields: object = {}): Fact {
  const by = { kind: 'host' };
  const meta = { seq: 0, epoch: 0, atMs: startMs + playMs, playMs, by, causedBy: null };
  // Only what the checker reads stands in it.
  return { type, ...meta, ...fields } as unknown as Fact;
}

function said(playMs: number, text: string): Fact {
  const thread = { kind: 'table', tableId: 'tokyo' };
  return fact('MessageSent', playMs, { text, thread, by: { kind: 'seat', seatId } });
}

/** Numbers them as the log would. */
function logOf(...facts: Fact[]): Fact[] {
  return facts.map((one, index) => ({ ...one, seq: index + 1 }));
}

function asked(mark: string, sentAtMs: number, seq: number): Asked {
  const answer = { ok: true, cursor: { epoch: 0, seq } } as const;
  const attempts = [{ sentAtMs, answeredAtMs: sentAtMs + 10, answer }];
  return { seatId, commandId: `id of ${mark}`, mark, attempts };
}

function refusedBy(code: 'exercise/not-now' | 'server/unavailable', of: Asked): Asked {
  const [first] = of.attempts;
  if (first === undefined) throw new Error('never asked');
  return { ...of, attempts: [{ ...first, answer: { ok: false, code, message: '' } }] };
}

function screen(log: readonly Fact[]): Screen {
  const texts = log.flatMap((one): [number, string][] =>
    one.type === 'MessageSent' ? [[one.seq, one.text]] : [],
  );
  return { seatId, tableId: 'tokyo', texts: new Map(texts) };
}

const honestLog = logOf(
  fact('ExerciseStarted', 0, { machine }),
  said(100, 'one'),
  fact('InjectReleased', 500, { injectId: 'first' }),
  said(700, 'two'),
  fact('InjectReleased', 1_000, { injectId: 'second' }),
  said(1_200, 'three'),
);

/** What a run told in which nothing went wrong, but for what is planted. */
function history(planted: Partial<History> & { log?: readonly Fact[] } = {}): History {
  const { log = honestLog, ...others } = planted;
  return {
    asked: [asked('one', 95, 2), asked('two', 695, 4), asked('three', 1_195, 6)],
    shown: honestLog.flatMap((one) =>
      one.type === 'MessageSent' ? [{ seatId, seq: one.seq, text: one.text }] : [],
    ),
    jumps: [],
    screens: [screen(log)],
    exports: [log],
    plan: [
      { injectId: 'first', dueAtMs: 500 },
      { injectId: 'second', dueAtMs: 1_000 },
      { injectId: 'third', dueAtMs: 5_000 },
    ],
    driftMs: 100,
    ...others,
  };
}

function codes(planted: Parameters<typeof history>[0]): FindingCode[] {
  return [...new Set(check(history(planted)).map(({ code }) => code))];
}

function without(type: string, at: number): Fact[] {
  let seen = 0;
  return logOf(...honestLog.filter((one) => one.type !== type || ++seen !== at));
}

const [start, one, first, two, second, three] = honestLog as [Fact, Fact, Fact, Fact, Fact, Fact];

test('[FAULT1] the checker finds nothing where nothing went wrong', () => {
  expect(check(history())).toEqual([]);
  const unanswered = { ...asked('one', 95, 2), attempts: [] };
  const troubled = refusedBy('server/unavailable', asked('two', 695, 4));
  expect(check(history({ asked: [unanswered, troubled, asked('three', 1_195, 6)] }))).toEqual([]);
});

test('[FAULT2] an acknowledged command that is lost, applied twice, refused and applied, or unasked', () => {
  expect(codes({ asked: [...history().asked, asked('four', 1_300, 6)] })).toEqual(['ack/lost']);
  const again = logOf(...honestLog, said(1_300, 'three'));
  expect(codes({ log: again })).toEqual(['command/twice']);
  const refused = refusedBy('exercise/not-now', asked('two', 695, 4));
  const [before, , after] = history().asked as [Asked, Asked, Asked];
  expect(codes({ asked: [before, refused, after] })).toEqual(['refusal/applied']);
  expect(codes({ asked: [before, after] })).toEqual(['command/unasked']);
  expect(codes({ asked: [before, asked('two', 695, 3), after] })).toEqual(['ack/too-early']);
  const retried = {
    ...before,
    attempts: [...before.attempts, ...asked('one', 800, 5).attempts],
  };
  expect(codes({ asked: [retried, asked('two', 695, 4), after] })).toEqual(['answer/changed']);
});

test('[FAULT3] an inject that went out twice, was skipped, or was late', () => {
  const twice = logOf(...honestLog, fact('InjectReleased', 1_200, { injectId: 'first' }));
  expect(codes({ log: twice })).toEqual(['inject/twice']);
  expect(codes({ log: without('InjectReleased', 2), shown: [], asked: [] })).toContain(
    'inject/skipped',
  );
  const late = logOf(
    start,
    one,
    { ...first, playMs: 600, atMs: startMs + 600 },
    two,
    second,
    three,
  );
  expect(codes({ log: late })).toEqual(['inject/untimely']);
});

test('[FAULT4] what was answered before something else was sent, and stands after it', () => {
  const turned = logOf(start, one, first, { ...three, playMs: 700, atMs: startMs + 700 }, second, {
    ...two,
    playMs: 1_200,
    atMs: startMs + 1_200,
  });
  const [before] = history().asked as [Asked];
  const found = codes({
    log: turned,
    asked: [before, asked('two', 695, 6), asked('three', 1_195, 6)],
    shown: [],
    driftMs: 10_000,
  });
  expect(found).toEqual(['order/broken']);
});

test('[FAULT5] a log with a hole, one that was rewritten, one that runs backwards', () => {
  expect(codes({ log: honestLog.filter(({ seq }) => seq !== 3) })).toContain('log/hole');
  const other = honestLog.map((each) => (each.seq === 4 ? { ...each, atMs: each.atMs - 1 } : each));
  expect(codes({ exports: [other, honestLog] })).toEqual(['log/rewritten']);
  expect(codes({ exports: [logOf(...honestLog, said(1_300, 'four')), honestLog] })).toEqual([
    'log/rewritten',
  ]);
  const back = honestLog.map((each) => (each.seq === 6 ? { ...each, playMs: 900 } : each));
  expect(codes({ log: back })).toContain('log/backwards');
  const answer = { injectId: 'first', tableId: 'tokyo', text: 'one', by: one.by };
  const answers = [fact('ResponseSent', 1_210, answer), fact('ResponseSent', 1_220, answer)];
  expect(codes({ log: logOf(...honestLog, ...answers) })).toContain('response/twice');
});

test('[FAULT6] play time that was lost, or ran on, and a clock that jumped', () => {
  const lost = honestLog.map((each) => (each.seq > 5 ? { ...each, atMs: each.atMs + 900 } : each));
  expect(codes({ log: lost, driftMs: 10_000 })).toEqual(['clock/pace']);
  const [before, between] = history().asked as [Asked, Asked];
  expect(codes({ asked: [before, between, asked('three', 3_195, 6)] })).toEqual(['clock/drift']);
  const paused = fact('ClockPaused', 1_200, { machine: { ...machine, clock: 'paused' } });
  const stood = [
    { ...paused, atMs: startMs + 9_000 },
    { ...said(1_200, 'four'), atMs: startMs + 20_000 },
  ];
  const soon = { ...paused, atMs: startMs + 9_000, cause: 'gap' } as Fact;
  expect(codes({ log: logOf(...honestLog, soon) })).toEqual(['clock/false-gap']);
  const log = logOf(...honestLog, ...stood);
  const late = asked('four', 19_995, 8);
  expect(codes({ log, asked: [...history().asked, late] })).toEqual([]);
});

test('[FAULT7] what was shown and not kept, a screen that lacks something, a frame out of line', () => {
  expect(codes({ shown: [{ seatId, seq: 7, text: 'never kept' }] })).toEqual(['view/phantom']);
  expect(codes({ screens: [screen(honestLog.slice(0, 4))] })).toEqual(['view/behind']);
  expect(codes({ jumps: ['aiko at 3 got 5'] })).toEqual(['view/jump']);
});
