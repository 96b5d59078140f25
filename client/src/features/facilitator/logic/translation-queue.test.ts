import { describe, expect, test } from 'vitest';
import { event, inject, minutes, stamp, view } from './fixture';
import { languageOfText } from './text-language';
import {
  countByLanguage,
  countLacking,
  injectsToRead,
  translationQueue,
} from './translation-queue';

const tables = {
  tables: [
    { tableId: 'jp', teamIds: ['jp-port'], reads: 'ja', isControl: false },
    { tableId: 'ph', teamIds: ['ph-customs'], reads: 'fil', isControl: false },
    { tableId: 'us', teamIds: ['us-port'], reads: 'en', isControl: false },
    { tableId: 'control', teamIds: ['us-cert'], reads: 'en', isControl: true },
  ],
  teams: [],
  contacts: [],
};
const exercise = { languages: ['en', 'ja', 'fil'], defaultLanguage: 'en' };
const written = { writtenBy: 7 };
const alone = { ja: ['title', 'body'], fil: ['title', 'body'] };
const seenBy = (changes: object) => view({ cast: tables, exercise, ...changes });
const keys = (changes: object) =>
  translationQueue(seenBy(changes), new Map()).map(({ key, urgency }) => `${urgency}: ${key}`);
const message = (id: number, tableId: string, from: string, text: string) => ({
  [id]: { id, thread: { kind: 'table', tableId }, from, text, ...stamp(minutes(id)) },
});

