import { expect, test } from 'vitest';
import { controlTasks, countOf } from './control-tasks';
import { deckCards } from './deck';
import { delivery, event, expectation, inject, released, stamp, view } from './fixture';

const read = (text: unknown) => String(text);

test('[FAC20] the deck holds what waits to be played by hand, found by number, title or speaker', () => {
  const seen = view({
    injects: {
      deck: inject('deck', 2, { trigger: { kind: 'deck' }, from: 'Harbour radio' }),
      hand: inject('hand', 1, { trigger: { kind: 'manual' } }),
      timed: inject('timed', 0, { trigger: { kind: 'at', minutes: 3 } }),
      made: inject('made', 3, { isImprovised: true, trigger: { kind: 'manual' } }),
      gone: inject('gone', 4, { trigger: { kind: 'deck' } }),
    },
    events: {
      deck: event({ awaits: [] }),
      hand: event({ awaits: [] }),
      timed: event({ awaits: [] }),
      made: event({ isHeld: true, awaits: ['ja'] }),
      gone: released(0),
    },
  });
  const ids = (search: string) => deckCards(seen, search, read).map(({ id }) => id);
  expect(ids('')).toEqual(['hand', 'deck', 'made']);
  expect(ids(' RADIO')).toEqual(['deck']);
  expect(ids('4')).toEqual(['made']);
  expect(deckCards(seen, 'made', read)[0]).toMatchObject({ isHeld: true, awaits: ['ja'] });
});

test('[FAC21] control answers for its teams and its contacts, and for nobody else', () => {
  const tasks = controlTasks(
    view({
      injects: {
        asked: inject('asked', 0, { expectations: [{ id: 'a' }] }),
        done: inject('done', 1, { expectations: [{ id: 'a' }] }),
        choose: inject('choose', 2, { choices: [{ id: 'yes' }] }),
        theirs: inject('theirs', 3, { expectations: [{ id: 'a' }] }),
      },
      events: {
        asked: released(0, ['control', 'jp']),
        done: released(0, ['control']),
        choose: released(0, ['control']),
        theirs: released(0, ['jp']),
      },
      expectations: {
        ...expectation('asked control a'),
        ...expectation('done control a', { status: 'met' }),
        ...expectation('theirs jp a'),
      },
      deliveries: delivery('done control', { response: stamp(1) }),
      requests: {
        1: { seq: 1, kind: 'information', teams: ['us-port'], contacts: [], answer: null },
        2: { seq: 2, kind: 'information', teams: ['jp-port'], contacts: ['desk'], answer: null },
        3: { seq: 3, kind: 'information', teams: ['jp-port'], contacts: [], answer: null },
        4: {
          seq: 4,
          kind: 'permission',
          teams: [],
          contacts: [],
          askedTableId: null,
          answer: null,
        },
        5: {
          seq: 5,
          kind: 'permission',
          teams: [],
          contacts: [],
          askedTableId: 'jp',
          answer: null,
        },
        6: { seq: 6, kind: 'information', teams: ['us-port'], contacts: [], answer: {} },
      },
      positions: {
        open: {
          id: 'open',
          status: 'open',
          voices: [{ teamId: 'us-port' }, { teamId: 'jp-port' }],
          stances: [],
        },
        said: {
          id: 'said',
          status: 'open',
          voices: [{ teamId: 'us-port' }],
          stances: [{ teamId: 'us-port' }],
        },
      },
      obligations: {
        'notice control': { tableId: 'control', report: null, status: 'missed' },
        'notice jp': { tableId: 'jp', report: null, status: 'open' },
      },
    }),
  );
  expect(tasks.injects.map((task) => task.inject.id)).toEqual(['asked', 'choose']);
  expect(tasks.requests.map(({ seq }) => seq)).toEqual([1, 2, 4]);
  expect(tasks.positions).toMatchObject([{ position: { id: 'open' }, teamIds: ['us-port'] }]);
  expect(tasks.obligations).toHaveLength(1);
  expect(countOf(tasks)).toBe(7);
});
