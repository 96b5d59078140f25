import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { conversationsOf, findEntries, unreadIn } from './messages-model';

const none = { facts: '', factsIn: {}, ask: '', askIn: {}, items: [] };
const share = (
  seq: number,
  from: string,
  to: { teams?: string[]; contacts?: string[] },
  facts = '',
) => ({
  ...none,
  seq,
  playMs: seq,
  fromTableId: from,
  fromTeams: from === 'control' ? ['ctl'] : [],
  to: { teams: [], contacts: [], ...to },
  facts,
});
const request = (seq: number, from: string, more: object) => ({
  seq,
  playMs: seq,
  kind: 'information',
  fromTableId: from,
  fromTeams: [],
  teams: [],
  contacts: [],
  item: null,
  text: '',
  textIn: {},
  answer: null,
  ...more,
});
const team = (id: string, tableId: string) => ({ id, tableId, name: id.toUpperCase() });

function viewOf(parts: object): PlayerView {
  return {
    table: { tableId: 'jp', teams: [{ id: 'jp-port' }] },
    directory: {
      teams: [
        team('jp-port', 'jp'),
        team('ph-port', 'ph'),
        team('ph-cert', 'ph'),
        team('us-port', 'us'),
        team('ctl', 'control'),
      ],
      contacts: [{ id: 'vendor', name: 'VENDOR' }],
    },
    messages: {},
    shares: {},
    requests: {},
    holdings: {},
    ...parts,
  } as unknown as PlayerView;
}
const of = (view: PlayerView, key: string) =>
  conversationsOf(view)
    .find((one) => one.key === key)
    ?.entries.map(({ seq }) => seq);

test('[THREAD1] there is one conversation with control, with each other table and with each contact', () => {
  expect(conversationsOf(viewOf({})).map(({ key, teams }) => [key, teams.length])).toEqual([
    ['control', 0],
    ['table ph', 2],
    ['table us', 1],
    ['team ctl', 1],
    ['contact vendor', 0],
  ]);
});

test('[THREAD2] what goes to several stands in each of their conversations, once', () => {
  const view = viewOf({
    shares: {
      5: share(5, 'jp', { teams: ['ph-port', 'ph-cert', 'us-port'], contacts: ['vendor'] }),
      6: share(6, 'us', { teams: ['jp-port'] }),
      7: share(7, 'control', { teams: ['jp-port'] }),
    },
  });
  expect([of(view, 'table ph'), of(view, 'table us')]).toEqual([[5], [5, 6]]);
  expect([of(view, 'contact vendor'), of(view, 'team ctl'), of(view, 'control')]).toEqual([
    [5],
    [7],
    [],
  ]);
});

test('[THREAD3] a request and its answer stand with whoever was asked, a permission with the originator', () => {
  const answer = { seq: 9, playMs: 9, tableId: 'us', isGranted: false, text: '', textIn: {} };
  const view = viewOf({
    holdings: { x: { itemId: 'x', originator: 'PH-CERT' } },
    requests: {
      5: request(5, 'jp', { teams: ['us-port'], answer }),
      6: request(6, 'jp', { kind: 'permission', item: { itemId: 'x' }, teams: ['us-port'] }),
      7: request(7, 'ph', { teams: ['jp-port'] }),
    },
  });
  expect([of(view, 'table us'), of(view, 'table ph')]).toEqual([
    [5, 9],
    [6, 7],
  ]);
});

test('[THREAD4] control stands first, then the latest written; unread is what others wrote since', () => {
  const view = viewOf({
    messages: { 3: { id: 3, playMs: 3, from: 'staff' }, 4: { id: 4, playMs: 4, from: 'table' } },
    shares: {
      6: share(6, 'us', { teams: ['jp-port'] }),
      8: share(8, 'us', { teams: ['jp-port'] }),
      9: share(9, 'jp', { teams: ['us-port'] }),
    },
  });
  const all = conversationsOf(view);
  expect(all.slice(0, 2).map(({ key }) => key)).toEqual(['control', 'table us']);
  expect(all.slice(0, 2).map((one) => unreadIn(one, { 'table us': 6 }))).toEqual([1, 1]);
});

test('[THREAD5] search finds every word in originals and translations, newest first', () => {
  const view = viewOf({
    messages: {
      3: { id: 3, playMs: 3, from: 'staff', text: 'Which berth?', textIn: { ja: 'どのバース？' } },
    },
    shares: { 6: share(6, 'us', { teams: ['jp-port'] }, 'Berth 4 is shut') },
  });
  const seqs = (words: string) =>
    findEntries(conversationsOf(view), words, String).map(({ entry }) => entry.seq);
  expect(seqs('berth')).toEqual([6, 3]);
  expect(seqs('BERTH shut')).toEqual([6]);
  expect(seqs('バース')).toEqual([3]);
  expect(seqs('  ')).toEqual([]);
});
