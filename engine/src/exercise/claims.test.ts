import { describe, expect, test } from 'vitest';
import { type Drill, inject, join, minutes, running, seat, table } from '../testing/drill.js';
import { director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import { viewOf } from '../views/project.js';
import type { CommandOf } from './commands.js';

const claim = (answerSeq: number, isClaimed = true): CommandOf<'ClaimAnswer'> => ({
  type: 'ClaimAnswer',
  answerSeq,
  isClaimed,
});

/** An answered inject, with two colleagues to deal with the answer. */
function answered(): { readonly drill: Drill; readonly seq: number } {
  const drill = running(exchangeScenario());
  join(drill, 'simcell', 'simcell', null);
  release(drill, 'later');
  drill.do(player('jp'), { type: 'SendResponse', injectId: inject('later'), text: 'Done.' });
  return { drill, seq: last(drill, 'ResponseSent').seq };
}

const claimsOf = ({ state }: Drill) =>
  (viewOf(state, { role: 'facilitator' }) as FacilitatorView).claims;

describe('who deals with an answer', () => {
  test('[CLAIM1] an answer has one person of the staff at a time, whom all staff see', () => {
    const { drill, seq } = answered();
    drill.wait(minutes(1));
    drill.do(director, claim(seq));
    expect(claimsOf(drill)).toEqual({
      [seq]: {
        answerSeq: seq,
        seatId: 'facilitator',
        atMs: drill.nowMs,
        playMs: drill.state.lastPlayMs,
      },
    });
    expect(drill.submit(seat('simcell'), claim(seq)).rejection?.code).toBe(
      'answer/already-claimed',
    );
    drill.do(seat('simcell'), claim(seq, false));
    drill.do(seat('simcell'), claim(seq));
    expect(claimsOf(drill)[seq]).toMatchObject({ seatId: 'simcell' });
    const players = JSON.stringify(viewOf(drill.state, playerAudience(table('jp'))));
    expect(players).not.toContain('simcell');
  });

  test('[CLAIM1] asked twice, or given back by who never had it, nothing happens', () => {
    const { drill, seq } = answered();
    drill.do(director, claim(seq, false));
    drill.do(director, claim(seq));
    drill.do(director, claim(seq));
    expect(drill.state.timeline.count(({ type }) => type === 'AnswerClaimed')).toBe(1);
  });

  test('[CLAIM2] only what a table answered can be dealt with', () => {
    const { drill } = answered();
    drill.do(director, { type: 'SendMessage', thread: { kind: 'staff' }, text: 'Ready?' });
    for (const answerSeq of [1, drill.state.seq, 9_999]) {
      expect(drill.submit(director, claim(answerSeq)).rejection?.code).toBe('answer/unknown');
    }
  });

  test('[CLAIM3] a rewind leaves who deals with the answers that stay', () => {
    const { drill, seq } = answered();
    drill.do(director, claim(seq));
    drill.wait(minutes(2));
    drill.do(player('us'), {
      type: 'SendMessage',
      thread: { kind: 'table', tableId: table('us') },
      text: 'Hello.',
    });
    const { seq: gone } = last(drill, 'MessageSent');
    drill.do(director, claim(gone));
    drill.do(director, { type: 'Rewind', toSeq: seq, reason: '' });
    expect(drill.submit(director, claim(gone)).rejection?.code).toBe('answer/unknown');
    expect(claimsOf(drill)[seq]).toMatchObject({ seatId: 'facilitator' });
  });
});
