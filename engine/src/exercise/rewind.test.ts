import { describe, expect, test } from 'vitest';
import type { SeatId, TableId } from '../protocol/ids.js';
import { type Drill, inject, join, minutes, running, seat, table } from '../testing/drill.js';
import { director, last, player, release, report, share } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import { project, viewOf } from '../views/project.js';
import type { Command } from './commands.js';
import { decide } from './decide.js';
import { evolve, fold } from './evolve.js';
import { scopeOf } from './fact-scope.js';
import { emptyExercise, injectState, playTimeAt } from './state.js';

const scenario = exchangeScenario();
const back = (toSeq: number): Command => ({ type: 'Rewind', toSeq, reason: 'again' });
const respond = (injectId: string, text = 'Yes.') =>
  ({ type: 'SendResponse', injectId: inject(injectId), text }) as const;
const status = ({ state }: Drill, id: string) => injectState(state, inject(id)).status;

/** What `decide` would have led to had what was undone never happened. */
function withoutWhatWasUndone(drill: Drill) {
  const { toSeq } = last(drill, 'Rewound');
  const staying = drill.log.filter(
    (fact) =>
      fact.type !== 'Rewound' && (fact.seq <= toSeq || scopeOf(fact, drill.state) === 'room'),
  );
  return fold(emptyExercise(scenario), staying);
}

function played(): Drill {
  const drill = running(scenario);
  drill.wait(minutes(1));
  release(drill, 'anyone');
  drill.wait(minutes(1));
  return drill;
}

