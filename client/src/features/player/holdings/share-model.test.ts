import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import {
  emptyShare,
  formOfShare,
  lacking,
  narrowestMarking,
  offers,
  type ShareForm,
  shareCommand,
  tablesOf,
  upToDate,
} from './share-model';

/** Two tables besides this one and one that control plays; three items in different hands. */
const view = {
  table: { tableId: 'ours' },
  directory: {
    teams: [
      { id: 'own', tableId: 'ours' },
      { id: 'cert', tableId: 'tokyo' },
      { id: 'police', tableId: 'tokyo' },
      { id: 'port', tableId: 'manila' },
      { id: 'bank', tableId: 'control' },
    ],
    contacts: [{ id: 'vendor' }],
  },
  people: {
    s1: { seatId: 's1', tableId: 'tokyo' },
    s2: { seatId: 's2', tableId: 'manila' },
  },
  holdings: {
    'log full': {
      itemId: 'log',
      form: 'full',
      title: 'Log',
      marking: 'AMBER+STRICT',
      sanitised: { tlp: 'GREEN' },
    },
    'log sanitised': {
      itemId: 'log',
      form: 'sanitised',
      title: 'Log',
      marking: 'AMBER',
      sanitised: null,
    },
    'tip full': { itemId: 'tip', form: 'full', title: 'Tip', marking: 'RED', sanitised: null },
    'note sanitised': {
      itemId: 'note',
      form: 'sanitised',
      title: 'Note',
      marking: 'CLEAR',
      sanitised: null,
    },
  },
  requests: { 7: { seq: 7 } },
} as unknown as PlayerView;

const whole: ShareForm = {
  ...emptyShare,
  teams: ['cert'],
  channel: 'cert',
  marking: 'AMBER',
  facts: ' Seen at noon. ',
};

test('[SHAREFORM1] each item is offered once, in the forms it can be given in, under the widest marking it is held by', () => {
  const rows = offers(view).map(({ itemId, forms }) => [
    itemId,
    forms.map(({ form, marking }) => `${form} ${marking}`),
  ]);
  expect(rows).toEqual([
    ['log', ['full AMBER+STRICT', 'sanitised GREEN']],
    ['tip', ['full RED']],
    ['note', ['sanitised CLEAR']],
  ]);
});

test('[SHAREFORM2] the narrowest marking among what is chosen is known, and none without anything', () => {
  const narrowest = (...items: string[]) => narrowestMarking({ items }, view);
  expect(narrowest('note sanitised', 'log sanitised')).toBe('GREEN');
  expect(narrowest('log full', 'note sanitised')).toBe('AMBER+STRICT');
  expect(narrowest('tip full', 'log full')).toBe('RED');
  expect(narrowest()).toBeNull();
});

test('[SHAREFORM3] it says what is lacking, in the order of the form', () => {
  expect(lacking(emptyShare, view)).toEqual(['to', 'marking', 'channel', 'facts']);
  expect(lacking(whole, view)).toEqual([]);
  expect(lacking({ ...whole, items: ['1', '2', '3', '4', '5', '6'] }, view)).toEqual(['items']);
});

test('[SHAREFORM4] TLP:RED needs a person at every table that gets it, but at control’s', () => {
  const red = { ...whole, marking: 'RED', teams: ['cert', 'police', 'port', 'bank'] };
  expect(tablesOf(red.teams, view)).toEqual(['tokyo', 'manila']);
  expect(lacking({ ...red, seatIds: ['s1'] }, view)).toEqual(['persons']);
  expect(lacking({ ...red, seatIds: ['s1', 's2'] }, view)).toEqual([]);
  const alone = { ...red, teams: ['cert'], seatIds: ['s1', 's2'] };
  expect(shareCommand(alone, view).seatIds).toEqual(['s1']);
  expect(shareCommand({ ...alone, marking: 'AMBER' }, view).seatIds).toEqual([]);
});

test('[SHAREFORM5] the command holds what the form says, and turns back into the form when it is refused', () => {
  const form = { ...whole, items: ['log sanitised'], inReplyTo: 7, confidence: 'high' };
  const command = shareCommand(form, view);
  expect(command).toMatchObject({
    to: { teams: ['cert'], contacts: [] },
    items: [{ itemId: 'log', form: 'sanitised' }],
    facts: 'Seen at noon.',
    confidence: 'high',
    inReplyTo: 7,
    evenSo: false,
  });
  expect(formOfShare(command)).toEqual({ ...form, facts: 'Seen at noon.' });
  expect(shareCommand(emptyShare, view)).toMatchObject({ confidence: null, inReplyTo: null });
});

test('[SHAREFORM6] what is no longer there is taken out of a form that was kept', () => {
  const kept: ShareForm = {
    ...whole,
    teams: ['cert', 'own', 'gone'],
    contacts: ['vendor', 'gone'],
    items: ['log full', 'gone full'],
    seatIds: ['s1', 'gone'],
    inReplyTo: 8,
  };
  expect(upToDate(kept, view)).toEqual({
    ...whole,
    teams: ['cert'],
    contacts: ['vendor'],
    items: ['log full'],
    seatIds: ['s1'],
    inReplyTo: 0,
  });
});
