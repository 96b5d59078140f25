/** Law 10 over a real server: what was removed is on no screen, in no file, and in no export. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { redactedText } from '@trilogue/engine/protocol/redaction';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { type Drill, running } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer, type TestServer } from './support/server.js';

const secret = 'kx-canary-Reiko-Tanaka-kx';
const reason = 'personal';
const answer = { type: 'SendResponse', injectId: 'jp-alarm', text: `${secret} said so` } as const;

async function answered() {
  const server = await startServer();
  const drill = await running(server);
  const { facilitator, tokyo } = drill;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.must(answer);
  await facilitator.until(({ view }) => says(view), 'the answer is there');
  const [delivery] = Object.values(facilitator.view.deliveries);
  return { ...drill, server, seq: delivery?.response?.seq ?? 0 };
}

const says = (view: unknown) => JSON.stringify(view).includes(secret);

/** Files of the data directory that hold it, the journal's among them. */
function filesWith(text: string, { dataDir }: TestServer): string[] {
  return readdirSync(dataDir).filter((name) =>
    readFileSync(join(dataDir, name)).toString('latin1').includes(text),
  );
}

async function exported({ staff, exerciseId }: Drill): Promise<{ facts: Fact[] }> {
  return staff.must<{ facts: Fact[] }>(`/api/exercises/${exerciseId}/export`);
}

test('[LAW10] a removed answer leaves every screen, the file and the export, and stays away', async () => {
  const drill = await answered();
  const { server, facilitator, tokyo, manila, seq, exerciseId } = drill;
  await tokyo.player.until(({ view }) => says(view), 'the table sees its answer');
  expect(filesWith(secret, server)).not.toEqual([]);
  await facilitator.must({ type: 'RedactContent', factSeq: seq, fields: null, reason });
  for (const { view } of [facilitator, manila.player]) expect(says(view)).toBe(false);
  await tokyo.player.until(({ view }) => !says(view), 'the table sees it no more');
  expect(JSON.stringify(tokyo.player.view)).toContain(redactedText);
  expect(filesWith(secret, server)).toEqual([]);
  const { facts } = await exported(drill);
  expect(JSON.stringify(facts)).not.toContain(secret);
  expect(facts[seq - 1]).toMatchObject({ text: redactedText, redacted: ['text'] });

  // Whoever comes back with a cursor from before gets no frame that holds it.
  const late = new Person<PlayerView>({ url: server.url, exerciseId, token: tokyo.grant.token });
  await late.connect();
  await late.subscribe({ epoch: 0, seq: seq - 1 });
  expect(says(late.heard)).toBe(false);

  await server.close();
  const again = await startServer({ dataDir: server.dataDir });
  const player = await Person.sit<PlayerView>({
    url: again.url,
    exerciseId,
    token: tokyo.grant.token,
  });
  expect(says(player.heard)).toBe(false);
  expect(JSON.stringify(player.view)).toContain(redactedText);
});

test('[LAW10] what a rewind took back can be removed, and what was removed stays so over a rewind', async () => {
  const drill = await answered();
  const { server, facilitator, seq } = drill;
  const { facts } = await exported(drill);
  const started = facts.find(({ type }) => type === 'ExerciseStarted')?.seq ?? 0;
  await facilitator.must({ type: 'Rewind', toSeq: started, reason: '' });
  expect(filesWith(secret, server)).not.toEqual([]);
  await facilitator.must({ type: 'RedactContent', factSeq: seq, fields: null, reason });
  expect(filesWith(secret, server)).toEqual([]);

  const other = await answered();
  await other.facilitator.must({
    type: 'RedactContent',
    factSeq: other.seq,
    fields: null,
    reason,
  });
  await other.facilitator.must({ type: 'SetSpeed', speed: 2 });
  await other.facilitator.must({ type: 'Rewind', toSeq: other.seq, reason: '' });
  await other.tokyo.player.until(({ cursor }) => cursor?.epoch === 1, 'the rewind');
  expect(says(other.tokyo.player.view)).toBe(false);
  expect(JSON.stringify(other.tokyo.player.view)).toContain(redactedText);
});

test('[LAW10] a person who is forgotten loses name, words and seat, and everybody else keeps theirs', async () => {
  const drill = await answered();
  const { server, facilitator, tokyo, manila, exerciseId } = drill;
  const thread = { kind: 'table', tableId: 'manila' } as const;
  await manila.player.must({ type: 'SendMessage', thread, text: 'Mabuhay' });
  await facilitator.until(
    ({ roster }) => ['Aiko', 'Jun'].every((name) => roster.some((entry) => entry.name === name)),
    'both are there',
  );
  await facilitator.must({ type: 'ErasePerson', seatId: tokyo.grant.seatId });
  await tokyo.player.until(({ goodbye }) => goodbye === 'seat/gone', 'sent away');
  expect(says(facilitator.view)).toBe(false);
  await facilitator.until(
    ({ roster }) => !roster.some(({ name }) => name === 'Aiko'),
    'the name is gone',
  );
  expect(facilitator.roster.some(({ name }) => name === 'Jun')).toBe(true);
  expect(filesWith(secret, server)).toEqual([]);
  expect(filesWith('Aiko', server)).toEqual([]);
  expect(filesWith('Mabuhay', server)).not.toEqual([]);
  expect(says((await exported(drill)).facts)).toBe(false);
  // Nor does the old token open anything.
  const back = new Person<FacilitatorView>({
    url: server.url,
    exerciseId,
    token: tokyo.grant.token,
  });
  await expect(back.connect()).rejects.toThrow();
});