describe('rewind', () => {
  test('[REW1] play stands as it stood, paused, in a new epoch', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    drill.do(player('ph'), respond('anyone'));
    drill.do(player('jp'), share(['ph-cert'], { items: 'hashes' }));
    drill.wait(minutes(3));
    drill.do(director, back(seq));
    expect(last(drill, 'Rewound')).toMatchObject({
      epoch: 1,
      playMs: minutes(1),
      reason: 'again',
      machine: { stage: 'live', clock: 'paused', world: 'play' },
    });
    expect(drill.state.clock).toMatchObject({
      anchorPlayMs: minutes(1),
      pause: { cause: 'rewind' },
    });
    expect(status(drill, 'anyone')).toBe('released');
    expect(drill.state.deliveries.size).toBe(0);
    expect(drill.state.shares.size).toBe(0);
    expect(drill.state.scores.total()).toEqual({ points: 0, maximum: 0 });
    expect(drill.state.milestones.size).toBe(0);
    drill.wait(minutes(60));
    expect(playTimeAt(drill.state, drill.nowMs)).toBe(minutes(1));
  });

  test('[REW1] every view’s play is what it would be had nothing happened since', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    drill.do(player('ph'), respond('anyone'));
    drill.do(player('us'), share(['jp-cert'], { marking: 'RED', seats: ['player-jp'] }));
    release(drill, 'talks');
    release(drill, 'leak');
    drill.do(player('ph'), report('breach-notice', { what: 'A leak.', when: 'Today.' }));
    drill.wait(minutes(40));
    drill.do(director, back(seq));
    const never = withoutWhatWasUndone(drill);
    for (const audience of [
      playerAudience('jp' as TableId),
      playerAudience('ph' as TableId),
      { role: 'facilitator' } as const,
      { role: 'observer' } as const,
    ]) {
      const { clock: _, ...now } = viewOf(drill.state, audience);
      const { clock: __, ...then } = viewOf(never, audience);
      expect(now).toEqual(then);
    }
  });

  test('[REW2] a fact in the middle of what it set off keeps all of it', () => {
    const drill = running(scenario);
    release(drill, 'anyone');
    const before = drill.log.length;
    drill.do(player('ph'), respond('anyone'));
    const whole = drill.log.slice(before);
    expect(whole.map(({ type }) => type)).toEqual([
      'ResponseSent',
      'InjectAcknowledged',
      'ExpectationMet',
      'ExpectationWaived',
      'ExpectationWaived',
      'MilestoneReached',
    ]);
    drill.wait(minutes(1));
    drill.do(player('jp'), respond('anyone'));
    drill.wait(1);
    for (const fact of whole) {
      const { state, facts } = decide(
        drill.state,
        { actor: director, command: back(fact.seq) },
        drill.nowMs,
      );
      expect(facts[0]).toMatchObject({ type: 'Rewound', toSeq: whole.at(-1)?.seq });
      expect(state.milestones.size).toBe(1);
    }
  });

  test('[REW2] StartEx keeps the draws, the items and the first module', () => {
    const drill = played();
    drill.do(director, back(last(drill, 'ExerciseStarted').seq));
    expect(status(drill, 'anyone')).toBe('waiting');
    expect(drill.state.variants.size).toBe(1);
    expect(drill.state.holdings.size).toBe(3);
    expect(drill.state.phases).toBe('day-1');
    drill.do(director, { type: 'ResumeClock' });
    drill.wait(minutes(30));
    expect(status(drill, 'later')).toBe('released');
  });

  test('[REW3] who came, the set-up, talk among staff, notes and ratings stay', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    drill.wait(minutes(1));
    join(drill, 'late', 'player', 'us');
    join(drill, 'evaluator', 'evaluator', null);
    drill.do(director, { type: 'SetPace', pace: 'confirm' });
    drill.do(director, { type: 'MoveSeat', seatId: 'late' as SeatId, tableId: table('jp') });
    const say = (thread: object) => ({ type: 'SendMessage', thread, text: 'Hello.' }) as Command;
    drill.do(director, say({ kind: 'staff' }));
    drill.do(director, say({ kind: 'table', tableId: 'jp' }));
    drill.do(seat('evaluator'), {
      type: 'NoteObservation',
      tableId: table('ph'),
      objectiveId: null,
      momentPlayMs: null,
      kind: 'strength',
      importance: 'normal',
      release: { kind: 'all' },
      text: 'Quick.',
    });
    drill.do(seat('evaluator'), {
      type: 'RateObjective',
      of: { kind: 'objective', objectiveId: 'inform' as never },
      tableId: null,
      rating: 'S',
      reason: '',
    });
    drill.do(director, { type: 'ShowScores', players: true, observers: false });
    drill.do(director, back(seq));
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    expect(view.seats.late?.tableId).toBe('jp');
    expect(view.exercise).toMatchObject({ pace: 'confirm', scoresShown: { players: true } });
    expect(Object.values(view.messages).map(({ thread }) => thread.kind)).toEqual(['staff']);
    expect(Object.values(view.observations)).toMatchObject([{ text: 'Quick.' }]);
    expect(Object.values(view.ratings)).toMatchObject([{ rating: 'S' }]);
  });

  test('[REW3] a REAL WORLD that was lifted leaves no trace on the clock or the screens', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    drill.do(player('jp'), { type: 'RaiseRealWorld', reason: 'fire' });
    drill.do(director, { type: 'LiftRealWorld' });
    drill.do(director, { type: 'ResumeClock' });
    drill.wait(minutes(1));
    drill.do(player('jp'), respond('anyone'));
    drill.do(director, back(seq));
    expect(drill.state.realWorld).toBeNull();
    expect(drill.state.lifecycle).toEqual({ stage: 'live', clock: 'paused', world: 'play' });
  });

  test('[REW4] what was sent in an older epoch is refused', () => {
    const drill = played();
    drill.do(player('ph'), respond('anyone'));
    drill.do(director, back(last(drill, 'InjectReleased').seq));
    const send = (epoch: number) =>
      decide(
        drill.state,
        { actor: player('ph'), command: respond('anyone', 'Again.'), epoch },
        drill.nowMs,
      ).rejection?.code;
    expect(send(0)).toBe('command/stale-epoch');
    expect(send(1)).toBeUndefined();
  });

  test('[REW4] everybody gets the whole view anew', () => {
    const drill = played();
    drill.do(player('ph'), respond('anyone'));
    const before = drill.state;
    const [rewound] = drill.do(director, back(last(drill, 'InjectReleased').seq));
    if (rewound === undefined) throw new Error('nothing was rewound');
    const after = evolve(before, rewound);
    for (const audience of [playerAudience('ph' as TableId), { role: 'observer' } as const]) {
      expect(project(before, rewound, after, audience)).toEqual({
        kind: 'reset',
        view: viewOf(after, audience),
      });
    }
  });
});
