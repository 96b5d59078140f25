import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import {
  holdingsInOrder,
  passedOn,
  requestRows,
  requestsToAnswer,
  sharesReceived,
  sharesSent,
} from './holdings-model';

const share = (seq: number, fromTableId: string, items: string[] = [], inReplyTo?: number) => ({
  seq,
  fromTableId,
  items: items.map((item) => ({ itemId: item.split(' ')[0], form: item.split(' ')[1] })),
  inReplyTo: inReplyTo ?? null,
});
const request = (seq: number, fromTableId: string, answer: object | null = null) => ({
  seq,
  kind: 'information',
  fromTableId,
  answer,
});

/** Only the parts that these lists are made of; tables of the text "ours" are this one. */
function viewWith(parts: {
  shares?: ReturnType<typeof share>[];
  requests?: ReturnType<typeof request>[];
  holdings?: Record<string, { itemId: string; form: string; sincePlayMs: number }>;
}): PlayerView {
  const bySeq = (all: { seq: number }[] = []) => Object.fromEntries(all.map((s) => [s.seq, s]));
  return {
    table: { tableId: 'ours' },
    shares: bySeq(parts.shares),
    requests: bySeq(parts.requests),
    holdings: parts.holdings ?? {},
  } as unknown as PlayerView;
}

test('[HELD1] what came last stands first; what the table passed on stands apart from what it was told', () => {
  const held = (itemId: string, sincePlayMs: number) => ({ itemId, form: 'full', sincePlayMs });
  const view = viewWith({
    holdings: { 'a full': held('a', 5), 'b full': held('b', 90), 'c full': held('c', 90) },
    shares: [share(1, 'ours'), share(2, 'theirs'), share(3, 'ours')],
  });
  expect(holdingsInOrder(view).map(({ itemId }) => itemId)).toEqual(['b', 'c', 'a']);
  expect(sharesSent(view).map(({ seq }) => seq)).toEqual([3, 1]);
  expect(sharesReceived(view).map(({ seq }) => seq)).toEqual([2]);
});

test('[HELD2] an item tells each time it was passed on from here, in whichever form', () => {
  const view = viewWith({
    shares: [
      share(1, 'ours', ['a full', 'b full']),
      share(2, 'theirs', ['a full']),
      share(3, 'ours', ['a sanitised']),
    ],
  });
  expect(passedOn(view, 'a').map(({ share: { seq }, form }) => [seq, form])).toEqual([
    [3, 'sanitised'],
    [1, 'full'],
  ]);
});

test('[HELD3] what waits for this table’s answer stands first, then what it waits for, then what is settled', () => {
  const answer = { seq: 9, isGranted: true };
  const view = viewWith({
    requests: [
      request(1, 'ours', answer),
      request(2, 'theirs'),
      request(3, 'ours'),
      request(4, 'theirs'),
    ],
  });
  expect(requestRows(view).map((row) => [row.request.seq, row.isOurs, row.isOpen])).toEqual([
    [4, false, true],
    [2, false, true],
    [3, true, true],
    [1, true, false],
  ]);
  expect(requestsToAnswer(view)).toHaveLength(2);
});

test('[HELD4] a share in reply settles a request; another table’s reply leaves this one still asked', () => {
  const view = viewWith({
    requests: [request(1, 'theirs'), request(2, 'theirs'), request(3, 'ours')],
    shares: [share(4, 'ours', [], 1), share(5, 'somebody else', [], 2), share(6, 'theirs', [], 3)],
  });
  const open = requestRows(view).filter(({ isOpen }) => isOpen);
  expect(open.map((row) => row.request.seq)).toEqual([2]);
});
