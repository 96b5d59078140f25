import type {
  FacilitatorObjective,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';
import { describe, expect, test } from 'vitest';
import { evidenceOf } from './evidence';
import { followedOf, followsAll } from './following';
import { newNote, noteCommand, releaseKey, releaseOf } from './note-draft';
import { ratedCount, ratingRows } from './rating-rows';

const inform = {
  id: 'inform',
  title: 'Inform',
  capability: 'Sharing',
} as unknown as FacilitatorObjective;

/** Only the parts that an evaluator's page reads. */
const view = {
  cast: {
    tables: [
      { tableId: 'jp', isControl: false },
      { tableId: 'ph', isControl: false },
      { tableId: 'control', isControl: true },
    ],
  },
  objectives: { inform, decide: { id: 'decide' } },
  injects: {
    a: {
      id: 'a',
      choices: [],
      expectations: [
        { id: 'respond', kind: 'respond', objectiveId: 'inform' },
        { id: 'share', kind: 'share', objectiveId: 'inform' },
        { id: 'choose', kind: 'choose', objectiveId: 'decide' },
      ],
    },
  },
  expectations: Object.fromEntries(
    [
      ['jp', 'respond', 'met', 100, 90],
      ['jp', 'share', 'open', 500, null],
      ['jp', 'choose', 'missed', 100, 100],
      ['ph', 'respond', 'missed', 100, 100],
      ['ph', 'share', 'waived', 500, 20],
    ].map(([tableId, expectationId, status, dueAtMs, settledPlayMs]) => [
      `a ${tableId} ${expectationId}`,
      { injectId: 'a', tableId, expectationId, status, dueAtMs, settledPlayMs, reason: '' },
    ]),
  ),
  deliveries: {
    'a jp': { injectId: 'a', tableId: 'jp', response: { playMs: 90, text: 'Yes' }, choice: null },
  },
  notes: { '7': { seq: 7, injectId: 'a', tableId: 'jp', playMs: 300, text: 'And more' } },
  items: {
    tip: { comesWith: null, needs: [{ objectiveId: 'inform' }] },
    brought: { comesWith: 'a', needs: [] },
    other: { comesWith: null, needs: [{ objectiveId: 'decide' }] },
  },
  shares: Object.fromEntries(
    [
      [11, 'jp', 'tip', 40],
      [12, 'ph', 'brought', 200],
      [13, 'jp', 'other', 50],
    ].map(([seq, fromTableId, itemId, playMs]) => [
      String(seq),
      { seq, fromTableId, playMs, items: [{ itemId }] },
    ]),
  ),
  scores: {
    x: { key: 'x', tableId: 'jp', objectiveId: 'inform', rule: 'marking/broken', causedBy: 11 },
    y: { key: 'y', tableId: 'jp', objectiveId: 'inform', rule: 'need/met', causedBy: 11 },
    z: { key: 'z', tableId: 'jp', objectiveId: 'decide', rule: 'share/needless', causedBy: 13 },
  },
  positions: {
    joint: {
      id: 'joint',
      objectiveId: 'inform',
      voices: [{ teamId: 'jp-cert', tableId: 'jp' }],
      stances: [{ seq: 20, teamId: 'jp-cert', playMs: 60 }],
    },
  },
  duties: { breach: { objectiveId: 'inform' }, other: { objectiveId: null } },
  obligations: {
    'breach ph': { id: 'breach', tableId: 'ph', status: 'missed', report: null },
    'other ph': { id: 'other', tableId: 'ph', status: 'missed', report: null },
  },
  ratings: {},
  confirmedRatings: {},
} as unknown as FacilitatorView;

const keys = (objectiveId: string, ...tables: string[]) =>
  evidenceOf(view, objectiveId as never, tables as never).map(({ key }) => key);

describe('what an evaluator follows', () => {
  test('[EVP1] everything until something is chosen, and again when nothing of it is left; never control', () => {
    const of = (tables: string[], objectives: string[]) => {
      const followed = followedOf(view, { tables, objectives });
      return [followed.tables, followed.objectives.map(({ id }) => id)];
    };
    expect(followedOf(view, followsAll).tables).toEqual(['jp', 'ph']);
    expect(of(['ph'], ['inform'])).toEqual([['ph'], ['inform']]);
    expect(of(['gone', 'control'], ['gone'])).toEqual([
      ['jp', 'ph'],
      ['inform', 'decide'],
    ]);
  });
});

describe('evidence', () => {
  test('[EVP2] open clocks first, what never came next, then the newest; of this objective only', () => {
    expect(keys('inform', 'jp', 'ph')).toEqual([
      'task a jp share',
      'report breach ph',
      'task a jp respond',
      'share 12',
      'task a ph respond',
      'stance joint 20 jp-cert',
      'share 11',
      'breach x',
    ]);
    expect(keys('decide', 'jp', 'ph')).toEqual(['task a jp choose', 'share 13', 'breach z']);
  });

  test('[EVP2] of the followed tables only; what was waived is none', () => {
    expect(keys('inform', 'ph')).toEqual(['report breach ph', 'share 12', 'task a ph respond']);
    expect(keys('inform')).toEqual([]);
  });

  test('[EVP2] a later note moves an answer up, and stands with it', () => {
    const answer = evidenceOf(view, 'inform' as never, ['jp'] as never).find(
      ({ key }) => key === 'task a jp respond',
    );
    expect(answer).toMatchObject({ playMs: 300, isOpen: false, notes: [{ text: 'And more' }] });
  });
});

describe('ratings', () => {
  const of = { kind: 'objective', objectiveId: 'inform' };
  const given = (seatId: string, tableId: string | null, rating: string) => ({
    of,
    seatId,
    tableId,
    rating,
  });
  const rows = ratingRows({
    view: {
      ratings: {
        a: given('me', 'jp', 'S'),
        b: given('you', 'jp', 'M'),
        c: given('you', null, 'P'),
        d: { ...given('me', null, 'U'), of: { kind: 'capability', capability: 'Sharing' } },
      },
      confirmedRatings: { e: given('lead', 'ph', 'P') },
    } as never,
    reading: {
      suggestions: [{ of, tableId: 'jp', rating: 'S' }],
      agreements: [{ of, tableId: 'jp', raters: 2 }],
    } as never,
    objective: inform,
    capability: 'Sharing',
    tables: ['jp', 'ph'] as never,
    seatId: 'me',
  });

  test('[EVP3] a row for each table, for all together and for the capability, each with its own ratings', () => {
    expect(
      rows.map(({ of: { kind }, tableId, own, others, confirmed, suggestion, agreement }) => [
        kind,
        tableId,
        own?.rating,
        others.map(({ rating }) => rating),
        confirmed?.rating,
        suggestion?.rating,
        agreement?.raters,
      ]),
    ).toEqual([
      ['objective', 'jp', 'S', ['M'], undefined, 'S', 2],
      ['objective', 'ph', undefined, [], 'P', undefined, undefined],
      ['objective', null, undefined, ['P'], undefined, undefined, undefined],
      ['capability', null, 'U', [], undefined, undefined, undefined],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  test('[EVP3] progress counts the tables this evaluator has rated', () => {
    expect(ratedCount(rows)).toEqual({ done: 1, of: 2 });
  });
});

describe('notes', () => {
  test('[EVP4] a note is bound to the moment somebody reached for it, and empty words are none', () => {
    const draft = newNote(61_234.7, { tableId: 'jp' as never, objectiveId: null });
    expect(noteCommand({ ...draft, text: '  \n' })).toBeNull();
    expect(noteCommand({ ...draft, text: ' They asked twice. ' })).toEqual({
      type: 'NoteObservation',
      momentPlayMs: 61_234,
      tableId: 'jp',
      objectiveId: null,
      kind: 'observation',
      importance: 'normal',
      release: { kind: 'kept' },
      text: 'They asked twice.',
    });
  });

  test.each([{ kind: 'kept' }, { kind: 'all' }, { kind: 'party', partyId: 'all' }])(
    '[EVP4] who reads it goes through a list unchanged: %o',
    (release) => {
      expect(releaseOf(releaseKey(release as never))).toEqual(release);
    },
  );
});
