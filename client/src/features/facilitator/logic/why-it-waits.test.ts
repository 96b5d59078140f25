import type { InjectId } from '@trilogue/engine/protocol/ids';
import { expect, test } from 'vitest';
import {
  delivery,
  event,
  expectation,
  inject,
  minutes,
  phase,
  released,
  stamp,
  view,
} from './fixture';
import { whyItWaits } from './why-it-waits';

const demand = 'demand' as InjectId;

/** The inject "demand" with a trigger, listening to "note", under changed circumstances. */
function why(trigger: unknown, changes: Record<string, unknown> = {}, own = {}) {
  const events = { note: event(), demand: event(), ...(changes.events as object) };
  return whyItWaits(
    view({
      injects: {
        note: inject('note', 0, {
          choices: [
            { id: 'pay', label: 'Pay', points: 0 },
            { id: 'refuse', label: 'Refuse', points: 5 },
          ],
          expectations: [{ id: 'answer', kind: 'respond' }],
        }),
        demand: inject('demand', 1, { trigger, ...own }),
      },
      ...changes,
      events,
    }),
    demand,
  );
}

test('[FAC1] a module that has not begun is named with the time into it', () => {
  const found = why({ kind: 'at', minutes: 5, from: 'phase' }, {}, { phaseId: 'second' });
  expect(found).toEqual({
    cause: { code: 'atPhase', afterMs: minutes(5), phase: 'second' },
    state: { code: 'moduleNotBegun', phase: 'second' },
  });
});

test('[FAC1] a module that is over lets nothing come by itself', () => {
  const phases = { first: phase('first', 0, { enteredPlayMs: 0, leftPlayMs: minutes(9) }) };
  expect(why({ kind: 'manual' }, { phases })?.state).toEqual({
    code: 'wontComeModuleOver',
    phase: 'first',
  });
});

test('[FAC1] after an answer: whether the other went out and was answered', () => {
  const trigger = { kind: 'afterInject', inject: 'note', event: 'answered', delayMinutes: 3 };
  expect(why(trigger)).toEqual({
    cause: { code: 'afterAnswered', number: '1', delayMs: minutes(3) },
    state: { code: 'sourceNotReleased', number: '1' },
  });
  expect(why(trigger, { events: { note: released(0) } })?.state?.code).toBe('sourceNotAnswered');
  expect(why(trigger, { events: { note: event({ status: 'skipped' }) } })?.state?.code).toBe(
    'wontComeSkipped',
  );
  expect(
    why(trigger, {
      events: { note: event({ status: 'recalled', releasedPlayMs: 0, tableIds: ['jp'] }) },
    })?.state?.code,
  ).toBe('wontComeRecalled');
});

test('[FAC1] answered already, but its own module has not begun', () => {
  const trigger = { kind: 'afterInject', inject: 'note', event: 'answered', delayMinutes: 0 };
  const answered = {
    events: { note: released(0) },
    deliveries: delivery('note jp', { response: stamp(5, { seq: 1, text: 'yes' }) }),
  };
  expect(why(trigger, answered, { phaseId: 'second' })?.state).toEqual({
    code: 'moduleNotBegun',
    phase: 'second',
  });
});

test('[FAC1] a contingency waits while deadlines run, and will not come when all were met', () => {
  const trigger = { kind: 'afterInject', inject: 'note', event: 'overdue', delayMinutes: 0 };
  const open = { events: { note: released(0) }, expectations: expectation('note jp answer') };
  expect(why(trigger, open)?.state?.code).toBe('sourceInTime');
  const met = { ...open, expectations: expectation('note jp answer', { status: 'met' }) };
  expect(why(trigger, met)?.state?.code).toBe('wontComeInTime');
  const late = { ...open, expectations: expectation('note jp answer', { status: 'late' }) };
  expect(why(trigger, late)?.state).toBeNull();
});

test('[FAC1] when another choice was made by all, it will not come by itself', () => {
  const trigger = { kind: 'whenChoice', inject: 'note', choice: 'refuse', delayMinutes: 0 };
  const chose = (tableId: string, choiceId: string) =>
    delivery(`note ${tableId}`, { choice: stamp(1, { choiceId }) });
  const events = { note: released(0) };
  expect(why(trigger, { events })?.cause).toMatchObject({ choice: 'Refuse', team: null });
  expect(why(trigger, { events, deliveries: chose('jp', 'pay') })?.state?.code).toBe(
    'sourceNotChosen',
  );
  const all = { ...chose('jp', 'pay'), ...chose('ph', 'pay') };
  expect(why(trigger, { events, deliveries: all })?.state?.code).toBe('wontComeChosenOtherwise');
});

test('[FAC1] only the named team’s table counts, and a team nobody plays never chooses', () => {
  const trigger = { kind: 'whenChoice', inject: 'note', choice: 'refuse', delayMinutes: 0 };
  const events = { note: released(0) };
  const deliveries = delivery('note jp', { choice: stamp(1, { choiceId: 'pay' }) });
  expect(why({ ...trigger, by: 'jp-police' }, { events, deliveries })?.state?.code).toBe(
    'wontComeChosenOtherwise',
  );
  expect(why({ ...trigger, by: 'gone' }, { events, deliveries })?.state?.code).toBe(
    'wontComeNobodyPlays',
  );
});

test('[FAC1] what is armed keeps its cause and has nothing left to wait for', () => {
  const armed = event({ status: 'armed', dueAtMs: minutes(5) });
  expect(why({ kind: 'at', minutes: 5, from: 'startEx' }, { events: { demand: armed } })).toEqual({
    cause: { code: 'atStart', afterMs: minutes(5) },
    state: null,
  });
});

test('[FAC1] what went out or was skipped does not wait', () => {
  expect(why({ kind: 'manual' }, { events: { demand: released(0) } })).toBeNull();
  expect(why({ kind: 'manual' }, { events: { demand: event({ status: 'skipped' }) } })).toBeNull();
});
