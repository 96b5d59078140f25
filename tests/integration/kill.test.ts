import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import type { Api } from './support/api.js';
import { type Drill, prepare, sitAt } from './support/drill.js';
import { type Facilitator, Person } from './support/person.js';
import { moveIntoThePast, type ServerProcess, startProcess } from './support/process.js';
import { scenariosDir, tempDir } from './support/server.js';

async function startDrill(dataDir: string, scenarios: string) {
  const server = await startProcess(dataDir, scenarios);
  const drill = await prepare(server, 'auto');
  const { player, grant } = await sitAt(drill, 'tokyo', 'Aiko');
  await drill.facilitator.must({ type: 'StartExercise' });
  await drill.facilitator.must({ type: 'SetSpeed', speed: 60 });
  return { server, drill, player, grant };
}

async function comeBack(server: ServerProcess, { exerciseId, staff }: Drill) {
  staff.cookie = (await server.staff()).cookie;
  const api = await server.staff();
  await api.staffSeat(exerciseId);
  const { url } = server;
  const facilitator = await Person.sit<FacilitatorView>({ url, exerciseId, cookie: api.cookie });
  return { api, facilitator };
}

async function factsOf(api: Api, exerciseId: string): Promise<Fact[]> {
  return (await api.must<{ facts: Fact[] }>(`/api/exercises/${exerciseId}/export`)).facts;
}

function released(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => (fact.type === 'InjectReleased' ? [fact.injectId] : []));
}

test('[KEEP1] after kill -9 and a restart all that was acknowledged is there, once, and play goes on', async () => {
  const dataDir = tempDir();
  const scenarios = scenariosDir();
  const { server, drill, player, grant } = await startDrill(dataDir, scenarios);
  const { exerciseId } = drill;

  // Somebody writes all the time, so that the kill falls between a command and its answer.
  await player.until(({ view }) => 'jp-alarm' in view.injects);
  const said = new Map<string, Answer | null>();
  const say = (to: Person, id: string) =>
    to.do({ type: 'SendMessage', thread: { kind: 'table', tableId: 'tokyo' }, text: id }, id);
  let killed: Promise<void> | null = null;
  for (let count = 0; player.socket.connected; count++) {
    const id = `message-${count}`;
    said.set(id, await Promise.race([say(player, id), disconnected(player)]));
    if (count === 30) killed = server.kill();
  }
  await killed;

  const again = await startProcess(dataDir, scenarios);
  const { api, facilitator } = await comeBack(again, drill);
  expect(facilitator.view.clock.status).toBe('running');
  const back = await Person.sit<PlayerView>({ url: again.url, exerciseId, token: grant.token });
  const acknowledged = [...said].filter(([, answer]) => answer?.ok);
  expect(acknowledged.length).toBeGreaterThan(0);
  const texts = (await factsOf(api, exerciseId)).flatMap((fact) =>
    fact.type === 'MessageSent' ? [fact.text] : [],
  );
  for (const [id] of acknowledged) expect(texts).toContain(id);
  // Whatever got no answer is asked again, and what did gets the same one.
  for (const [id, answer] of [...said].slice(-20)) {
    const retried = await say(back, id);
    expect(retried).toMatchObject({ ok: true });
    if (answer?.ok) expect(retried).toEqual(answer);
  }

  await back.until(({ view }) => 'jp-after' in view.injects);
  const facts = await factsOf(api, exerciseId);
  expect(released(facts)).toEqual(['jp-alarm', 'ph-manifest', 'jp-after']);
  expect(facts.some(({ type }) => type === 'ClockPaused')).toBe(false);
  const all = facts.flatMap((fact) => (fact.type === 'MessageSent' ? [fact.text] : []));
  expect(all.sort()).toEqual([...said.keys()].sort());
  expect(await again.stop()).toBe(0);
});

test('[KEEP2] a long gap leaves the exercise paused where it stood, and nothing fires in a burst', async () => {
  const dataDir = tempDir();
  const scenarios = scenariosDir();
  const { server, drill, player } = await startDrill(dataDir, scenarios);
  await player.until(({ view }) => 'jp-alarm' in view.injects);
  await server.kill();
  await moveIntoThePast(dataDir, 3_600_000);

  const again = await startProcess(dataDir, scenarios);
  const { api, facilitator } = await comeBack(again, drill);
  const { clock, events } = facilitator.view;
  expect(clock).toMatchObject({ status: 'paused', pauseCause: 'gap' });
  // About where it was when it was killed: an hour at 60× would be 60 hours of play.
  expect(clock.anchorPlayMs).toBeGreaterThanOrEqual(60_000);
  expect(clock.anchorPlayMs).toBeLessThan(600_000);
  expect(events['jp-after']).toMatchObject({ status: 'armed', dueAtMs: 240_000 });
  expect(released(await factsOf(api, drill.exerciseId))).not.toContain('jp-after');

  await (facilitator as Facilitator).must({ type: 'ResumeClock' });
  await facilitator.until(({ view }) => view.events['jp-after']?.status === 'released');
  const facts = await factsOf(api, drill.exerciseId);
  expect(released(facts)).toEqual(['jp-alarm', 'ph-manifest', 'jp-after']);
  expect(facts.filter(({ type }) => type === 'ClockPaused')).toHaveLength(1);
});

function disconnected(person: Person): Promise<null> {
  return new Promise((resolve) => {
    if (!person.socket.connected) resolve(null);
    else person.socket.once('disconnect', () => resolve(null));
  });
}
