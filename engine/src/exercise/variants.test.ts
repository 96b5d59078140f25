import { describe, expect, test } from 'vitest';
import type { InjectId, TableId } from '../protocol/ids.js';
import { type Drill, inject, running } from '../testing/drill.js';
import { apart, director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorInjectBody, FacilitatorView } from '../views/facilitator-view.js';
import type { PlayerInjectBody, PlayerView } from '../views/player-view.js';
import { injectBody, viewOf } from '../views/project.js';
import { draw } from './draw.js';

const scenario = exchangeScenario();
const forms = inject('forms');
const drawn = ({ state }: Drill) => state.variants.get(forms);
const choose = (variantId: string, injectId = forms) =>
  ({ type: 'ChooseVariant', injectId, variantId: variantId as never }) as const;

function reads({ state }: Drill, tableId: string) {
  const audience = playerAudience(tableId as TableId);
  const view = viewOf(state, audience) as PlayerView;
  const body = injectBody(state, audience, forms as InjectId) as PlayerInjectBody;
  return [view.injects.forms?.title, body.body, view.injects.forms?.from.name];
}

describe('variants', () => {
  test('[VAR1] one form is drawn at StartEx, as a fact; the same seed draws the same', () => {
    for (const seed of [0, 1, 2, 77, 0xffff_ffff]) {
      const drill = running(scenario, { seed });
      expect(last(drill, 'VariantDrawn')).toMatchObject({
        injectId: 'forms',
        variantId: drawn(drill),
        cause: 'seed',
        causedBy: last(drill, 'ExerciseStarted').seq,
      });
      expect(drawn(running(scenario, { seed }))).toBe(drawn(drill));
    }
  });

  test('[VAR1] over many seeds each form comes as often as its weight says', () => {
    const entries = [{ weight: 1 }, { weight: 3 }, { weight: 6 }];
    const counts = new Map(entries.map((entry) => [entry, 0]));
    const seeds = 4_000;
    for (let seed = 0; seed < seeds; seed++) {
      const found = draw(seed, 'variant x', entries);
      if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    for (const [{ weight }, count] of counts) {
      expect(Math.abs(count / seeds - weight / 10)).toBeLessThan(0.03);
    }
  });

  test('[VAR1] draws for different injects do not go together', () => {
    const entries = [{ weight: 1 }, { weight: 1 }];
    let alike = 0;
    for (let seed = 0; seed < 2_000; seed++) {
      if (draw(seed, 'variant a', entries) === draw(seed, 'variant b', entries)) alike++;
    }
    expect(Math.abs(alike / 2_000 - 0.5)).toBeLessThan(0.05);
  });

  test('[VAR2] a controller sees what was drawn and may choose another form before it goes out', () => {
    const drill = running(scenario);
    const other = drawn(drill) === 'calm' ? 'loud' : 'calm';
    drill.do(director, choose(other));
    expect(last(drill, 'VariantDrawn')).toMatchObject({ variantId: other, cause: 'person' });
    expect(drill.do(director, choose(other))).toEqual([]);
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    expect(view.events.forms?.variantId).toBe(other);
    expect(view.injects.forms?.variants.map(({ id }) => id)).toEqual(['calm', 'loud']);
    const body = injectBody(drill.state, { role: 'facilitator' }, forms) as FacilitatorInjectBody;
    expect(body.variants).toEqual([
      { id: 'calm', body: 'Calm.' },
      { id: 'loud', body: 'Loud.' },
    ]);
  });

  test('[VAR2] not once it went out, nor one that it has not', () => {
    const drill = running(scenario);
    const code = (...of: Parameters<typeof choose>) =>
      drill.submit(director, choose(...of)).rejection?.code;
    expect(code('silent')).toBe('inject/no-variant');
    expect(code('calm', inject('later'))).toBe('inject/no-variant');
    expect(code('calm', inject('nowhere'))).toBe('inject/unknown');
    expect(drill.submit(player('jp'), choose('calm')).rejection?.code).toBe('command/not-allowed');
    release(drill, 'forms');
    expect(code('calm')).toBe('inject/already-released');
  });

  test('[VAR3] over the drawn form stand the words for some recipients; the first that fits counts', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(director, choose('loud'));
    release(drill, 'forms');
    expect(reads(drill, 'jp-cert')).toEqual(['A loud form', 'Loud.', 'R. Cruz']);
    expect(reads(drill, 'us-cert')).toEqual(['A loud form', 'For American eyes.', 'Liaison']);
    expect(reads(drill, 'us-isac')).toEqual(['A loud form', 'For American eyes.', 'Liaison']);
    expect(reads(drill, 'ph-bank')).toEqual(['For the second entry', 'Loud.', 'R. Cruz']);
  });

  test('[VAR3] a merged table reads what any of its teams should', () => {
    const drill = running(scenario, { tables: { one: ['jp-cert', 'us-cert'] } });
    drill.do(director, choose('calm'));
    release(drill, 'forms');
    expect(reads(drill, 'one')).toEqual(['A calm form', 'For American eyes.', 'Liaison']);
  });

  test('[VAR3] a table is told its own form only; a wall the form that is nobody’s in particular', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(director, choose('loud'));
    release(drill, 'forms');
    const audience = playerAudience('jp-cert' as TableId);
    const told = JSON.stringify([
      viewOf(drill.state, audience),
      injectBody(drill.state, audience, forms),
    ]);
    expect(told).not.toMatch(/calm|American|second entry/i);
    expect(JSON.stringify(viewOf(drill.state, { role: 'observer' }))).toContain('A loud form');
  });
});
