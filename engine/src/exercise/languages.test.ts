import { describe, expect, test } from 'vitest';
import { minutes, running } from '../testing/drill.js';
import { director, last, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import {
  bodyFor,
  edit,
  improvise,
  later,
  translate,
  translator,
  viewOfTable,
  withTranslator,
} from '../testing/translated-drill.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import { viewOf } from '../views/project.js';
import { injectState } from './state.js';

describe('held until translated', () => {
  test('[LANG1] an edited inject waits for every language of its readers, then comes at its time', () => {
    const drill = withTranslator();
    drill.do(director, edit({ title: 'New', body: 'New text.' }));
    expect(later(drill)).toMatchObject({ isHeld: true, awaits: ['ja', 'fil'] });
    const { seq } = last(drill, 'InjectEdited');
    for (const [field, language] of [
      ['title', 'ja'],
      ['body', 'ja'],
      ['title', 'fil'],
    ] as const) {
      drill.do(translator, translate(seq, field, language));
      expect(later(drill).isHeld).toBe(true);
    }
    drill.do(translator, translate(seq, 'body', 'fil'));
    expect(later(drill)).toMatchObject({ isHeld: false, awaits: [] });
    expect(last(drill, 'InjectUnheld').causedBy).toBe(last(drill, 'TextTranslated').seq);
    drill.wait(minutes(30));
    expect(bodyFor(drill, 'jp', 'later').body).toEqual({
      en: 'New text.',
      ja: 'ja: body',
      fil: 'fil: body',
    });
  });

  test('[LANG1] past its time it comes the moment it is complete', () => {
    const drill = withTranslator();
    drill.do(director, improvise({}));
    const { seq, injectId } = last(drill, 'InjectImprovised');
    expect(injectState(drill.state, injectId)).toMatchObject({ isHeld: true, awaits: ['ja'] });
    drill.wait(minutes(2));
    drill.do(translator, translate(seq, 'title', 'ja'));
    drill.do(translator, translate(seq, 'body', 'ja'));
    expect(injectState(drill.state, injectId)).toMatchObject({
      status: 'released',
      releasedPlayMs: minutes(2),
    });
  });

  test('[LANG1] what was written in every language is not held', () => {
    const drill = withTranslator();
    const both = { en: 'A call', ja: '電話' };
    drill.do(director, improvise({ title: both, body: both }));
    expect(last(drill, 'InjectReleased').tableIds).toEqual(['jp', 'us']);
  });

  test('[LANG1] with words that stay the languages count that they have', () => {
    const drill = withTranslator();
    drill.do(director, edit({ title: { en: 'New', ja: '新', fil: 'Bago' } }));
    // The scenario’s own text is in English alone, and can be translated with the rest.
    expect(later(drill).awaits).toEqual(['ja', 'fil']);
    const { seq } = last(drill, 'InjectEdited');
    drill.do(translator, translate(seq, 'body', 'ja'));
    drill.do(translator, translate(seq, 'body', 'fil'));
    expect(later(drill).isHeld).toBe(false);
  });

  test('[LANG1] written anew in every language it need not wait any more', () => {
    const drill = withTranslator();
    drill.do(director, edit({ title: 'New', body: 'New text.' }));
    const words = { en: 'New', ja: '新', fil: 'Bago' };
    drill.do(director, edit({ title: words, body: words }));
    expect(later(drill)).toMatchObject({ isHeld: false, awaits: [] });
  });

  test('[LANG1] what was translated stays translated when other words change', () => {
    const drill = withTranslator();
    drill.do(director, edit({ title: 'New', untilTranslated: false }));
    const { seq } = last(drill, 'InjectEdited');
    drill.do(translator, translate(seq, 'title', 'ja'));
    drill.do(director, edit({ body: 'New text.', untilTranslated: false }));
    release(drill, 'later');
    expect(viewOfTable(drill, 'jp').injects.later?.title).toEqual({ en: 'New', ja: 'ja: title' });
  });

  test('[LANG1] another marking meanwhile changes nothing about what it waits for', () => {
    const drill = withTranslator();
    drill.do(director, edit({ title: 'New', body: 'New text.' }));
    const { seq } = last(drill, 'InjectEdited');
    drill.do(director, edit({ tlp: 'AMBER' }));
    for (const field of ['title', 'body']) {
      for (const language of ['ja', 'fil']) drill.do(translator, translate(seq, field, language));
    }
    expect(later(drill)).toMatchObject({ isHeld: false, awaits: [] });
  });

  test('[LANG2] let go by hand it comes as it is, and a translation may follow', () => {
    const drill = withTranslator();
    drill.do(director, improvise({}));
    const { seq, injectId } = last(drill, 'InjectImprovised');
    drill.do(director, { type: 'UnholdInject', injectId });
    expect(injectState(drill.state, injectId)).toMatchObject({ status: 'released', awaits: [] });
    expect(viewOfTable(drill, 'jp').injects[injectId]).toMatchObject({ textRevision: 0 });
    drill.do(translator, translate(seq, 'body', 'ja'));
    expect(viewOfTable(drill, 'jp').injects[injectId]).toMatchObject({ textRevision: 1 });
    expect(bodyFor(drill, 'us', injectId).body).toEqual({
      en: 'EXERCISE. Somebody calls.',
      ja: 'ja: body',
    });
  });

  test('[LANG2] released over its hold it awaits nothing', () => {
    const drill = withTranslator();
    drill.do(director, edit({ title: 'New' }));
    release(drill, 'later');
    expect(later(drill)).toMatchObject({ status: 'released', isHeld: false, awaits: [] });
  });

  test('[LANG1] a language that the scenario does not have is not waited for', () => {
    const foreign = exchangeScenario((file) => {
      file.parties[0].language = 'de';
    });
    const drill = running(foreign);
    drill.do(director, improvise({}));
    expect(last(drill, 'InjectReleased').tableIds).toEqual(['jp', 'us']);
  });

  test('[LANG2] a table reads the language it was cast with, else its nation’s', () => {
    const drill = withTranslator({ 'jp-cert': ['jp-cert'], mixed: ['us-cert', 'ph-cert'] });
    drill.do(director, edit({ title: 'New' }));
    expect(later(drill).awaits).toEqual(['ja']);
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    expect(view.cast.tables.map(({ reads }) => reads)).toEqual(['ja', 'en']);
  });
});
