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

const add = (field: 'title' | 'body', language: string): CommandOf<'TranslateInject'> => ({
  type: 'TranslateInject',
  injectId: inject('later'),
  field,
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

  test('[LANG7] where readers read different words nothing is lacking that a translator could add', () => {
    const own = [{ to: ['jp'], body: 'Only for you.' }];
    expect(lacks(drillWith({ title: 'Later', body: 'Words.', perRecipient: own }))).toEqual({});
  });
});
