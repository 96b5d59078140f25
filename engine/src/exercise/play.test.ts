import { describe, expect, test } from 'vitest';
import type { ChoiceId } from '../protocol/ids.js';
import { inject, minutes, running, seat, table } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import { decide } from './decide.js';
import { fold } from './evolve.js';
import { exerciseLimits } from './exercise-limits.js';
import { delivery } from './state.js';

const scenario = sampleScenario();
const director = seat('facilitator');
const jp = seat('player-jp');
const ph = seat('player-ph');
const report = inject('report');

function withReport() {
  const drill = running(scenario);
  drill.wait(minutes(2));
  return drill;
}

describe('answering', () => {
  test('[ANS1] the first answer counts; a second is refused and kept as a note', () => {
    const drill = withReport();
    drill.do(jp, { type: 'SendResponse', injectId: report, text: 'First.' });
    const second = drill.submit(jp, { type: 'SendResponse', injectId: report, text: 'Second.' });
    expect(second.rejection?.code).toBe('inject/already-answered');
    const kept = delivery(drill.state, report, table('jp'));
    expect(kept.response?.text).toBe('First.');
    expect(kept.noteSeqs.map((seq) => drill.state.notes.get(String(seq))?.text)).toEqual([
      'Second.',
    ]);
  });

  test('[ANS9] notes are few, and the same words twice are one note', () => {
    const drill = withReport();
    const send = (text: string) =>
      drill.submit(jp, { type: 'SendResponse', injectId: report, text }).rejection?.code;
    send('First.');
    send('Again.');
    send('Again.');
    expect(delivery(drill.state, report, table('jp')).noteSeqs).toHaveLength(1);
    for (let count = 0; count < 30; count++) send(`Note ${count}`);
    expect(delivery(drill.state, report, table('jp')).noteSeqs).toHaveLength(exerciseLimits.notes);
    expect(send('One more.')).toBe('inject/too-many-notes');
  });

  test('[ANS2] whoever answers has acknowledged', () => {
    const drill = withReport();
    const facts = drill.do(jp, { type: 'SendResponse', injectId: report, text: 'Yes.' });
    expect(facts.map(({ type }) => type)).toEqual([
      'ResponseSent',
      'InjectAcknowledged',
      'ExpectationMet',
    ]);
  });

  test('[ANS3] an inject a table did not get does not exist for it', () => {
    const drill = withReport();
    const real = drill.submit(ph, { type: 'AcknowledgeInject', injectId: inject('note') });
    const made = drill.submit(ph, { type: 'AcknowledgeInject', injectId: inject('made-up') });
    expect(real.rejection).toEqual(made.rejection);
    expect(real.rejection?.code).toBe('inject/unknown');
  });

  test('[ANS4] one choice a table, of those offered', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    const choose = (choiceId: string) =>
      drill.submit(jp, {
        type: 'MakeChoice',
        injectId: inject('cut'),
        choiceId: choiceId as ChoiceId,
      }).rejection?.code;
    expect(choose('perhaps')).toBe('choice/unknown');
    expect(choose('no')).toBeUndefined();
    expect(choose('yes')).toBe('inject/already-chosen');
  });

  test('[ANS5] players answer for their own table only', () => {
    const drill = withReport();
    const command = {
      type: 'SendResponse',
      injectId: report,
      text: 'x',
      tableId: table('ph'),
    } as const;
    expect(drill.submit(jp, command).rejection?.code).toBe('command/not-allowed');
  });

  test('[ANS6] a pause stops time, not people', () => {
    const drill = withReport();
    drill.do(director, { type: 'PauseClock', reason: '' });
    drill.do(jp, { type: 'SendResponse', injectId: report, text: 'Still here.' });
  });

  test('[ANS7] a late answer is met late', () => {
    const drill = withReport();
    drill.wait(minutes(5));
    drill.do(jp, { type: 'SendResponse', injectId: report, text: 'Sorry.' });
    expect(drill.log.at(-1)).toMatchObject({ type: 'ExpectationMet', isLate: true });
  });

  test('[ANS8] each seat’s first look is kept, once', () => {
    const drill = withReport();
    expect(drill.do(jp, { type: 'OpenInject', injectId: report })).toHaveLength(1);
    expect(drill.do(jp, { type: 'OpenInject', injectId: report })).toHaveLength(0);
  });
});

