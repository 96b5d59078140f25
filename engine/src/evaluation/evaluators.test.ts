import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../exercise/commands.js';
import { exerciseLimits } from '../exercise/exercise-limits.js';
import type { TableId } from '../protocol/ids.js';
import { type Drill, inject, join, minutes, running, seat, table } from '../testing/drill.js';
import { director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const evaluator = seat('evaluator');

function watched(): Drill {
  const drill = running(scenario);
  for (const id of ['evaluator', 'second']) join(drill, id, 'evaluator', null);
  release(drill, 'curve');
  return drill;
}

const tick = (
  isMet: boolean | null,
  more: Partial<CommandOf<'MarkCriterion'>> = {},
): CommandOf<'MarkCriterion'> => ({
  type: 'MarkCriterion',
  injectId: inject('curve'),
  expectationId: 'respond' as never,
  criterionId: 'facts' as never,
  tableId: table('ph'),
  isMet,
  ...more,
});
const note = (more: Partial<CommandOf<'NoteObservation'>> = {}): CommandOf<'NoteObservation'> => ({
  type: 'NoteObservation',
  tableId: table('ph'),
  objectiveId: 'inform' as never,
  momentPlayMs: null,
  kind: 'strength',
  importance: 'high',
  release: { kind: 'kept' },
  text: 'They asked at once.',
  ...more,
});
const rate = (more: Partial<CommandOf<'RateObjective'>> = {}): CommandOf<'RateObjective'> => ({
  type: 'RateObjective',
  of: { kind: 'objective', objectiveId: 'inform' as never },
  tableId: table('ph'),
  rating: 'S',
  reason: 'Late once.',
  ...more,
});
const confirm = (more: Partial<CommandOf<'ConfirmRating'>> = {}): CommandOf<'ConfirmRating'> => ({
  type: 'ConfirmRating',
  of: { kind: 'objective', objectiveId: 'inform' as never },
  tableId: table('ph'),
  rating: 'P',
  reason: 'Agreed.',
  ...more,
});
const staffView = ({ state }: Drill) => viewOf(state, { role: 'facilitator' }) as FacilitatorView;
const tableView = ({ state }: Drill, tableId: string) =>
  viewOf(state, playerAudience(tableId as TableId)) as PlayerView;
const end = (drill: Drill) => drill.do(director, { type: 'EndExercise', reason: '' });

describe('criteria', () => {
  test('[EVAL5] an evaluator ticks what an answer has, and may take it back', () => {
    const drill = watched();
    drill.do(evaluator, tick(true));
    drill.do(evaluator, tick(false, { criterionId: 'ask' as never }));
    const marks = () => Object.values(staffView(drill).criteria).map(({ isMet }) => isMet);
    expect(marks().sort()).toEqual([false, true]);
    expect(drill.do(evaluator, tick(true))).toEqual([]);
    drill.do(director, tick(null));
    expect(marks()).toEqual([false]);
  });

  test('[EVAL5] only criteria that are there, of what is expected of that table', () => {
    const drill = watched();
    const code = (command: CommandOf<'MarkCriterion'>) =>
      drill.submit(evaluator, command).rejection?.code;
    expect(code(tick(true, { tableId: table('jp') }))).toBe('expectation/unknown');
    expect(code(tick(true, { criterionId: 'style' as never }))).toBe('criterion/unknown');
    expect(drill.submit(player('ph'), tick(true)).rejection?.code).toBe('command/not-allowed');
  });

  test('[EVAL5] players and walls never learn of criteria', () => {
    const drill = watched();
    drill.do(evaluator, tick(true));
    drill.do(director, { type: 'ShowScores', players: true, observers: true });
    end(drill);
    for (const view of [tableView(drill, 'ph'), viewOf(drill.state, { role: 'observer' })]) {
      expect(JSON.stringify(view)).not.toMatch(/States facts|criteri/i);
    }
  });
});

describe('observations', () => {
  test('[EVAL6] a note stands at its moment, which is not in the future', () => {
    const drill = watched();
    drill.wait(minutes(5));
    drill.do(evaluator, note());
    expect(last(drill, 'ObservationNoted').momentPlayMs).toBe(minutes(5));
    drill.do(evaluator, note({ momentPlayMs: minutes(2) }));
    expect(last(drill, 'ObservationNoted').momentPlayMs).toBe(minutes(2));
    drill.do(evaluator, note({ momentPlayMs: minutes(99) }));
    expect(last(drill, 'ObservationNoted').momentPlayMs).toBe(minutes(5));
    expect(Object.values(staffView(drill).observations)).toHaveLength(3);
  });

  test('[EVAL6] after EndEx it is read by whom it was released to, and by nobody before', () => {
    const drill = watched();
    drill.do(evaluator, note({ text: 'kept' }));
    drill.do(
      evaluator,
      note({ text: 'for ph', release: { kind: 'party', partyId: 'ph' as never } }),
    );
    drill.do(evaluator, note({ text: 'for all', tableId: null, release: { kind: 'all' } }));
    const texts = (tableId: string) =>
      Object.values(tableView(drill, tableId).observations).map(({ text }) => text);
    expect(texts('ph')).toEqual([]);
    end(drill);
    expect(texts('ph').sort()).toEqual(['for all', 'for ph']);
    expect(texts('jp')).toEqual(['for all']);
    expect(JSON.stringify(viewOf(drill.state, { role: 'observer' }))).not.toContain('for all');
  });

  test('[EVAL6] it can be released later, or kept after all', () => {
    const drill = watched();
    drill.do(evaluator, note());
    const { seq } = last(drill, 'ObservationNoted');
    end(drill);
    const seen = () => Object.keys(tableView(drill, 'us').observations);
    const release = (to: CommandOf<'ReleaseObservation'>['release']) =>
      drill.submit(seat('second'), { type: 'ReleaseObservation', noteSeq: seq, release: to });
    release({ kind: 'all' });
    expect(seen()).toEqual([String(seq)]);
    release({ kind: 'kept' });
    expect(seen()).toEqual([]);
    expect(release({ kind: 'party', partyId: 'mars' as never }).rejection?.code).toBe(
      'share/no-such-recipient',
    );
  });

  test('[EVAL6] players are told neither who wrote it nor when', () => {
    const drill = watched();
    drill.do(evaluator, note({ release: { kind: 'all' } }));
    end(drill);
    const [seen] = Object.values(tableView(drill, 'ph').observations);
    expect(seen).toEqual({
      tableId: 'ph',
      objective: 'Inform partners',
      kind: 'strength',
      importance: 'high',
      momentPlayMs: 0,
      text: 'They asked at once.',
      textIn: {},
    });
  });

  test('[EVAL6] about a table and an objective that exist, and not without end', () => {
    const drill = watched();
    const code = (more: Partial<CommandOf<'NoteObservation'>>) =>
      drill.submit(evaluator, note(more)).rejection?.code;
    expect(code({ tableId: table('mars') })).toBe('table/unknown');
    expect(code({ objectiveId: 'win' as never })).toBe('objective/unknown');
    const unknown = drill.submit(evaluator, {
      type: 'ReleaseObservation',
      noteSeq: 1,
      release: { kind: 'all' },
    });
    expect(unknown.rejection?.code).toBe('observation/unknown');
    for (let count = 0; count < exerciseLimits.observations; count++) drill.do(evaluator, note());
    expect(code({})).toBe('observation/too-many');
  });
});

describe('ratings', () => {
  test('[EVAL7] each evaluator rates for themselves, and may change or withdraw it', () => {
    const drill = watched();
    drill.do(evaluator, rate());
    drill.do(seat('second'), rate({ rating: 'M' }));
    drill.do(evaluator, rate({ rating: 'P' }));
    const given = () => Object.values(staffView(drill).ratings);
    expect(
      given()
        .map(({ seatId, rating }) => [seatId, rating])
        .sort(),
    ).toEqual([
      ['evaluator', 'P'],
      ['second', 'M'],
    ]);
    expect(drill.do(evaluator, rate({ rating: 'P' }))).toEqual([]);
    drill.do(evaluator, rate({ rating: null }));
    expect(given()).toHaveLength(1);
    expect(drill.do(evaluator, rate({ rating: null }))).toEqual([]);
  });

  test('[EVAL7] of an objective or a capability by its name in the default language', () => {
    const drill = watched();
    const code = (more: Partial<CommandOf<'RateObjective'>>) =>
      drill.submit(evaluator, rate(more)).rejection?.code;
    expect(code({ of: { kind: 'capability', capability: 'Sharing' } })).toBeUndefined();
    expect(code({ of: { kind: 'capability', capability: '共有' } })).toBe('rating/unknown-subject');
    expect(code({ of: { kind: 'objective', objectiveId: 'win' as never } })).toBe(
      'rating/unknown-subject',
    );
    expect(code({ tableId: table('mars') })).toBe('table/unknown');
    expect(drill.submit(player('ph'), rate()).rejection?.code).toBe('command/not-allowed');
  });

  test('[EVAL8] the rating that stands is confirmed; a later confirmation takes its place', () => {
    const drill = watched();
    drill.do(evaluator, confirm({ rating: 'S' }));
    drill.do(director, confirm());
    expect(drill.do(director, confirm())).toEqual([]);
    expect(Object.values(staffView(drill).confirmedRatings)).toMatchObject([
      { rating: 'P', reason: 'Agreed.', seatId: 'facilitator' },
    ]);
  });

  test('[EVAL8] players see what was confirmed of them and of all, after EndEx, once scores are shown', () => {
    const drill = watched();
    drill.do(evaluator, rate());
    drill.do(evaluator, confirm());
    drill.do(evaluator, confirm({ tableId: null, rating: 'M' }));
    drill.do(
      evaluator,
      confirm({ of: { kind: 'capability', capability: 'Deciding' }, tableId: table('jp') }),
    );
    const seen = (tableId: string) =>
      Object.values(tableView(drill, tableId).ratings).map((rating) => [
        rating.objective ?? rating.capability,
        rating.isOfAll,
        rating.rating,
      ]);
    drill.do(director, { type: 'ShowScores', players: true, observers: true });
    expect(seen('ph')).toEqual([]);
    end(drill);
    expect(seen('ph').sort()).toEqual([
      ['Inform partners', false, 'P'],
      ['Inform partners', true, 'M'],
    ]);
    expect(seen('jp').sort()).toEqual([
      ['Deciding', false, 'P'],
      ['Inform partners', true, 'M'],
    ]);
    drill.do(director, { type: 'ShowScores', players: false, observers: true });
    expect(seen('ph')).toEqual([]);
    expect(JSON.stringify(tableView(drill, 'ph'))).not.toMatch(/Agreed\.|Late once/);
  });
});
