import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { expect, test } from 'vitest';
import { running } from './support/drill.js';

type Running = Awaited<ReturnType<typeof running>>;

async function factsOf({ staff, exerciseId }: Running): Promise<Fact[]> {
  const path = `/api/exercises/${exerciseId}/export`;
  return (await staff.must<{ facts: Fact[] }>(path)).facts;
}

test('[LOG1] a retry of a command gets the first answer and makes no second fact', async () => {
  const drill = await running();
  const { facilitator, tokyo } = drill;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  const command = { type: 'SendResponse', injectId: 'jp-alarm', text: 'Stop.' } as const;
  const first = await tokyo.player.do(command, 'send-once');
  expect(first).toMatchObject({ ok: true });
  await tokyo.player.must({ type: 'SendMessage', thread: thread('tokyo'), text: 'sent' });
  expect(await tokyo.player.do(command, 'send-once')).toEqual(first);
  // So does one on a new connection, as after a lost line.
  tokyo.player.socket.disconnect();
  await tokyo.player.connect();
  expect(await tokyo.player.do(command, 'send-once')).toEqual(first);
  const sent = (await factsOf(drill)).filter(({ type }) => type.startsWith('Response'));
  expect(sent).toHaveLength(1);
});

test('[LOG2] a refusal is kept as well, with the facts it brought', async () => {
  const drill = await running();
  const { facilitator, tokyo } = drill;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.must({ type: 'SendResponse', injectId: 'jp-alarm', text: 'Stop.' });
  const late = {
    type: 'SendResponse',
    injectId: 'jp-alarm',
    text: 'And call the police.',
  } as const;
  const first = await tokyo.player.do(late, 'too-late');
  expect(first).toMatchObject({ ok: false, code: 'inject/already-answered' });
  expect(await tokyo.player.do(late, 'too-late')).toEqual(first);
  const notes = (await factsOf(drill)).filter(({ type }) => type === 'ResponseNoted');
  expect(notes).toHaveLength(1);
});

test('[LOG3] an id used again for another command is refused; ids of others don’t matter', async () => {
  const { tokyo, manila } = await running();
  const say = (text: string, tableId: string) =>
    ({ type: 'SendMessage', thread: thread(tableId), text }) as const;
  await tokyo.player.do(say('one', 'tokyo'), 'same-id');
  const again = await tokyo.player.do(say('two', 'tokyo'), 'same-id');
  expect(again).toMatchObject({ ok: false, code: 'command/reused-id' });
  expect(await manila.player.do(say('three', 'manila'), 'same-id')).toMatchObject({ ok: true });
});

test('[LOG4] commands of one turn are decided in order, and a retry among them is one too', async () => {
  const drill = await running();
  const { facilitator, tokyo } = drill;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  const acknowledge = { type: 'AcknowledgeInject', injectId: 'jp-alarm' } as const;
  const answers: Answer[] = await Promise.all([
    tokyo.player.do(acknowledge, 'twice-at-once'),
    tokyo.player.do(acknowledge, 'twice-at-once'),
    tokyo.player.do(acknowledge, 'another'),
  ]);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toMatchObject({ ok: false, code: 'inject/already-acknowledged' });
  const seen = (await factsOf(drill)).filter(({ type }) => type === 'InjectAcknowledged');
  expect(seen).toHaveLength(1);
});

test('[LOG5] what can’t be parsed is refused with its path, and nothing crashes', async () => {
  const { tokyo, facilitator } = await running();
  const { socket } = tokyo.player;
  const raw = (event: string, payload: unknown): Promise<Answer> =>
    // Not what a well-behaved client sends.
    socket.timeout(5_000).emitWithAck(event as 'command', payload as never);
  expect(
    await raw('command', { commandId: 'abcdef', command: { type: 'Nonsense' } }),
  ).toMatchObject({ code: 'command/invalid', details: { path: 'command.type' } });
  const spoilt = { type: 'AcknowledgeInject', injectId: 'jp-alarm', extra: 1 };
  for (const payload of [null, 7, 'text', [], { commandId: 'x' }]) {
    expect(await raw('command', payload)).toMatchObject({ code: 'command/invalid' });
    expect(await raw('draft', payload)).toMatchObject({ code: 'command/invalid' });
  }
  expect(await raw('command', { commandId: 'abcdef', command: spoilt })).toMatchObject({
    code: 'command/invalid',
  });
  // Without a function to answer to, and with one where the payload should be.
  socket.emit('command' as never, ...([{}] as never));
  socket.emit('subscribe' as never, ...([] as never));
  expect(await facilitator.do({ type: 'PauseClock' })).toMatchObject({ ok: true });
  const host = { type: 'RecoverClock', lastPlayMs: 0 } as const;
  expect(await facilitator.do(host)).toMatchObject({ code: 'command/not-allowed' });
});

test('[LOG6] a seat that sends too much at once is told so, and others are not held up', async () => {
  const { tokyo, manila } = await running();
  const flood = Array.from({ length: 90 }, () =>
    tokyo.player.do({ type: 'SendMessage', thread: thread('tokyo'), text: 'hello' }),
  );
  const other = await manila.player.do({
    type: 'SendMessage',
    thread: thread('manila'),
    text: 'calm',
  });
  expect(other).toMatchObject({ ok: true });
  const answers = await Promise.all(flood);
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(60);
  expect(answers.some((answer) => !answer.ok && answer.code === 'server/overloaded')).toBe(true);
});

function thread(tableId: string) {
  return { kind: 'table', tableId } as const;
}