describe('messages', () => {
  test('[MSG1] a player writes to control for their own table only', () => {
    const drill = withReport();
    drill.do(jp, {
      type: 'SendMessage',
      thread: { kind: 'table', tableId: table('jp') },
      text: 'Hello',
    });
    for (const thread of [{ kind: 'table', tableId: table('ph') }, { kind: 'staff' }] as const) {
      const sent = drill.submit(jp, { type: 'SendMessage', thread, text: 'Hello' });
      expect(sent.rejection?.code).toBe('message/not-your-thread');
    }
  });
});

describe('REAL WORLD', () => {
  test('[RW1] any seat may raise it; everything stands still until it is lifted', () => {
    const drill = withReport();
    const facts = drill.do(jp, { type: 'RaiseRealWorld', reason: 'somebody fainted' });
    expect(facts.map(({ type }) => type)).toEqual(['RealWorldRaised', 'ClockPaused']);
    expect(drill.wait(minutes(60))).toEqual([]);
    const answer = drill.submit(ph, { type: 'SendResponse', injectId: report, text: 'x' });
    expect(answer.rejection?.code).toBe('exercise/real-world');
    expect(drill.submit(director, { type: 'ResumeClock' }).rejection?.code).toBe(
      'exercise/real-world',
    );
  });

  test('[RW2] lifted, the clock still stands until somebody resumes it', () => {
    const drill = withReport();
    drill.do(jp, { type: 'RaiseRealWorld', reason: '' });
    drill.do(director, { type: 'LiftRealWorld' });
    expect(drill.wait(minutes(5))).toEqual([]);
    drill.do(director, { type: 'ResumeClock' });
    drill.do(ph, { type: 'SendResponse', injectId: report, text: 'x' });
  });
});

describe('the decider', () => {
  test('[DEC1] a command from before a rewind is refused', () => {
    const drill = withReport();
    const stale = decide(
      drill.state,
      { actor: jp, command: { type: 'OpenInject', injectId: report }, epoch: 7 },
      drill.nowMs,
    );
    expect(stale.rejection?.code).toBe('command/stale-epoch');
  });

  test('[DEC2] what had come due is kept even when the command is refused', () => {
    const drill = running(scenario);
    drill.nowMs += minutes(1);
    const refused = drill.submit(jp, { type: 'PauseClock', reason: '' });
    expect(refused.rejection?.code).toBe('command/not-allowed');
    expect(refused.facts.map(({ type }) => type)).toEqual(['InjectReleased', 'InjectArmed']);
  });

  test('[DEC4] a cascade longer than the cap puts the exercise aside instead of looping', () => {
    const drill = running(scenario);
    const { facts, rejection } = decide(
      drill.state,
      { actor: director, command: { type: 'EndExercise', reason: '' } },
      drill.nowMs,
      0,
    );
    expect(facts.map(({ type }) => type)).toEqual(['ExerciseQuarantined']);
    expect(rejection?.code).toBe('exercise/quarantined');
    const quarantined = fold(drill.state, facts);
    const after = decide(
      quarantined,
      { actor: director, command: { type: 'PauseClock', reason: '' } },
      drill.nowMs,
    );
    expect(after).toMatchObject({ facts: [], rejection: { code: 'exercise/quarantined' } });
  });

  test('[DEC3] every consequence names the fact it follows from', () => {
    const drill = withReport();
    const released = drill.log.find(
      (fact) => fact.type === 'InjectReleased' && fact.injectId === report,
    );
    const armed = drill.log.find((fact) => fact.seq === released?.causedBy);
    expect(armed).toMatchObject({ type: 'InjectArmed', injectId: report });
    const source = drill.log.find((fact) => fact.seq === armed?.causedBy);
    expect(source).toMatchObject({ type: 'InjectReleased', injectId: 'note' });
  });
});
