import { describe, expect, test } from 'vitest';
import { answerFeed, type FeedEntry, splitNew } from './answer-feed';
import { answerStates, filterFeed, noFilter } from './answer-state';
import { delivery, expectation, stamp, view } from './fixture';

const shared = { seq: 8, fromTableId: 'ph', items: [{ itemId: 'hashes' }], ...stamp(45) };
const seen = view({
  items: { hashes: { comesWith: 'note' } },
  deliveries: {
    ...delivery('note jp', {
      acknowledged: stamp(1),
      response: stamp(30, { seq: 5, text: 'Yes' }),
    }),
    ...delivery('note ph', { choice: stamp(40, { seq: 6, choiceId: 'pay' }) }),
  },
  notes: { 9: { ...stamp(50), seq: 9, injectId: 'note', tableId: 'jp', text: 'Also' } },
  messages: {
    3: { id: 3, thread: { kind: 'table', tableId: 'jp' }, from: 'table', text: 'Hi', ...stamp(9) },
    4: { id: 4, thread: { kind: 'table', tableId: 'jp' }, from: 'staff', text: 'Yes', ...stamp(9) },
    7: { id: 7, thread: { kind: 'staff' }, from: 'staff', text: 'Psst', ...stamp(41) },
  },
  shares: { 8: shared },
  requests: {
    10: { seq: 10, fromTableId: 'jp', item: null, answer: null, ...stamp(51) },
    11: { seq: 11, fromTableId: 'jp', item: null, answer: { seq: 12 }, ...stamp(52) },
  },
  positions: {
    line: {
      id: 'line',
      comesWith: 'note',
      voices: [{ teamId: 'ph-customs', tableId: 'ph' }],
      stances: [{ seq: 13, teamId: 'ph-customs', stance: 'concur', ...stamp(53) }],
    },
  },
  draftVersions: { 'line 1': { seq: 14, positionId: 'line', tableId: 'jp', ...stamp(54) } },
  draftComments: { 15: { seq: 15, positionId: 'line', tableId: 'ph', ...stamp(55) } },
  obligations: {
    'notice jp': { id: 'notice', tableId: 'jp', report: { seq: 16, fields: [], ...stamp(56) } },
    'notice ph': { id: 'notice', tableId: 'ph', report: null },
  },
  claims: { 5: { answerSeq: 5, seatId: 'me' }, 8: { answerSeq: 8, seatId: 'colleague' } },
  criteria: { a: { injectId: 'note', tableId: 'ph' } },
  expectations: expectation('call jp a', { reason: 'Said by telephone' }),
});
const feed = answerFeed(seen);

describe('the feed', () => {
  test('[FAC8] all that tables say and decide makes one stream, newest first; what staff say does not', () => {
    expect(feed.map(({ kind, tableId, seq }) => `${seq} ${kind} ${tableId}`)).toEqual([
      '16 report jp',
      '15 comment ph',
      '14 draft jp',
      '13 stance ph',
      '11 request jp',
      '10 request jp',
      '9 note jp',
      '8 share ph',
      '6 choice ph',
      '5 response jp',
      '3 message jp',
    ]);
  });

  test('[FAC8] what is about an item or a joint position knows the inject that brought it', () => {
    const about = (kind: string) => feed.find((entry) => entry.kind === kind)?.injectId;
    expect(['share', 'stance', 'draft', 'message'].map(about)).toEqual([
      'note',
      'note',
      'note',
      null,
    ]);
  });

  test('[FAC8] what did not change is the same entry when something else came', () => {
    const memory = new WeakMap();
    const before = answerFeed(seen, memory);
    const more = { ...seen, notes: { ...seen.notes, 17: { ...seen.notes[9], seq: 17 } } };
    const after = answerFeed(more as typeof seen, memory);
    expect(after).toHaveLength(before.length + 1);
    for (const [index, entry] of before.entries()) expect(after[index + 1]).toBe(entry);
  });

  test('[FAC3] what came after the last look is kept aside', () => {
    const { fresh, shown } = splitNew(feed, 14);
    expect(fresh.map(({ seq }) => seq)).toEqual([16, 15]);
    expect(shown[0]?.seq).toBe(14);
    expect(splitNew(feed, 0).shown).toEqual([]);
  });
});

describe('who deals with what', () => {
  const states = answerStates(seen);
  const stateOf = (seq: number) => states(feed.find((entry) => entry.seq === seq) as FeedEntry);

  test('[FAC16] an answer is open until somebody takes it, and done once it is marked or answered', () => {
    expect([5, 6, 8, 9, 10, 11].map(stateOf)).toEqual([
      'claimed',
      'done',
      'claimed',
      'open',
      'open',
      'done',
    ]);
  });

  test('[FAC16] by kind, team, nation and state, all at once; mine is what I took', () => {
    const parts = { states, claims: seen.claims, seatId: 'me' as never };
    const seqs = (filter: object) =>
      filterFeed(feed, { ...noFilter, ...filter }, parts).map(({ seq }) => seq);
    expect(seqs({})).toHaveLength(11);
    expect(seqs({ group: 'positions' })).toEqual([15, 14, 13]);
    expect(seqs({ partyId: 'ph' })).toEqual([15, 13, 8, 6]);
    expect(seqs({ tableId: 'jp', group: 'answers' })).toEqual([9, 5]);
    expect(seqs({ state: 'claimed' })).toEqual([8, 5]);
    expect(seqs({ state: 'mine' })).toEqual([5]);
    expect(seqs({ state: 'open', partyId: 'jp' })).toEqual([16, 14, 10, 9, 3]);
  });
});