describe('what lacks a language', () => {
  test('[FAC18] what is held for it comes first, then what is due soon, then what players and control read', () => {
    const changes = {
      injects: {
        held: inject('held', 0, { ...written, title: 'Held', to: ['jp'], lacks: alone }),
        late: inject('late', 1, { to: ['ph'], writtenBy: null, lacks: { fil: ['title'] } }),
        soon: inject('soon', 2, { to: ['jp'], writtenBy: null, lacks: { ja: ['body'] } }),
      },
      events: {
        held: event({ isHeld: true, awaits: ['ja'], dueAtMs: minutes(50) }),
        late: event({ awaits: [], dueAtMs: minutes(40) }),
        soon: event({ awaits: [], dueAtMs: minutes(20) }),
      },
      messages: {
        ...message(1, 'jp', 'table', 'わかりました'),
        ...message(2, 'ph', 'staff', 'Hi'),
      },
    };
    expect(keys(changes)).toEqual([
      'held: held title ja',
      'held: held body ja',
      'coming: soon body ja',
      'coming: late title fil',
      'players: 2 text fil',
      'control: 1 text en',
    ]);
    const tasks = translationQueue(seenBy(changes), new Map());
    expect(injectsToRead(tasks)).toEqual(['held', 'soon']);
  });

  test('[FAC18] what its readers can read, and what is over, is no work', () => {
    const changes = {
      injects: {
        home: inject('home', 0, { ...written, to: ['us'], lacks: alone }),
        gone: inject('gone', 1, { writtenBy: null, to: ['jp'], lacks: alone }),
        whole: inject('whole', 3, { writtenBy: null, to: ['jp'], lacks: {} }),
      },
      events: {
        home: event({ awaits: [] }),
        gone: event({ status: 'skipped', awaits: [] }),
        whole: event({ awaits: [] }),
      },
      messages: {
        ...message(3, 'jp', 'staff', 'Told already'),
        ...message(4, 'us', 'staff', 'In their language'),
        ...message(5, 'jp', 'table', 'In English, as they can'),
      },
      translations: { '3 text': { ja: '連絡済み' } },
    };
    expect(keys(changes)).toEqual([]);
    const unsent = {
      injects: { soon: inject('soon', 0, { writtenBy: null, to: ['jp'], lacks: alone }) },
      events: { soon: event({ awaits: [] }) },
    };
    expect(keys(unsent)).toHaveLength(2);
    expect(keys({ ...unsent, exercise: { ...exercise, stage: 'ended' } })).toEqual([]);
  });

  test('[FAC18] the original stands beside it as soon as it was read', () => {
    const view = seenBy({
      injects: {
        soon: inject('soon', 2, { to: ['jp'], writtenBy: null, lacks: { ja: ['body'] } }),
      },
      events: { soon: event({ awaits: [] }) },
    });
    const original = (bodies: [string, { body: string }][]) =>
      translationQueue(view, new Map(bodies) as never)[0]?.original;
    expect(original([])).toBeNull();
    expect(original([['soon', { body: 'The text' }]])).toBe('The text');
  });

  test('[FAC18] choices, forms and files of an inject are work of their own, each with its own words', () => {
    const fields = [
      'choices/go/label',
      'variants/loud/title',
      'variants/loud/body',
      'perRecipient/0/body',
      'attachments/0/alt',
    ];
    const view = seenBy({
      injects: {
        rich: inject('rich', 0, {
          writtenBy: null,
          to: ['jp'],
          lacks: { ja: fields },
          choices: [{ id: 'go', label: 'Go', points: 0 }],
          variants: [{ id: 'loud', title: 'Loud' }],
        }),
      },
      events: { rich: event({ awaits: [] }) },
    });
    const body = {
      variants: [{ id: 'loud', body: 'Loud text' }],
      perRecipient: [{ to: ['jp'], title: 'For you', body: 'For you alone' }],
      attachments: [{ title: 'A map', alt: 'Two harbours' }],
    };
    const tasks = translationQueue(view, new Map([['rich', body]]) as never);
    expect(tasks.map(({ place, original }) => [place, original]).sort()).toEqual(
      [
        ['injects/rich/choices/go/label', 'Go'],
        ['injects/rich/variants/loud/title', 'Loud'],
        ['injects/rich/variants/loud/body', 'Loud text'],
        ['injects/rich/perRecipient/0/body', 'For you alone'],
        ['injects/rich/attachments/0/alt', 'Two harbours'],
      ].sort(),
    );
    // A list has the choices and the titles; the rest is fetched, once for the inject.
    expect(injectsToRead(translationQueue(view, new Map()))).toEqual(['rich']);
  });

  test('[FAC18] what the scenario says besides is work in each language that some table reads', () => {
    const lacks = {
      'contacts/desk/name': { text: 'Desk', languages: ['ja', 'fil'] },
      'phases/first/title': { text: { en: 'First', ja: '第一' }, languages: ['fil'] },
    };
    expect(keys({ lacks })).toEqual([
      'frame: contacts/desk/name fil',
      'frame: contacts/desk/name ja',
      'frame: phases/first/title fil',
    ]);
    const home = { ...tables, tables: tables.tables.filter(({ tableId }) => tableId !== 'ph') };
    expect(keys({ lacks, cast: home })).toEqual(['frame: contacts/desk/name ja']);
  });

  test('[FAC18] before anybody is seated, whatever the scenario lacks is work', () => {
    const changes = {
      cast: { ...tables, tables: [] },
      injects: { soon: inject('soon', 0, { writtenBy: null, to: [], lacks: { fil: ['title'] } }) },
      lacks: { title: { text: 'A drill', languages: ['ja'] } },
    };
    expect(keys(changes)).toEqual(['coming: soon title fil', 'frame: title ja']);
    expect(countLacking(seenBy(changes))).toBe(2);
  });

  test('[FAC18] an inject that went out lacks it still', () => {
    const changes = {
      injects: {
        out: inject('out', 2, { ...written, to: ['jp'], lacks: { ja: ['title'] } }),
        own: inject('own', 3, { writtenBy: null, to: ['jp'], lacks: { ja: ['title'] } }),
      },
      events: {
        out: event({ status: 'released', awaits: [] }),
        own: event({ status: 'released', awaits: [] }),
      },
    };
    expect(keys(changes)).toEqual(['players: out title ja', 'players: own title ja']);
  });

  test('[FAC18] shares, requests and drafts are wanted in the language of each table that reads them', () => {
    const share = { seq: 8, fromTableId: 'us', to: { contacts: [] }, facts: 'Seen.', ask: '' };
    const request = { kind: 'information', fromTableId: 'jp', contacts: ['desk'], text: '何か?' };
    const found = keys({
      shares: { 8: { ...share, toTableIds: ['jp', 'ph'], ...stamp(minutes(1)) } },
      requests: {
        9: { ...request, seq: 9, teams: ['ph-customs'], answer: null, ...stamp(minutes(2)) },
      },
      positions: { line: { id: 'line', tableIds: ['jp', 'us'], voices: [], stances: [] } },
      draftVersions: {
        a: { seq: 10, positionId: 'line', tableId: 'us', text: 'A line.', ...stamp(minutes(3)) },
      },
    });
    expect(found).toEqual([
      'players: 8 facts fil',
      'players: 8 facts ja',
      'players: 9 text fil',
      'players: 10 text ja',
      'control: 9 text en',
    ]);
  });

  test('[FAC18] they are counted by language', () => {
    const tasks = translationQueue(
      seenBy({
        messages: { ...message(1, 'jp', 'staff', 'A'), ...message(2, 'jp', 'staff', 'B') },
      }),
      new Map(),
    );
    expect([...countByLanguage(tasks)]).toEqual([['ja', 2]]);
  });
});

test('[FAC18] kana and Han are Japanese; a Japanese table that writes Latin letters writes English', () => {
  expect(languageOfText('港は止まった', 'en', 'en')).toBe('ja');
  expect(languageOfText('The port stands still', 'ja', 'en')).toBe('en');
  expect(languageOfText('Tumigil ang pantalan', 'fil', 'en')).toBe('fil');
  expect(languageOfText('The port stands still', 'ja', 'ja')).toBe('en');
});
