import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../exercise/commands.js';
import { type Drill, host, inject, running } from '../testing/drill.js';
import { director, last } from '../testing/exchange-acts.js';
import { type Change, exchangeScenario } from '../testing/exchange-scenario.js';
import type { FacilitatorView } from './facilitator-view.js';
import { viewOf } from './project.js';

function drillWith(words: object): Drill {
  const change: Change = (file) => {
    Object.assign(
      file.injects.find(({ id }: { id: string }) => id === 'later'),
      words,
    );
  };
  return running(exchangeScenario(change));
}

function lacks({ state }: Drill) {
  const view = viewOf(state, { role: 'facilitator' }) as FacilitatorView;
  return view.injects.later?.lacks;
}

const add = (field: string, language: string): CommandOf<'TranslateScenario'> => ({
  type: 'TranslateScenario',
  place: `injects/later/${field}`,
  language,
  text: `${language}: ${field}`,
});

const whole = { en: 'Later', ja: '後で', fil: 'Mamaya' };

describe('what staff’s lists know of an inject’s languages', () => {
  test('[LANG7] a text that lacks a language is told though the title has them all', () => {
    const drill = drillWith({ title: whole, body: { en: 'Words.', ja: '言葉' } });
    expect(lacks(drill)).toEqual({ fil: ['body'] });
    drill.do(director, add('body', 'fil'));
    expect(lacks(drill)).toEqual({});
  });

  test('[LANG7] words without a language are in the scenario’s own', () => {
    const drill = drillWith({ title: 'Later', body: { en: 'Words.', fil: 'Salita.' } });
    expect(lacks(drill)).toEqual({ ja: ['title', 'body'], fil: ['title'] });
  });

  test('[LANG7] each translation, edit and removal changes it', () => {
    const drill = drillWith({ title: whole, body: whole });
    drill.do(director, {
      type: 'EditInject',
      injectId: inject('later'),
      body: 'EXERCISE. Other words.',
      untilTranslated: false,
    });
    expect(lacks(drill)).toEqual({ ja: ['body'], fil: ['body'] });
    const { seq } = last(drill, 'InjectEdited');
    drill.do(director, add('body', 'ja'));
    expect(lacks(drill)).toEqual({ fil: ['body'] });
    drill.do(host, { type: 'RedactContent', factSeq: seq, fields: ['body'], reason: 'mistake' });
    expect(lacks(drill)).toEqual({});
  });

  test('[LANG7] choices, files and each form for some readers are told apart', () => {
    const drill = drillWith({
      title: whole,
      body: whole,
      choices: [
        { id: 'stay', label: whole },
        { id: 'go', label: 'Go' },
      ],
      attachments: [{ file: 'map.png', title: whole, alt: { en: 'A map', ja: '地図' } }],
      perRecipient: [{ to: ['jp'], body: { en: 'Only for you.', fil: 'Para sa inyo.' } }],
    });
    expect(lacks(drill)).toEqual({
      ja: ['choices/go/label', 'perRecipient/0/body'],
      fil: ['choices/go/label', 'attachments/0/alt'],
    });
    drill.do(director, add('choices/go/label', 'ja'));
    expect(lacks(drill)).toMatchObject({ ja: ['perRecipient/0/body'] });
  });

  test('[LANG7] forms that were not drawn, and what every form says otherwise, nobody reads', () => {
    const drill = drillWith({
      title: whole,
      body: 'Nobody reads this.',
      variants: [
        { id: 'calm', body: 'Calm.' },
        { id: 'loud', body: 'Loud!' },
      ],
    });
    const drawn = drill.state.variants.get(inject('later'));
    expect(lacks(drill)?.ja).toEqual([`variants/${drawn}/body`]);
    drill.do(director, add(`variants/${drawn}/body`, 'ja'));
    expect(lacks(drill)).toEqual({ fil: [`variants/${drawn}/body`] });
  });
});

describe('what staff know of all else that a scenario says', () => {
  const frame = ({ state }: Drill) =>
    (viewOf(state, { role: 'facilitator' }) as FacilitatorView).lacks;

  test('[LANG9] each text that lacks a language stands there with its words, until it has them all', () => {
    const drill = running(
      exchangeScenario((file) => {
        file.contacts.find(({ id }: { id: string }) => id === 'reporter').name = whole;
        file.indicators[0].unit = '%';
        file.positions.find(({ id }: { id: string }) => id === 'line').title = {
          en: 'A line',
          ja: '一行',
        };
      }),
    );
    expect(frame(drill)['contacts/reporter/name']).toBeUndefined();
    // A sign needs no translation.
    expect(frame(drill)['indicators/trust/unit']).toBeUndefined();
    expect(frame(drill)['indicators/trust/name']).toBeDefined();
    const place = 'positions/line/title';
    expect(frame(drill)[place]).toEqual({
      text: { en: 'A line', ja: '一行' },
      languages: ['fil'],
    });
    drill.do(director, { type: 'TranslateScenario', place, language: 'fil', text: 'Isang linya' });
    expect(frame(drill)[place]).toBeUndefined();
  });

  test('[LANG9] it is in no view of a table or a wall', () => {
    const { state } = running(exchangeScenario());
    expect(Object.keys(frame({ state } as Drill)).length).toBeGreaterThan(0);
    expect(viewOf(state, { role: 'player', tableId: 'jp' as never })).not.toHaveProperty('lacks');
    expect(viewOf(state, { role: 'observer' })).not.toHaveProperty('lacks');
  });
});
