import type { PlayerTask, PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { placeOfTask, recipientNames, subjectOf } from './task-model';

test('[TASK1] a task leads to the part where it is done', () => {
  expect(
    ['respond', 'share', 'message', 'report', 'agree'].map((kind) => placeOfTask(kind as never)),
  ).toEqual([null, 'holdings', 'messages', 'duties', 'joint']);
});

test('[TASK2] it names the nations, teams and contacts that should be told', () => {
  const view = {
    parties: [
      { id: 'jp', name: 'Japan' },
      { id: 'ph', name: 'Philippines' },
    ],
    directory: {
      teams: [{ id: 'ph-port', name: 'Port' }],
      contacts: [{ id: 'vendor', name: 'Vendor' }],
    },
  } as unknown as PlayerView;
  const task = { to: ['vendor', 'jp', 'unheard-of'] } as unknown as PlayerTask;
  expect(recipientNames(view, task)).toEqual(['Japan', 'Vendor']);
  const all = { to: ['all'] } as unknown as PlayerTask;
  expect(recipientNames(view, all)).toEqual(['Japan', 'Philippines']);
});

test('[TASK3] it names the item, joint position or report it is about, where the table knows it', () => {
  const view = {
    holdings: { 'log full': { itemId: 'log', title: 'Gate log' } },
    positions: { line: { title: 'One line' } },
    obligations: { notice: { title: 'Notice' } },
  } as unknown as PlayerView;
  const about = (id: string | null) => subjectOf(view, { about: id } as unknown as PlayerTask);
  expect(['log', 'line', 'notice', 'unheard-of', null].map(about)).toEqual([
    'Gate log',
    'One line',
    'Notice',
    null,
    null,
  ]);
});
