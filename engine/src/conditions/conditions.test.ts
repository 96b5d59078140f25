import { describe, expect, test } from 'vitest';
import { injectState } from '../exercise/state.js';
import type {
  AssetId,
  ChoiceId,
  EndingId,
  IndicatorId,
  MilestoneId,
  PhaseId,
} from '../protocol/ids.js';
import { type Drill, host, inject, minutes, running, seat } from '../testing/drill.js';
import { worldScenario } from '../testing/world-scenario.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import { viewOf } from '../views/project.js';

const scenario = worldScenario();
const director = seat('facilitator');
const releasedAt = (drill: Drill, id: string) =>
  injectState(drill.state, inject(id)).releasedPlayMs;
const terminal = (status: 'operational' | 'down') =>
  ({ type: 'SetAsset', assetId: 'terminal' as AssetId, status }) as const;
const attack = (text: string) =>
  ({ type: 'SendResponse', injectId: inject('attack'), text }) as const;
const trust = (drill: Drill) => drill.state.indicators.get('trust' as IndicatorId);

describe('triggers on conditions', () => {
  test('[COND1] an inject comes when its condition becomes true', () => {
    const drill = running(scenario);
    drill.wait(minutes(20));
    expect(releasedAt(drill, 'gates-down')).toBe(minutes(9));
  });

  test('[COND2] a condition that ceases during the delay disarms, and arms anew when it returns', () => {
    const drill = running(scenario);
    drill.wait(minutes(7));
    expect(injectState(drill.state, inject('slow')).dueAtMs).toBe(minutes(16));
    drill.do(director, terminal('operational'));
    drill.wait(minutes(3));
    expect(injectState(drill.state, inject('slow')).status).toBe('waiting');
    drill.do(director, terminal('down'));
    drill.wait(minutes(5));
    expect(injectState(drill.state, inject('slow')).dueAtMs).toBe(minutes(25));
  });

  test('[COND3] an edge needs the condition to become true while the phase runs; a level does not', () => {
    const drill = running(scenario);
    drill.do(host, { type: 'TakeExit', phaseId: 'one' as PhaseId, exit: 0 });
    drill.wait(minutes(3));
    expect(injectState(drill.state, inject('edge-only')).status).toBe('waiting');
    drill.do(director, terminal('down'));
    drill.do(director, terminal('operational'));
    expect(releasedAt(drill, 'edge-only')).toBe(minutes(3));
    const level = running(scenario);
    level.wait(minutes(5));
    expect(releasedAt(level, 'still-true')).toBe(minutes(4));
  });

  test('[COND4] time passed without an action comes true only without it', () => {
    const silent = running(scenario);
    silent.wait(minutes(10));
    expect(releasedAt(silent, 'silence')).toBe(minutes(7));
    const prompt = running(scenario);
    prompt.wait(minutes(2));
    prompt.do(seat('player-ph'), attack('Warned.'));
    prompt.wait(minutes(20));
    expect(injectState(prompt.state, inject('silence')).status).toBe('waiting');
    expect(prompt.types()).toContain('InjectDisarmed');
  });

  test('[COND5] an inject can wait for its phase to be entered', () => {
    const drill = running(scenario);
    drill.wait(minutes(2));
    drill.do(host, { type: 'TakeExit', phaseId: 'one' as PhaseId, exit: 0 });
    drill.wait(minutes(1));
    expect(releasedAt(drill, 'begun')).toBe(minutes(3));
  });

  test('[COND6] what waits shows which parts of its condition hold', () => {
    const drill = running(scenario);
    drill.wait(minutes(1));
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    expect(view.watches['inject still-true']).toMatchObject({
      kind: 'all',
      holds: false,
      of: [
        { kind: 'not', holds: true },
        { kind: 'leaf', holds: false, condition: { kind: 'elapsed' } },
      ],
    });
  });
});

describe('effects', () => {
  test('[EFF1] a missed deadline moves a gauge, within its bounds', () => {
    const drill = running(scenario);
    drill.wait(minutes(5));
    // Two tables missed it.
    expect(trust(drill)).toBe(10);
  });

  test('[EFF2] doing it reaches a milestone once, and awards points to who did it', () => {
    const drill = running(scenario);
    drill.wait(minutes(2));
    drill.do(seat('player-ph'), attack('Warned.'));
    expect(drill.state.milestones.has('warned' as MilestoneId)).toBe(true);
    const award = [...drill.state.scores.values()].find(({ rule }) => rule === 'points/awarded');
    expect(award).toMatchObject({
      tableId: 'ph',
      points: 3,
      maximum: 0,
      reason: 'Before anyone asked',
    });
    drill.do(seat('player-jp'), attack('Too.'));
    expect(drill.types().filter((type) => type === 'MilestoneReached')).toHaveLength(1);
  });

  test('[EFF3] a choice can call off an inject, bring one, and open another phase', () => {
    const choose = (choiceId: string) => {
      const drill = running(scenario);
      drill.wait(minutes(2));
      drill.do(director, { type: 'ReleaseInject', injectId: inject('decide') });
      drill.do(seat('player-jp'), {
        type: 'MakeChoice',
        injectId: inject('decide'),
        choiceId: choiceId as ChoiceId,
      });
      drill.wait(minutes(3));
      return drill;
    };
    const restored = choose('restore');
    expect(injectState(restored.state, inject('silence')).status).toBe('skipped');
    expect(releasedAt(restored, 'thanks')).toBe(minutes(4));
    const left = choose('leave');
    expect(left.state.phases).toBe('two');
    // Ten for the phase, twice 25 for the two deadlines missed meanwhile.
    expect(trust(left)).toBe(0);
  });

  test('[EFF4] in a phase entered again, what was skipped with it waits as before', () => {
    const drill = running(scenario);
    drill.do(host, { type: 'TakeExit', phaseId: 'one' as PhaseId, exit: 0 });
    expect(injectState(drill.state, inject('attack')).status).toBe('skipped');
    drill.wait(minutes(2));
    drill.do(host, { type: 'TakeExit', phaseId: 'two' as PhaseId, exit: 0 });
    drill.wait(minutes(1));
    expect(releasedAt(drill, 'attack')).toBe(minutes(3));
  });
});

describe('endings', () => {
  test('[END1] an ending is reached once its whole condition holds, and can end the exercise', () => {
    const drill = running(scenario);
    drill.wait(minutes(2));
    drill.do(seat('player-ph'), attack('Warned.'));
    expect(drill.types()).not.toContain('EndingReached');
    drill.do(seat('player-jp'), attack('Too.'));
    expect(drill.state.endings.has('contained' as EndingId)).toBe(true);
    expect(drill.state.lifecycle.stage).toBe('ended');
  });

  test('[END2] an ending not reached says what is still missing', () => {
    const drill = running(scenario);
    drill.wait(minutes(5));
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    const missing = view.endings.contained?.missing;
    expect(missing?.kind === 'all' && missing.of.map(({ holds }) => holds)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
