import { describe, expect, test } from 'vitest';
import type { TableId } from '../protocol/ids.js';
import { inject, join, running } from '../testing/drill.js';
import {
  answer,
  apart,
  ask,
  director,
  last,
  player,
  release,
  report,
  share,
  stand,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import {
  bodyFor,
  edit,
  translate,
  translator,
  viewOfTable,
  withTranslator,
} from '../testing/translated-drill.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import { project, viewOf } from '../views/project.js';
import { evolveView } from '../views/view-model.js';
import type { CommandOf } from './commands.js';

describe('translations beside the original', () => {
  test('[LANG3] whoever sees the text sees its translation, and nobody else', () => {
    const drill = withTranslator(apart);
    drill.do(player('jp-cert'), share(['ph-cert'], { items: 'hashes' }));
    const { seq } = last(drill, 'InformationShared');
    drill.do(translator, translate(seq, 'facts', 'fil'));
    drill.do(translator, translate(seq, 'ask', 'fil'));
    for (const tableId of ['jp-cert', 'ph-cert']) {
      expect(viewOfTable(drill, tableId).shares[seq]).toMatchObject({
        facts: 'What we know.',
        factsIn: { fil: 'fil: facts' },
        askIn: { fil: 'fil: ask' },
      });
    }
    for (const tableId of ['us-cert', 'ph-bank']) {
      expect(JSON.stringify(viewOfTable(drill, tableId))).not.toContain('fil: ');
    }
  });

  test('[LANG3] messages, requests, answers, stands, drafts and comments alike', () => {
    const drill = withTranslator(apart);
    const jp = player('jp-cert');
    const tell = (text: string) =>
      ({
        type: 'SendMessage',
        thread: { kind: 'table', tableId: 'jp-cert' as TableId },
        text,
      }) as const;
    drill.do(director, tell('Hello.'));
    drill.do(player('ph-cert'), ask(['jp-cert']));
    drill.do(jp, answer(last(drill, 'InformationRequested').seq, false));
    drill.do(director, { type: 'OpenPosition', positionId: 'line' as never });
    const draft = { positionId: 'line' as never, text: 'A line.' };
    drill.do(jp, { type: 'DraftText', baseVersion: 0, ...draft });
    drill.do(jp, { type: 'CommentOnDraft', version: 1, ...draft });
    drill.do(jp, stand('line', 'jp-cert', 1));
    const seqOf = (type: Parameters<typeof last>[1]) => last(drill, type).seq;
    const texts = [
      ['MessageSent', 'text'],
      ['InformationRequested', 'text'],
      ['RequestAnswered', 'text'],
      ['PositionDrafted', 'text'],
      ['DraftCommented', 'text'],
      ['StanceTaken', 'reason'],
    ] as const;
    const audience = playerAudience('jp-cert' as TableId);
    let view = viewOf(drill.state, audience);
    for (const [type, field] of texts) {
      const before = drill.state;
      const [fact] = drill.do(translator, translate(seqOf(type), field, 'ja', `ja of ${type}`));
      if (fact === undefined) throw new Error(`${type} was not translated`);
      view = evolveView(view, project(before, fact, drill.state, audience));
      expect(JSON.stringify(view)).toContain(`ja of ${type}`);
    }
    expect(view).toEqual(viewOf(drill.state, audience));
    expect(viewOfTable(drill, 'ph-cert').requests[seqOf('InformationRequested')]).toMatchObject({
      textIn: { ja: 'ja of InformationRequested' },
      answer: { textIn: { ja: 'ja of RequestAnswered' } },
    });
    expect(JSON.stringify(viewOfTable(drill, 'ph-bank'))).not.toContain('ja of');
  });

  test('[LANG3] staff find every translation beside what it is of, answers and reports too', () => {
    const drill = withTranslator();
    release(drill, 'curve');
    release(drill, 'leak');
    drill.do(player('ph'), { type: 'SendResponse', injectId: inject('curve'), text: 'Oo.' });
    drill.do(player('ph'), report('breach-notice', { what: 'Tagas.', when: 'Ngayon.' }));
    drill.do(translator, translate(last(drill, 'ResponseSent').seq, 'text', 'en', 'Yes.'));
    drill.do(translator, translate(last(drill, 'ReportFiled').seq, 'what', 'en', 'A leak.'));
    const view = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    const { seq: ofResponse = 0 } = view.deliveries['curve ph']?.response ?? {};
    const { seq: ofReport = 0 } = view.obligations['breach-notice ph']?.report ?? {};
    expect(view.translations).toEqual({
      [`${ofResponse} text`]: { en: 'Yes.' },
      [`${ofReport} what`]: { en: 'A leak.' },
    });
  });

  test('[LANG4] a later translation takes the place of an earlier one', () => {
    const drill = withTranslator();
    drill.do(player('jp'), share(['ph-cert']));
    const { seq } = last(drill, 'InformationShared');
    drill.do(translator, translate(seq, 'facts', 'fil', 'Una.'));
    expect(drill.do(translator, translate(seq, 'facts', 'fil', 'Una.'))).toEqual([]);
    drill.do(director, translate(seq, 'facts', 'fil', 'Mas mabuti.'));
    expect(viewOfTable(drill, 'ph').shares[seq]?.factsIn).toEqual({ fil: 'Mas mabuti.' });
  });

  test('[LANG4] only a text that is there, into a language of the scenario, by whoever may', () => {
    const drill = withTranslator();
    drill.do(player('jp'), share(['ph-cert']));
    const { seq } = last(drill, 'InformationShared');
    const code = (who: typeof translator, ...of: Parameters<typeof translate>) =>
      drill.submit(who, translate(...of)).rejection?.code;
    expect(code(translator, seq, 'title', 'ja')).toBe('text/unknown');
    expect(code(translator, seq, 'constructor', 'ja')).toBe('text/unknown');
    expect(code(translator, 1, 'text', 'ja')).toBe('text/unknown');
    expect(code(translator, 9_999, 'facts', 'ja')).toBe('text/unknown');
    expect(code(translator, seq, 'facts', 'de')).toBe('language/unknown');
    expect(code(player('jp'), seq, 'facts', 'ja')).toBe('command/not-allowed');
  });
});

describe('words of an inject', () => {
  const words = (
    more: Partial<CommandOf<'TranslateInject'>> = {},
  ): CommandOf<'TranslateInject'> => ({
    type: 'TranslateInject',
    injectId: inject('later'),
    field: 'body',
    language: 'fil',
    text: 'Bago.',
    ...more,
  });

  test('[LANG5] a translator adds a language to the scenario’s own words before they go out', () => {
    const drill = withTranslator();
    drill.do(translator, words());
    drill.do(translator, words({ field: 'title', text: 'Mamaya' }));
    drill.do(translator, words());
    expect(drill.types().filter((type) => /Edited|Translated/.test(type))).toEqual([
      'InjectEdited',
      'TextTranslated',
    ]);
    expect(last(drill, 'TextTranslated')).toMatchObject({ field: 'title', text: 'Mamaya' });
    release(drill, 'later');
    const { body } = bodyFor(drill, 'ph', 'later');
    expect(body).toMatchObject({ fil: 'Bago.', en: expect.any(String) });
    expect(viewOfTable(drill, 'ph').injects.later?.title).toMatchObject({ fil: 'Mamaya' });
    // What went out as it was written then can still be told in another language.
    drill.do(translator, words({ language: 'ja', text: '新しい' }));
    expect(bodyFor(drill, 'jp', 'later').body).toMatchObject({ ja: '新しい' });
  });

  test('[LANG6] the words that are translated stay as they are, in the scenario and in what was written in play', () => {
    const drill = withTranslator();
    const refusal = (command: CommandOf<'TranslateInject' | 'AddTranslation'>) =>
      drill.submit(translator, command).rejection?.code;
    expect(refusal(words({ language: 'en', text: 'The opposite.' }))).toBe('text/original');
    drill.do(translator, words());
    expect(refusal(words({ language: 'en', text: 'The opposite.' }))).toBe('text/original');
    drill.do(director, edit({ body: { ja: '原文です。' }, untilTranslated: false }));
    const { seq } = last(drill, 'InjectEdited');
    release(drill, 'later');
    expect(refusal(words({ language: 'ja', text: '反対です。' }))).toBe('text/original');
    expect(refusal(translate(seq, 'body', 'ja', '反対です。'))).toBe('text/original');
    expect(refusal(words({ language: 'en', text: 'As it was written.' }))).toBeUndefined();
    expect(bodyFor(drill, 'jp', 'later').body).toEqual({
      ja: '原文です。',
      en: 'As it was written.',
    });
  });

  test('[LANG5] it takes no other form of the inject away, and changes nothing that has gone out', () => {
    const drill = withTranslator();
    const refusal = (command: CommandOf<'TranslateInject'>) =>
      drill.submit(translator, command).rejection?.code;
    expect(refusal(words({ language: 'de' }))).toBe('language/unknown');
    expect(refusal(words({ injectId: inject('nothing') }))).toBe('inject/unknown');
    release(drill, 'later');
    expect(refusal(words())).toBe('inject/already-released');
    const forms = running(
      exchangeScenario((file) => {
        const found = file.injects.find(({ id }: { id: string }) => id === 'later');
        found.perRecipient = [{ to: ['jp'], body: 'Only for you.' }];
      }),
    );
    join(forms, 'translator', 'translator', null);
    expect(forms.submit(translator, words()).rejection?.code).toBe('inject/several-forms');
  });
});
