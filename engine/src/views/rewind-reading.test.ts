import { describe, expect, test } from 'vitest';
import type { Command } from '../exercise/commands.js';
import type { SeatId } from '../protocol/ids.js';
import { type Drill, inject, minutes, running } from '../testing/drill.js';
import { all, director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { mostMoments, rewindMoments, rewindPreview } from './rewind-reading.js';

const scenario = exchangeScenario();
const directorSeat = 'facilitator' as SeatId;
const respond = (text: string): Command =>
  ({ type: 'SendResponse', injectId: inject('anyone'), text }) as Command;

function played(): Drill {
  const drill = running(scenario);
  drill.wait(minutes(1));
  release(drill, 'anyone');
  drill.wait(minutes(1));
  drill.do(player('ph'), respond('Yes.'));
  return drill;
}

function moments(drill: Drill) {
  const found = rewindMoments(drill.state, directorSeat);
  if ('code' in found) throw new Error(found.code);
  return found;
}

function preview(drill: Drill, toSeq: number) {
  const found = rewindPreview(drill.state, directorSeat, toSeq);
  if ('code' in found) throw new Error(found.code);
  return found;
}

describe('moments', () => {
  test('[REW9] StartEx, injects and answers stand in order, with play time and what they are about', () => {
    const { moments: found, isShortened } = moments(played());
    expect(isShortened).toBe(false);
    expect(found.map(({ seq }) => seq)).toEqual(
      [...found.map(({ seq }) => seq)].sort((a, b) => a - b),
    );
    expect(found[0]).toMatchObject({ type: 'ExerciseStarted', playMs: 0 });
    expect(found.find(({ type }) => type === 'ResponseSent')).toMatchObject({
      playMs: minutes(2),
      injectId: 'anyone',
      tableId: 'ph',
    });
  });

  test('[REW9] of a long log the structure is told whole, and the newest of the rest', () => {
    const drill = played();
    for (let count = 0; count < mostMoments; count++) {
      drill.do(director, { type: 'PauseClock', reason: '' });
      drill.do(director, { type: 'ResumeClock' });
    }
    const { moments: found, isShortened } = moments(drill);
    expect(isShortened).toBe(true);
    expect(found).toHaveLength(mostMoments);
    expect(found.filter(({ type }) => type === 'InjectReleased')).toHaveLength(
      all(drill, 'InjectReleased').length,
    );
    expect(found.at(-1)?.seq).toBe(last(drill, 'ClockPaused').seq);
  });

  test('[REW9] each says what would stay with it: the same as a rewind to it keeps', () => {
    const drill = played();
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    drill.wait(minutes(1));
    drill.do(director, { type: 'PauseClock', reason: '' });
    drill.do(director, { type: 'ResumeClock' });
    drill.wait(minutes(1));
    const { moments: found } = moments(drill);
    const kept = found.flatMap(({ seq, staysTo }) => {
      const told = rewindPreview(drill.state, directorSeat, seq);
      return 'code' in told ? [] : [[staysTo, told.seq]];
    });
    expect(kept.length).toBeGreaterThan(3);
    for (const [staysTo, seq] of kept) expect(staysTo).toBe(seq);
    // A module takes with it what it skipped and what it armed.
    expect(found.some(({ seq, staysTo }) => staysTo > seq)).toBe(true);
  });

  test('[REW9] what was taken back is no moment any more', () => {
    const drill = played();
    drill.do(director, { type: 'Rewind', toSeq: last(drill, 'InjectReleased').seq, reason: 'x' });
    expect(moments(drill).moments.map(({ type }) => type)).not.toContain('ResponseSent');
  });
});

describe('what would be undone', () => {
  test('[REW10] it counts exactly what the rewind then takes back, and whose it was', () => {
    const drill = played();
    const { seq } = last(drill, 'ExerciseStarted');
    const told = preview(drill, seq);
    expect(told.counts).toMatchObject({ injects: 1, answers: 1 });
    expect(told.injectIds).toEqual(['anyone']);
    expect(told.byTable).toEqual([{ tableId: 'ph', count: expect.any(Number) }]);
    drill.do(director, { type: 'Rewind', toSeq: seq, reason: 'x' });
    expect(last(drill, 'Rewound').toSeq).toBe(told.seq);
    expect(last(drill, 'Rewound').playMs).toBe(told.playMs);
    expect(drill.state.deliveries.size).toBe(0);
  });

  test('[REW10] what the rewind would refuse, the preview refuses with the same code', () => {
    const drill = played();
    const codeOf = (toSeq: number) => {
      const found = rewindPreview(drill.state, directorSeat, toSeq);
      return 'code' in found ? found.code : null;
    };
    for (const toSeq of [1, 9_999, drill.state.seq]) {
      const { rejection } = drill.submit(director, { type: 'Rewind', toSeq, reason: 'x' });
      expect(codeOf(toSeq)).toBe(rejection?.code);
    }
  });
});

test('[REW11] only whoever may rewind is told', () => {
  const drill = played();
  for (const seatId of ['player-ph', 'nobody'] as SeatId[]) {
    expect(rewindMoments(drill.state, seatId)).toMatchObject({ code: 'command/not-allowed' });
    expect(rewindPreview(drill.state, seatId, 5)).toMatchObject({ code: 'command/not-allowed' });
  }
});
