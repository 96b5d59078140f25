import { expect, test } from 'vitest';
import { answerFeed, splitNew } from './answer-feed';
import { delivery, stamp, view } from './fixture';

const feed = answerFeed(
  view({
    deliveries: {
      ...delivery('note jp', {
        acknowledged: stamp(1),
        response: stamp(30, { seq: 1, text: 'Yes' }),
      }),
      ...delivery('note ph', { choice: stamp(40, { choiceId: 'pay' }) }),
    },
    notes: { 9: { ...stamp(50), seq: 9, injectId: 'note', tableId: 'jp', text: 'Also' } },
  }),
);

test('[FAC8] responses, choices and notes make one stream, newest first; acknowledgements do not', () => {
  expect(feed.map(({ kind, tableId }) => [kind, tableId])).toEqual([
    ['note', 'jp'],
    ['choice', 'ph'],
    ['response', 'jp'],
  ]);
});

test('[FAC3] what came after the last look is kept aside', () => {
  const { fresh, shown } = splitNew(feed, 40);
  expect(fresh.map(({ kind }) => kind)).toEqual(['note']);
  expect(shown.map(({ kind }) => kind)).toEqual(['choice', 'response']);
});
