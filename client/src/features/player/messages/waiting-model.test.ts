import { expect, test } from 'vitest';
import type { CommandInput } from '../../../connection/outbox';
import { textWaitingIn } from './waiting-model';

const control = { isControl: true, ids: [] };
const port = { isControl: false, ids: ['ph-port'] };

test('[THREAD6] what waits to be sent stands in the conversation it goes to', () => {
  const message = { type: 'SendMessage', text: 'Which dock?' } as CommandInput;
  expect(textWaitingIn(message, control)).toBe('Which dock?');
  expect(textWaitingIn(message, port)).toBeNull();
  const share = {
    type: 'ShareInformation',
    to: { teams: ['ph-port'] },
    facts: 'Gates stand.',
  } as CommandInput;
  expect(textWaitingIn(share, port)).toBe('Gates stand.');
  expect(textWaitingIn(share, control)).toBeNull();
  expect(textWaitingIn({ type: 'AcknowledgeCommsCheck' }, control)).toBeNull();
});
