/** Two nodes on one PostgreSQL: people of one exercise on both see one order. */
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { describe, expect, test } from 'vitest';
import { freshDatabase, hasPostgres } from '../support/postgres.js';
import { Api, casting } from './support/api.js';
import { codeOf, type Drill, prepare } from './support/drill.js';
import { Person } from './support/person.js';
import { startProcess } from './support/process.js';
import { scenariosDir, startServer, tempDir } from './support/server.js';

async function twoNodes() {
  const databaseUrl = await freshDatabase();
  const one = await startServer({ databaseUrl });
  const other = await startServer({ databaseUrl });
  const drill = await prepare(one, 'auto');
  return { one, other, drill };
}

/** A player who joins and sits on the node at `url`. */
async function sitOn(url: string, drill: Drill, tableId: string, name: string) {
  const grant = await new Api(url).join(codeOf(drill, tableId), name);
  const { exerciseId } = drill;
  return { grant, player: await Person.sit<PlayerView>({ url, exerciseId, token: grant.token }) };
}

function saidBy({ view }: Person<PlayerView>): string[] {
  return Object.entries(view.messages)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, { text }]) => text);
}

describe.skipIf(!hasPostgres)('two nodes on one database', () => {
  test('[NODE1] players of one table on both nodes see the same, in one order', async () => {
    const { one, other, drill } = await twoNodes();
    const aiko = await sitOn(one.url, drill, 'tokyo', 'Aiko');
    const ken = await sitOn(other.url, drill, 'tokyo', 'Ken');
    await drill.facilitator.must({ type: 'StartExercise' });
    const people = [aiko.player, ken.player];
    for (const person of people) await person.until(({ view }) => view.clock.status === 'running');
    const thread = { kind: 'table', tableId: 'tokyo' } as const;
    const texts = Array.from({ length: 60 }, (_, index) => `word ${index}`);
    await Promise.all(
      texts.map((text, index) =>
        (index % 2 === 0 ? aiko : ken).player.must({ type: 'SendMessage', thread, text }),
      ),
    );
    for (const person of people) await person.until((now) => saidBy(now).length === texts.length);
    expect(saidBy(ken.player)).toEqual(saidBy(aiko.player));
    expect([...saidBy(ken.player)].sort()).toEqual([...texts].sort());
    // Each knows that the other is there, and writes on one draft.
    await aiko.player.until(({ roster }) =>
      roster.some(({ name, isOnline }) => name === 'Ken' && isOnline),
    );
    await ken.player.until(({ view }) => 'jp-alarm' in view.injects || view.clock.speed === 1);
  });

  test('[NODE2] what is typed and not sent, and who comes and goes, crosses nodes', async () => {
    const { one, other, drill } = await twoNodes();
    const aiko = await sitOn(one.url, drill, 'tokyo', 'Aiko');
    const ken = await sitOn(other.url, drill, 'tokyo', 'Ken');
    await drill.facilitator.must({ type: 'StartExercise' });
    await drill.facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
    for (const { player } of [aiko, ken]) {
      await player.until(({ view }) => 'jp-alarm' in view.injects);
    }
    expect(await aiko.player.write('jp-alarm', 'We', 0)).toEqual({ ok: true, revision: 1 });
    await ken.player.until(({ drafts }) => drafts.at(-1)?.text === 'We');
    expect(await ken.player.write('jp-alarm', 'We isolate', 1)).toEqual({ ok: true, revision: 2 });
    await aiko.player.until(({ drafts }) => drafts.at(-1)?.text === 'We isolate');
    expect(await aiko.player.write('jp-alarm', 'We wait', 1)).toMatchObject({
      code: 'draft/conflict',
    });
    ken.player.socket.disconnect();
    await aiko.player.until(({ roster }) =>
      roster.some(({ name, isOnline }) => name === 'Ken' && !isOnline),
    );
  });

  test('[NODE3] commands raced on both nodes keep every law: one answer counts, everyone hears it', async () => {
    const { one, other, drill } = await twoNodes();
    const aiko = await sitOn(one.url, drill, 'tokyo', 'Aiko');
    const ken = await sitOn(other.url, drill, 'tokyo', 'Ken');
    await drill.facilitator.must({ type: 'StartExercise' });
    await drill.facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
    for (const { player } of [aiko, ken]) {
      await player.until(({ view }) => 'jp-alarm' in view.injects);
    }
    const answers = await Promise.all(
      [aiko, ken].map(({ player, grant }) =>
        player.do({ type: 'SendResponse', injectId: 'jp-alarm', text: `From ${grant.seatId}` }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const facts = await drill.staff.must<{ facts: { type: string; seq: number }[] }>(
      `/api/exercises/${drill.exerciseId}/export`,
    );
    expect(facts.facts.filter(({ type }) => type === 'ResponseSent')).toHaveLength(1);
    expect(facts.facts.map(({ seq }) => seq)).toEqual(facts.facts.map((_, index) => index + 1));
    // A retry on the other node gets the first answer.
    const id = 'the-same-command';
    const message = { thread: { kind: 'table', tableId: 'tokyo' } as const, text: 'Once' };
    const first = await aiko.player.do({ type: 'SendMessage', ...message }, id);
    const moved = await Person.sit<PlayerView>({
      url: other.url,
      exerciseId: drill.exerciseId,
      token: aiko.grant.token,
    });
    expect(await moved.do({ type: 'SendMessage', ...message }, id)).toEqual(first);
  });

  test('[NODE4] a killed keeper’s exercise goes on at the other node, with its play time', async () => {
    const databaseUrl = await freshDatabase();
    const scenarios = scenariosDir();
    const env = { DATABASE_URL: databaseUrl };
    const keeper = await startProcess(tempDir(), scenarios, env);
    const other = await startProcess(tempDir(), scenarios, env);
    const drill = await prepare(keeper, 'auto');
    const { player } = await sitOn(other.url, drill, 'tokyo', 'Ken');
    await drill.facilitator.must({ type: 'StartExercise' });
    await drill.facilitator.must({ type: 'SetSpeed', speed: 60 });
    await player.until(({ view }) => view.clock.status === 'running' && view.clock.speed === 60);
    const killedAt = performance.now();
    await keeper.kill();
    await player.until(({ view }) => 'jp-alarm' in view.injects);
    await player.until(({ view }) => 'jp-after' in view.injects);
    expect(performance.now() - killedAt).toBeLessThan(25_000);
    expect(player.view.clock.status).toBe('running');
    const staff = await other.staff();
    await staff.staffSeat(drill.exerciseId);
    const { exerciseId } = drill;
    const facilitator = await Person.sit<FacilitatorView>({
      url: other.url,
      exerciseId,
      cookie: staff.cookie,
    });
    expect(facilitator.view.events['jp-alarm']?.status).toBe('released');
  });

  test('[NODE5] a seat taken at one node is let in at the other at once, and staff find what they did', async () => {
    const { one, other, drill } = await twoNodes();
    const { exerciseId, staff } = drill;
    for (let turn = 0; turn < 10; turn++) {
      const grant = await new Api(one.url).join(codeOf(drill, 'tokyo'), `Player ${turn}`);
      const { token } = grant;
      await Person.sit<PlayerView>({ url: other.url, exerciseId, token });
    }
    const elsewhere = new Api(other.url);
    elsewhere.cookie = staff.cookie;
    for (let turn = 0; turn < 5; turn++) {
      const tables = casting.tables.slice(0, 1 + (turn % 2)).map((table) => ({
        ...table,
        teamIds: turn % 2 === 1 ? table.teamIds : casting.tables.flatMap(({ teamIds }) => teamIds),
      }));
      const answer = await drill.facilitator.do({
        type: 'CastTeams',
        casting: { ...casting, tables },
      });
      expect(answer.ok || answer.code).toBe(true);
      expect((await elsewhere.links(exerciseId)).tables).toHaveLength(tables.length);
    }
  });

  test('[NODE6] a name changed at one node is read at the other, and a seat handed over there is signed out here', async () => {
    const { one, other, drill } = await twoNodes();
    const aiko = await sitOn(other.url, drill, 'tokyo', 'Aiko');
    const { seatId } = aiko.grant;
    const at = `/api/exercises/${drill.exerciseId}/people/${seatId}`;
    await drill.staff.call('PATCH', at, { name: 'Aiko Sato', listed: ['Ben'] });
    await aiko.player.until(({ roster }) =>
      roster.some(({ name, listed }) => name === 'Aiko Sato' && listed?.[0] === 'Ben'),
    );
    const { code } = await drill.staff.must<{ code: string }>(`${at}/hand-over`, {});
    const { token } = await new Api(one.url).join(code, 'Somebody');
    await aiko.player.until(({ goodbye }) => goodbye === 'seat/handed-over');
    const { exerciseId } = drill;
    const again = await Person.sit<PlayerView>({ url: other.url, exerciseId, token });
    expect(again.welcome?.seatId).toBe(seatId);
  });
});
