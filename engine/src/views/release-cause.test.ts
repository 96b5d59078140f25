import { expect, test } from 'vitest';
import { type Drill, inject, minutes, running } from '../testing/drill.js';
import { director, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import type { FacilitatorView } from './facilitator-view.js';
import { viewOf } from './project.js';

const scenario = exchangeScenario();

function causeOf({ state }: Drill, injectId: string) {
  const view = viewOf(state, { role: 'facilitator' }) as FacilitatorView;
  return view.events[injectId]?.release ?? null;
}

test('[FAC26] what went out says why: its trigger, a confirmation, or a hand', () => {
  const auto = running(scenario, { pace: 'auto' });
  expect(causeOf(auto, 'later')).toBeNull();
  auto.wait(minutes(30));
  expect(causeOf(auto, 'later')).toEqual({ as: 'trigger', seatId: null });
  release(auto, 'anyone');
  expect(causeOf(auto, 'anyone')).toMatchObject({ as: 'hand' });

  const confirmed = running(scenario, { pace: 'confirm' });
  confirmed.wait(minutes(30));
  expect(causeOf(confirmed, 'later')).toBeNull();
  confirmed.do(director, { type: 'Confirm', item: { kind: 'inject', injectId: inject('later') } });
  expect(causeOf(confirmed, 'later')).toEqual({ as: 'trigger', seatId: 'facilitator' });
});

test('[FAC26] a moment that control set and an effect are told apart, with a confirmation or without', () => {
  const dealt = exchangeScenario((file) => {
    file.phases[1].onEnter = [{ kind: 'releaseInject', inject: 'card', delayMinutes: 2 }];
  });
  for (const pace of ['auto', 'confirm'] as const) {
    const drill = running(dealt, { pace });
    const confirm = (injectId: string) => {
      if (pace === 'auto') return;
      const item = { kind: 'inject', injectId: inject(injectId) } as const;
      drill.do(director, { type: 'Confirm', item });
    };
    drill.do(director, { type: 'MoveInject', injectId: inject('later'), dueAtMs: minutes(5) });
    drill.wait(minutes(5));
    confirm('later');
    expect([pace, causeOf(drill, 'later')?.as]).toEqual([pace, 'moved']);
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    drill.wait(minutes(2));
    confirm('card');
    expect([pace, causeOf(drill, 'card')?.as]).toEqual([pace, 'effect']);
  }
});
