import { describe, expect, test } from 'vitest';
import { lintScenario } from '../lint/lint.js';
import type { SeatId, TableId } from '../protocol/ids.js';
import { wordsOfInject } from '../scenario/words.js';
import { type Drill, host, inDraft, inject, join } from '../testing/drill.js';
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
  withTranslatorIn,
} from '../testing/translated-drill.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import { project, viewOf } from '../views/project.js';
import { evolveView } from '../views/view-model.js';
import type { CommandOf } from './commands.js';
import { scenarioNow } from './state.js';

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

describe('the scenario’s own words', () => {
  const words = (
    field: string,
    more: Partial<CommandOf<'TranslateScenario'>> = {},
  ): CommandOf<'TranslateScenario'> => ({
    type: 'TranslateScenario',
    place: `injects/later/${field}`,
    language: 'fil',
    text: `fil: ${field}`,
    ...more,
  });
  const refusal = (drill: Drill, command: CommandOf<'TranslateScenario' | 'AddTranslation'>) =>
    drill.submit(translator, command).rejection?.code;
  const facts = (drill: Drill) => drill.types().filter((type) => /Edited|Translated/.test(type));

  /** An inject with everything that an inject can say. */
  const rich = exchangeScenario((file) => {
    const found = file.injects.find(({ id }: { id: string }) => id === 'later');
    found.choices = ['stay', 'go'].map((id) => ({ id, label: id }));
    found.perRecipient = [{ to: ['jp'], body: 'Only for you.' }];
    found.attachments = [{ file: 'map.png', title: 'A map', alt: 'Two harbours' }];
  });

  test('[LANG5] a translator adds a language to the scenario’s own words before they go out', () => {
    const drill = withTranslator();
    drill.do(translator, words('body', { text: 'Bago.' }));
    drill.do(translator, words('title', { text: 'Mamaya' }));
    expect(drill.do(translator, words('body', { text: 'Bago.' }))).toEqual([]);
    expect(facts(drill)).toEqual(['ScenarioTranslated', 'ScenarioTranslated']);
    release(drill, 'later');
    const { body } = bodyFor(drill, 'ph', 'later');
    expect(body).toMatchObject({ fil: 'Bago.', en: expect.any(String) });
    expect(viewOfTable(drill, 'ph').injects.later?.title).toMatchObject({ fil: 'Mamaya' });
  });

  test('[LANG5] while the exercise is prepared, in its lobby and in play, and a better one takes its place', () => {
    const drill = inDraft(rich);
    join(drill, 'translator', 'translator', null);
    drill.do(translator, words('body', { text: 'Una.' }));
    drill.do(host, { type: 'OpenLobby' });
    drill.do(translator, words('body', { text: 'Mas mabuti.' }));
    drill.do(host, { type: 'StartExercise' });
    release(drill, 'later');
    const { textRevision = 0 } = viewOfTable(drill, 'ph').injects.later ?? {};
    drill.do(translator, words('title', { text: 'Mamaya' }));
    expect(bodyFor(drill, 'ph', 'later').body).toMatchObject({ fil: 'Mas mabuti.' });
    // Whoever has it open reads it anew.
    expect(viewOfTable(drill, 'ph').injects.later).toMatchObject({
      title: { fil: 'Mamaya' },
      textRevision: textRevision + 1,
    });
  });

  test('[LANG5] choices, forms for some readers and what files are called alike', () => {
    const drill = withTranslatorIn(rich);
    drill.do(translator, words('choices/go/label', { text: 'Umalis' }));
    drill.do(translator, words('perRecipient/0/body', { language: 'ja', text: 'あなただけに。' }));
    drill.do(translator, words('attachments/0/title', { text: 'Mapa' }));
    drill.do(translator, words('attachments/0/alt', { text: 'Dalawang daungan' }));
    release(drill, 'later');
    expect(bodyFor(drill, 'ph', 'later')).toMatchObject({
      choices: [
        { id: 'stay', label: 'stay' },
        { id: 'go', label: { en: 'go', fil: 'Umalis' } },
      ],
      attachments: [{ title: { fil: 'Mapa' }, alt: { fil: 'Dalawang daungan' } }],
    });
    expect(bodyFor(drill, 'jp', 'later').body).toEqual({
      en: 'Only for you.',
      ja: 'あなただけに。',
    });
  });

  test('[LANG8] names, questions, options, items and forms of reports too, for everybody who sees them', () => {
    const drill = withTranslator(apart);
    const tell = (place: string, text: string) =>
      drill.do(translator, { type: 'TranslateScenario', place, language: 'fil', text });
    const audience = playerAudience('ph-cert' as TableId);
    let view = viewOf(drill.state, audience);
    const [phase] = drill.state.playbook.scenario.phases;
    for (const [place, text] of [
      ['contacts/reporter/name', 'Mamamahayag'],
      [`phases/${phase?.id}/title`, 'Unang yugto'],
      ['parties/jp/name', 'Hapon'],
      ['teams/ph-cert/mission', 'Tungkulin'],
      ['obligations/breach-notice/fields/what/label', 'Ano'],
      ['items/hashes/title', 'Mga hash'],
      ['positions/line/question', 'Ano ang sasabihin?'],
    ] as const) {
      const before = drill.state;
      for (const fact of tell(place, text)) {
        const step = project(before, fact, drill.state, audience);
        expect(step.kind).toBe('changes');
        view = evolveView(view, step);
      }
      expect([place, view]).toEqual([place, viewOf(drill.state, audience)]);
    }
    const told = JSON.stringify(view);
    for (const text of ['Unang yugto', 'Hapon', 'Tungkulin', 'Mamamahayag']) {
      expect(told).toContain(text);
    }
    // What this table was not given it is not told of in another language either.
    expect(told).not.toContain('Mga hash');
  });

  test('[LANG10] what was translated the scenario check does not find again', () => {
    const drill = inDraft(rich);
    join(drill, 'translator', 'translator', null);
    const { injects, contacts } = rich;
    const at = injects.findIndex(({ id }) => id === 'later');
    const who = contacts.findIndex(({ id }) => id === 'reporter');
    const missing = () =>
      lintScenario(scenarioNow(drill.state)).filter(
        ({ code, path }) =>
          code === 'translation/missing' &&
          [`injects[${at}]`, `contacts[${who}]`].some((part) => path.startsWith(part)),
      );
    expect(missing().length).toBeGreaterThan(1);
    const inject = injects[at];
    if (inject === undefined) throw new Error('no such inject');
    const places = [
      ...wordsOfInject(inject).map(({ place }) => `injects/later/${place}`),
      'contacts/reporter/name',
      'contacts/reporter/role',
    ];
    for (const place of places) {
      for (const language of ['ja', 'fil']) {
        drill.do(translator, words('', { place, language, text: `${language}: ${place}` }));
      }
    }
    expect(missing()).toEqual([]);
  });

  test('[LANG8] a rewind leaves what was translated as it is', () => {
    const drill = withTranslator();
    const { seq } = last(drill, 'ExerciseStarted');
    drill.do(translator, words('title', { text: 'Mamaya' }));
    drill.do(translator, {
      type: 'TranslateScenario',
      place: 'contacts/reporter/name',
      language: 'fil',
      text: 'Mamamahayag',
    });
    release(drill, 'later');
    drill.do(director, { type: 'Rewind', toSeq: seq, reason: '' });
    drill.do(director, { type: 'ResumeClock' });
    release(drill, 'later');
    expect(viewOfTable(drill, 'ph').injects.later).toMatchObject({ title: { fil: 'Mamaya' } });
    expect(drill.state.playbook.contacts.get('reporter' as never)?.name).toMatchObject({
      fil: 'Mamamahayag',
    });
  });

  test('[LANG6] the words that are translated stay as they are, in the scenario and in what was written in play', () => {
    const drill = withTranslator();
    const opposite = { language: 'en', text: 'The opposite.' };
    expect(refusal(drill, words('body', opposite))).toBe('text/original');
    drill.do(translator, words('body'));
    expect(refusal(drill, words('body', opposite))).toBe('text/original');
    drill.do(director, edit({ body: { ja: '原文です。' }, untilTranslated: false }));
    const { seq } = last(drill, 'InjectEdited');
    release(drill, 'later');
    const other = { language: 'ja', text: '反対です。' };
    expect(refusal(drill, words('body', other))).toBe('text/original');
    expect(refusal(drill, translate(seq, 'body', 'ja', '反対です。'))).toBe('text/original');
    const written = { language: 'en', text: 'As it was written.' };
    expect(refusal(drill, words('body', written))).toBeUndefined();
    expect(bodyFor(drill, 'jp', 'later').body).toEqual({
      ja: '原文です。',
      en: 'As it was written.',
    });
  });

  test('[LANG5] only words that are there and that players read, into a language of the scenario', () => {
    const drill = withTranslatorIn(rich);
    expect(refusal(drill, words('body', { language: 'de' }))).toBe('language/unknown');
    const at = (place: string) => refusal(drill, words('', { place }));
    expect(at('injects/nothing/title')).toBe('inject/unknown');
    for (const place of [
      'injects/later/number',
      'injects/later/constructor',
      'injects/later/choices/none/label',
      'injects/later/choices/go',
      'injects',
      'defaultLanguage',
      'endings',
      'contacts/reporter/name/en',
      'contacts/nobody/name',
    ]) {
      expect([place, at(place)]).toEqual([place, 'text/unknown']);
    }
    drill.do(director, edit({ attachments: [], untilTranslated: false }));
    expect(at('injects/later/attachments/0/title')).toBe('text/unknown');
    release(drill, 'later');
    drill.do(director, { type: 'RecallInject', injectId: inject('later'), reason: '' });
    expect(at('injects/later/title')).toBe('inject/recalled');
  });

  test('[LANG5] a translation that is removed stands nowhere, not in an edit that took it up either', () => {
    const drill = withTranslator();
    drill.do(translator, words('body', { text: 'Lihim.' }));
    const { seq } = last(drill, 'ScenarioTranslated');
    drill.do(director, edit({ title: 'New', untilTranslated: false }));
    expect(JSON.stringify(last(drill, 'InjectEdited').body)).toContain('Lihim.');
    drill.do(host, { type: 'RedactContent', factSeq: seq, fields: null, reason: 'mistake' });
    release(drill, 'later');
    expect(JSON.stringify(bodyFor(drill, 'ph', 'later'))).not.toContain('Lihim.');
    expect(JSON.stringify(drill.state.timeline.toArray())).not.toContain('Lihim.');
  });

  test('[LANG5] a translation of one form is removed from the edit that wrote that form anew, and no more is', () => {
    const varied = exchangeScenario((file) => {
      const found = file.injects.find(({ id }: { id: string }) => id === 'later');
      const form = { weight: 1, title: 'T', body: 'B' };
      found.variants = ['a', 'b'].map((id) => ({ ...form, id }));
    });
    const translated = () => {
      const drill = withTranslatorIn(varied);
      for (const id of ['a', 'b']) {
        drill.do(translator, words(`variants/${id}/body`, { text: 'Lihim.' }));
      }
      drill.do(director, edit({ title: 'New', untilTranslated: false }));
      expect(JSON.stringify(last(drill, 'InjectEdited').body)).toContain('Lihim.');
      return drill;
    };
    const erase = (drill: Drill, seatId: string) => {
      release(drill, 'later');
      drill.do(host, { type: 'ErasePerson', seatId: seatId as SeatId });
      return bodyFor(drill, 'ph', 'later');
    };
    const withoutTranslator = erase(translated(), 'translator');
    expect(JSON.stringify(withoutTranslator)).not.toContain('Lihim.');
    const withoutEditor = translated();
    const { body } = erase(withoutEditor, 'facilitator');
    expect(body).toMatchObject({ en: 'B', fil: 'Lihim.' });
    expect(JSON.stringify(viewOfTable(withoutEditor, 'ph').injects.later)).not.toContain('New');
  });

  test('[LANG5] where a translation was removed the scenario’s own words stand, and it lacks that language again', () => {
    const drill = withTranslator();
    const place = 'contacts/reporter/name';
    const nameNow = () =>
      drill.state.playbook.scenario.contacts.find(({ id }) => id === 'reporter')?.name;
    const before = nameNow();
    drill.do(translator, words('', { place, text: 'Mali' }));
    drill.do(host, { type: 'ErasePerson', seatId: 'translator' as SeatId });
    const english = (name: typeof before) => (typeof name === 'string' ? name : name?.en);
    expect(nameNow()).not.toHaveProperty('fil');
    expect(english(nameNow())).toBe(english(before));
  });

  test('[LANG5] words outside the injects are removed from the scenario as it reads, too', () => {
    const drill = withTranslator();
    const place = 'contacts/reporter/name';
    drill.do(translator, words('', { place, text: 'Lihim.' }));
    const { seq } = last(drill, 'ScenarioTranslated');
    expect(JSON.stringify(drill.state.playbook.scenario)).toContain('Lihim.');
    drill.do(host, { type: 'RedactContent', factSeq: seq, fields: null, reason: 'mistake' });
    expect(JSON.stringify(drill.state)).not.toContain('Lihim.');
    for (const audience of [playerAudience('jp' as TableId), { role: 'facilitator' } as const]) {
      expect(JSON.stringify(viewOf(drill.state, audience))).not.toContain('Lihim.');
    }
    const before = drill.state.loaded.scenario;
    expect(before.contacts.find(({ id }) => id === 'reporter')?.name).not.toHaveProperty('fil');
  });
});
