import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import type { Conversation } from '../messages-model';
import { commandOf, freshMessage, isComplete, type TeamMessage } from './team-message-model';

const conversation = {
  key: 'table ph',
  teams: [
    { id: 'ph-port', tableId: 'ph' },
    { id: 'ph-cert', tableId: 'ph' },
  ],
  contact: null,
  entries: [
    { kind: 'share', isOurs: true, seq: 3, share: { marking: 'AMBER', channel: 'cert' } },
    { kind: 'share', isOurs: false, seq: 4, share: { marking: 'GREEN', channel: 'isac' } },
  ],
} as unknown as Conversation;
const view = {
  directory: { teams: conversation.teams, contacts: [] },
  people: { s1: { seatId: 's1', tableId: 'ph' } },
} as unknown as PlayerView;
const form: TeamMessage = {
  kind: 'message',
  text: ' Gates stand. ',
  marking: 'AMBER',
  channel: 'cert',
  teams: [],
  seatIds: [],
};
const reply = { inReplyTo: null, evenSo: false };

test('[THREAD7] a message takes up the marking and channel the table last used here, but never TLP:RED', () => {
  expect(freshMessage(conversation)).toMatchObject({ marking: 'AMBER', channel: 'cert', text: '' });
  const red = {
    ...conversation,
    entries: [{ kind: 'share', isOurs: true, share: { marking: 'RED', channel: 'cert' } }],
  } as unknown as Conversation;
  expect(freshMessage(red).marking).toBe('');
});

test('[THREAD8] without a marking, a channel and words nothing goes out; TLP:RED needs a person', () => {
  const complete = (changes: Partial<TeamMessage>) =>
    isComplete({ ...form, ...changes }, conversation, view);
  expect(complete({})).toBe(true);
  expect([complete({ marking: '' }), complete({ channel: '' }), complete({ text: ' ' })]).toEqual([
    false,
    false,
    false,
  ]);
  expect(complete({ marking: 'RED' })).toBe(false);
  expect(complete({ marking: 'RED', seatIds: ['s1'] })).toBe(true);
  expect(complete({ marking: 'RED', seatIds: ['s1'], kind: 'question' })).toBe(false);
});

test('[THREAD9] a message is a share with the whole table unless teams are picked; a question is a request', () => {
  expect(commandOf(form, conversation, view, { inReplyTo: 7, evenSo: false })).toMatchObject({
    type: 'ShareInformation',
    to: { teams: ['ph-port', 'ph-cert'], contacts: [] },
    facts: 'Gates stand.',
    items: [],
    inReplyTo: 7,
  });
  const asked = { ...form, kind: 'question' as const, teams: ['ph-cert'] };
  expect(commandOf(asked, conversation, view, reply)).toEqual({
    type: 'RequestInformation',
    to: { teams: ['ph-cert'], contacts: [] },
    channel: 'cert',
    marking: 'AMBER',
    text: 'Gates stand.',
  });
});
