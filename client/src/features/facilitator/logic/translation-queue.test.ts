import { describe, expect, test } from 'vitest';
import { event, inject, minutes, stamp, view } from './fixture';
import { languageOfText } from './text-language';
import { countByLanguage, injectsToRead, translationQueue } from './translation-queue';

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
    expect(injectsToRead(seenBy(changes))).toEqual(['held', 'soon']);
  });

  test('[FAC18] what its readers can read, and what is over, is no work', () => {
    const changes = {
      injects: {
        home: inject('home', 0, { ...written, to: ['us'], lacks: alone }),
        gone: inject('gone', 1, { writtenBy: null, to: ['jp'], lacks: alone }),
        out: inject('out', 2, { writtenBy: null, to: ['jp'], lacks: alone }),
        whole: inject('whole', 3, { writtenBy: null, to: ['jp'], lacks: {} }),
      },
      events: {
        home: event({ awaits: [] }),
        gone: event({ status: 'skipped', awaits: [] }),
        out: event({ status: 'released', awaits: [] }),
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
    expect(injectsToRead(seenBy(changes))).toEqual([]);
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
    const original = (bodies: [string, string][]) =>
      translationQueue(view, new Map(bodies) as never)[0]?.original;
    expect(original([])).toBeNull();
    expect(original([['soon', 'The text']])).toBe('The text');
  });

  test('[FAC18] an inject written in play that went out lacks it still', () => {
    const changes = {
      injects: { out: inject('out', 2, { ...written, to: ['jp'], lacks: { ja: ['title'] } }) },
      events: { out: event({ status: 'released', awaits: [] }) },
    };
    expect(keys(changes)).toEqual(['players: out title ja']);
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
