import { describe, expect, test } from 'vitest';
import type { InjectId, TableId } from '../protocol/ids.js';
import { type Drill, inject, minutes, running } from '../testing/drill.js';
import { director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import type { PlayerInjectBody, PlayerView } from '../views/player-view.js';
import { injectBody, viewOf } from '../views/project.js';
import type { CommandOf } from './commands.js';
import { exerciseLimits } from './exercise-limits.js';
import { injectOf, injectState } from './state.js';

const scenario = exchangeScenario();

const edit = (
  injectId: string,
  words: Partial<CommandOf<'EditInject'>>,
): CommandOf<'EditInject'> => ({
  type: 'EditInject',
  injectId: inject(injectId),
  untilTranslated: false,
  ...words,
});

const improvise = (
  more: Partial<CommandOf<'ImproviseInject'>> = {},
): CommandOf<'ImproviseInject'> => ({
  type: 'ImproviseInject',
  title: 'A call',
  body: 'EXERCISE. Somebody calls.',
  channel: 'call',
  from: 'reporter' as never,
  to: ['ph' as never],
  tlp: 'GREEN',
  expectations: [],
  releaseNow: true,
  untilTranslated: false,
  ...more,
});

/** Title, body and speaker as a table reads them. */
function reads({ state }: Drill, injectId: string, tableId: string) {
  const audience = playerAudience(tableId as TableId);
  const view = viewOf(state, audience) as PlayerView;
  const body = injectBody(state, audience, injectId as InjectId) as PlayerInjectBody | null;
  return [view.injects[injectId]?.title, body?.body, view.injects[injectId]?.from.name];
}

describe('editing what has not gone out', () => {
  test('[HAND1] other words and another marking, for everybody', () => {
    const drill = running(scenario);
    drill.do(director, edit('later', { title: 'New', body: 'New text.', tlp: 'AMBER' }));
    drill.wait(minutes(30));
    for (const table of ['jp', 'ph', 'us']) {
      expect(reads(drill, 'later', table)).toEqual(['New', 'New text.', 'Duty desk']);
    }
    expect(injectOf(drill.state, inject('later'))).toMatchObject({ tlp: 'AMBER', number: '14' });
  });

  test('[HAND1] what is not edited stays: trigger, expectations, effects', () => {
    const drill = running(scenario);
    drill.do(director, edit('anyone', { title: 'New' }));
    release(drill, 'anyone');
    expect(last(drill, 'InjectReleased').opens).toHaveLength(3);
    expect(reads(drill, 'anyone', 'jp')).toEqual(['New', 'EXERCISE. anyone.', 'Duty desk']);
  });

  test('[HAND1] files are added and left out while it has not gone out; its words stay', () => {
    const drill = running(scenario);
    const seen = () => {
      const staff = { role: 'facilitator' } as const;
      const view = viewOf(drill.state, staff) as FacilitatorView;
      const body = injectBody(drill.state, staff, inject('later'));
      return [body?.attachments.map(({ file }) => file), view.injects.later?.filesBy];
    };
    expect(seen()).toEqual([[], null]);
    const map = { file: 'map.png', title: { en: 'Map', ja: '地図' }, alt: 'The quay' };
    drill.do(director, edit('later', { attachments: [map] }));
    const added = last(drill, 'InjectEdited').seq;
    expect(seen()).toEqual([['map.png'], added]);
    // Other words leave the files as they are, and other files the words.
    drill.do(director, edit('later', { title: 'New' }));
    expect(seen()).toEqual([['map.png'], added]);
    drill.do(director, edit('later', { attachments: [] }));
    expect(seen()).toEqual([[], last(drill, 'InjectEdited').seq]);
    drill.wait(minutes(30));
    expect(reads(drill, 'later', 'jp')).toEqual(['New', 'EXERCISE. later.', 'Duty desk']);
    const late = drill.submit(director, edit('later', { attachments: [map] }));
    expect(late.rejection?.code).toBe('inject/already-released');
  });

  test('[HAND1] written words take the place of the inject’s other forms', () => {
    const drill = running(scenario);
    drill.do(director, edit('forms', { body: 'One text for all.' }));
    const choose = drill.submit(director, {
      type: 'ChooseVariant',
      injectId: inject('forms'),
      variantId: 'calm' as never,
    });
    expect(choose.rejection?.code).toBe('inject/no-variant');
    release(drill, 'forms');
    const title = reads(drill, 'forms', 'jp')[0];
    expect(['A calm form', 'A loud form']).toContain(title);
    for (const table of ['jp', 'ph', 'us']) {
      expect(reads(drill, 'forms', table).slice(0, 2)).toEqual([title, 'One text for all.']);
    }
  });

  test('[HAND1] what the drawn form said and who spoke stays where it was not edited', () => {
    const drill = running(scenario);
    drill.do(director, {
      type: 'ChooseVariant',
      injectId: inject('forms'),
      variantId: 'loud' as never,
    });
    drill.do(director, edit('forms', { title: 'Louder' }));
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    expect(view.injects.forms).toMatchObject({ title: 'Louder', from: 'R. Cruz', variants: [] });
    expect(view.events.forms?.variantId).toBeNull();
    release(drill, 'forms');
    expect(reads(drill, 'forms', 'us')).toEqual(['Louder', 'Loud.', 'R. Cruz']);
  });

  test('[HAND1] another marking alone leaves all forms as they are', () => {
    const drill = running(scenario, { seed: 3 });
    drill.do(director, edit('forms', { tlp: 'RED' }));
    release(drill, 'forms');
    expect(reads(drill, 'forms', 'us')[1]).toBe('For American eyes.');
    expect(injectOf(drill.state, inject('forms'))?.tlp).toBe('RED');
  });

  test('[HAND1] once it went out, or without anything new, or in a strange language, it is refused', () => {
    const drill = running(scenario);
    release(drill, 'warn');
    const code = (command: CommandOf<'EditInject'>) =>
      drill.submit(director, command).rejection?.code;
    expect(code(edit('warn', { title: 'x' }))).toBe('inject/already-released');
    expect(code(edit('later', {}))).toBe('inject/unfinished-edit');
    expect(code(edit('later', { body: { en: 'x', de: 'x' } }))).toBe('language/unknown');
    expect(code(edit('nowhere', { title: 'x' }))).toBe('inject/unknown');
    drill.do(director, { type: 'RecallInject', injectId: inject('warn'), reason: '' });
    expect(code(edit('warn', { title: 'x' }))).toBe('inject/recalled');
  });

  test('[HAND1] players learn nothing of it before it goes out', () => {
    const drill = running(scenario);
    const before = JSON.stringify(viewOf(drill.state, playerAudience('jp' as TableId)));
    drill.do(director, edit('later', { title: 'New' }));
    drill.do(director, improvise({ to: ['all' as never], releaseNow: false }));
    expect(JSON.stringify(viewOf(drill.state, playerAudience('jp' as TableId)))).toBe(before);
  });
});

describe('making something up', () => {
  test('[HAND2] it goes out at once to whom it is for, with a number of its own', () => {
    const drill = running(scenario);
    drill.do(director, improvise());
    drill.do(director, improvise({ title: 'Another', to: ['jp-cert' as never] }));
    const [first, second] = [...drill.state.written.values()];
    expect([first?.number, second?.number].sort()).toEqual(['X1', 'X2']);
    const { injectId } = last(drill, 'InjectImprovised');
    expect(last(drill, 'InjectReleased')).toMatchObject({ injectId, tableIds: ['jp'] });
    expect(reads(drill, injectId, 'jp')).toEqual([
      'Another',
      'EXERCISE. Somebody calls.',
      'R. Cruz',
    ]);
    expect(reads(drill, injectId, 'ph')[0]).toBeUndefined();
  });

  test('[HAND2] with what is expected: met, missed and scored like any other', () => {
    const drill = running(scenario);
    drill.do(
      director,
      improvise({
        expectations: [
          { kind: 'acknowledge', withinMinutes: 2, points: 3 },
          { kind: 'respond', withinMinutes: 5, points: 7 },
        ],
      }),
    );
    const { injectId } = last(drill, 'InjectImprovised');
    drill.wait(minutes(3));
    drill.do(player('ph'), { type: 'SendResponse', injectId, text: 'No comment.' });
    const lines = [...drill.state.scores.values()].map(({ rule, points }) => [rule, points]).sort();
    expect(lines).toEqual([
      ['expectation/late', 0],
      ['expectation/met', 7],
    ]);
  });

  test('[HAND2] or it waits in the deck for its moment, in whatever module', () => {
    const drill = running(scenario);
    drill.do(director, improvise({ releaseNow: false }));
    const { injectId } = last(drill, 'InjectImprovised');
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    expect(injectState(drill.state, injectId).status).toBe('waiting');
    drill.do(director, { type: 'MoveInject', injectId, dueAtMs: minutes(5) });
    drill.do(director, { type: 'TakeExit', phaseId: 'day-3' as never, exit: 0 });
    drill.wait(minutes(5));
    expect(injectState(drill.state, injectId).releasedPlayMs).toBe(minutes(5));
  });

  test('[HAND2] it can be edited, held, skipped and recalled like any other', () => {
    const drill = running(scenario);
    drill.do(director, improvise({ releaseNow: false }));
    const { injectId } = last(drill, 'InjectImprovised');
    drill.do(director, edit(injectId, { title: 'Better' }));
    drill.do(director, { type: 'HoldInject', injectId });
    drill.do(director, { type: 'SkipInject', injectId, reason: 'no time' });
    drill.do(director, { type: 'ReleaseInject', injectId });
    expect(reads(drill, injectId, 'ph')[0]).toBe('Better');
    drill.do(director, { type: 'RecallInject', injectId, reason: 'wrong' });
    expect(reads(drill, injectId, 'ph').slice(0, 2)).toEqual(['Better', undefined]);
  });

  test('[HAND2] only a contact that exists speaks, to somebody that exists', () => {
    const drill = running(scenario);
    const code = (more: Partial<CommandOf<'ImproviseInject'>>) =>
      drill.submit(director, improvise(more)).rejection?.code;
    expect(code({ from: 'stranger' as never })).toBe('contact/unknown');
    expect(code({ to: ['mars' as never] })).toBe('share/no-such-recipient');
    expect(code({ title: { xx: 'x' } })).toBe('language/unknown');
    for (let count = 0; count < exerciseLimits.improvised; count++) {
      drill.do(director, improvise({ releaseNow: false }));
    }
    expect(code({})).toBe('inject/too-many-improvised');
  });

  test('[HAND2] made up for the same moment as something planned, it comes after it', () => {
    const drill = running(scenario);
    drill.do(director, improvise({ releaseNow: false, to: ['all' as never] }));
    const { injectId } = last(drill, 'InjectImprovised');
    drill.do(director, { type: 'MoveInject', injectId, dueAtMs: minutes(30) });
    drill.wait(minutes(30));
    const released = drill.log.flatMap((fact) =>
      fact.type === 'InjectReleased' ? [fact.injectId] : [],
    );
    expect(released).toEqual(['later', injectId]);
  });
});

describe('the deck', () => {
  test('[HAND3] a card comes by hand or by an effect, whatever module is under way', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    expect(injectState(drill.state, inject('card')).status).toBe('waiting');
    release(drill, 'card');
    expect(last(drill, 'InjectReleased').tableIds).toEqual(['jp', 'ph', 'us']);
    const dealt = exchangeScenario((file) => {
      file.phases[1].onEnter = [{ kind: 'releaseInject', inject: 'card', delayMinutes: 2 }];
    });
    const other = running(dealt);
    other.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    other.wait(minutes(2));
    expect(injectState(other.state, inject('card')).releasedPlayMs).toBe(minutes(2));
  });

  test('[HAND3] moved to a moment it comes then, though its module has ended', () => {
    const drill = running(scenario);
    drill.do(director, {
      type: 'MoveInject',
      injectId: inject('card'),
      dueAtMs: minutes(5),
    });
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    drill.wait(minutes(5));
    expect(injectState(drill.state, inject('card')).releasedPlayMs).toBe(minutes(5));
  });

  test('[HAND3] held over the end of its module and let go it is still there', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'HoldInject', injectId: inject('card') });
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    drill.do(director, { type: 'UnholdInject', injectId: inject('card') });
    expect(injectState(drill.state, inject('card')).status).toBe('waiting');
  });
});
