import { expect, test } from 'vitest';
import { event, inject, minutes, phase } from './fixture';
import { judgeMove } from './move-inject';

const phases = {
  first: phase('first', 0, { enteredPlayMs: 0, exits: [{ to: 'second' }] }),
  second: phase('second', 1),
} as never;
const phaseTimes = new Map([
  ['first', { atMs: 0, isEstimate: false }],
  ['second', { atMs: minutes(60), isEstimate: true }],
] as never[]) as never;

function judge(toMs: number, from: number | null = minutes(20), trigger: object = { kind: 'at' }) {
  return judgeMove({
    inject: inject('note', 0, { trigger }),
    event: event({ status: from === null ? 'waiting' : 'armed', dueAtMs: from }),
    toMs,
    nowPlayMs: minutes(10),
    phases,
    phaseTimes,
  });
}

test('[ROOM5] a near move goes at once; a moment that has passed means now; none means nothing', () => {
  expect(judge(minutes(25))).toEqual({ kind: 'go', toMs: minutes(25) });
  expect(judge(minutes(2))).toEqual({ kind: 'go', toMs: minutes(10) });
  expect(judge(minutes(20))).toEqual({ kind: 'nothing' });
});

test('[ROOM5] a far move, one out of its module, and one that leaves its trigger are asked about', () => {
  expect(judge(minutes(31))).toMatchObject({ kind: 'ask', warnings: ['far'] });
  expect(judge(minutes(61), minutes(55))).toMatchObject({ warnings: ['otherModule'] });
  expect(judge(minutes(12), null, { kind: 'when' })).toMatchObject({
    warnings: ['leavesTrigger'],
  });
});
