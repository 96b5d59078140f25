/** Torn and corrupt rows: that exercise is put aside with a clear message, and the others go on. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenDatabase } from '../../server/src/store/database.js';
import { openPostgres } from '../../server/src/store/postgres.js';
import { openSqlite } from '../../server/src/store/sqlite.js';
import { hasPostgres } from '../support/postgres.js';
import { check } from './checker.js';
import type { FaultOptions } from './main.js';
import { damages, type Rows, restore, save } from './support/damages.js';
import { Stage } from './support/stage.js';
import { skip, type Verdict } from './support/verdict.js';
import { pause } from './support/witness.js';
import { type DatabaseKind, type Node, Workshop } from './support/workshop.js';

/** The smallest page that SQLite's default makes. */
const pageBytes = 4_096;

export async function* corrupt({ databases }: FaultOptions): AsyncIterable<Verdict> {
  for (const database of databases) {
    if (database === 'postgres' && !hasPostgres) {
      yield skip(`corrupt rows, ${database}`, 'PostgreSQL is not installed');
    } else yield await corruptRows(database);
  }
  if (databases.includes('sqlite')) yield await corruptPage();
}

type Place = Awaited<ReturnType<Workshop['database']>>;

async function corruptRows(kind: DatabaseKind): Promise<Verdict> {
  const workshop = new Workshop();
  const findings: string[] = [];
  const messages: string[] = [];
  try {
    const place = await workshop.database(kind);
    let node = await workshop.node(place);
    const open = () => Stage.open(node, { plan: workshop.plan, players: 2 });
    const sound = await open();
    const victims: { name: string; stage: Stage }[] = [];
    for (const name of Object.keys(damages)) victims.push({ name, stage: await open() });
    const stages = [sound, ...victims.map(({ stage }) => stage)];
    await noise(stages);
    await node.end('SIGTERM');

    const saved: Rows[] = [];
    await inDatabase(place, async ({ db }) => {
      for (const { name, stage } of victims) {
        saved.push(await save(db, stage.exerciseId));
        await damages[name]?.inflict(db, stage.exerciseId);
      }
    });
    node = await workshop.node(place);
    for (const { name, stage } of victims) {
      const wrong = damages[name]?.isFatal
        ? await lookAside(node, stage, messages)
        : await goesOn(node, stage);
      if (wrong !== null) findings.push(`${name}: ${wrong}`);
    }
    const wrong = await goesOn(node, sound);
    if (wrong !== null) findings.push(`the sound one: ${wrong}`);
    const fresh = await open();
    await fresh.nextInject();
    await node.end('SIGTERM');

    const fatal = victims.filter(({ name }) => damages[name]?.isFatal);
    await inDatabase(place, async ({ db }) => {
      for (const { stage } of fatal) {
        const rows = saved.find(({ exercise }) => exercise.id === stage.exerciseId);
        if (rows !== undefined) await restore(db, rows);
      }
    });
    node = await workshop.node(place);
    const staff = await node.staff();
    // Where answers are lost, they can't be given again.
    const judged = [...stages, fresh].filter(
      (stage) => stage !== victims.find(({ name }) => name === 'tornReceipts')?.stage,
    );
    for (const stage of judged) {
      await stage.comeBack([node.url]);
      await stage.resume();
      const found = check(await stage.history(staff));
      findings.push(...found.map(({ code, what }) => `${code}: ${what}`));
      await stage.end();
    }
    return {
      name: `corrupt rows, ${kind}`,
      figures: {
        damages: victims.length,
        'put aside with a message': messages.length,
        such: `“${messages[0] ?? ''}”`,
        'put right and played on': fatal.length,
        'exercises beside them': judged.length - fatal.length,
      },
      findings,
    };
  } finally {
    await workshop.close();
  }
}

/** A page of the file overwritten, and noise behind the journal of a server that was killed. */
async function corruptPage(): Promise<Verdict> {
  const workshop = new Workshop();
  const findings: string[] = [];
  const messages: string[] = [];
  try {
    const dataDir = workshop.folder();
    let node = await workshop.node({ dataDir });
    const victim = await Stage.open(node, { plan: workshop.plan, players: 2 });
    await noise([victim]);
    for (const { hush } of [victim]) hush.call(victim);
    const marks = victim.players.flatMap(({ asked }) => asked.map(({ mark }) => mark));
    await victim.director.must({ type: 'EndExercise' });
    const sound = await Stage.open(node, { plan: workshop.plan, players: 2 });
    sound.makeNoise();
    await pause(1_000);
    sound.hush();
    await node.end('SIGKILL');
    const journal = openSync(join(dataDir, 'trilogue.db-wal'), 'a');
    writeSync(journal, Buffer.alloc(10_000, 0x5a));
    closeSync(journal);
    node = await workshop.node({ dataDir });
    await sound.comeBack([node.url]);
    await sound.askAgain();
    await node.end('SIGTERM');

    const file = join(dataDir, 'trilogue.db');
    const mark = marks[Math.floor(marks.length / 2)] ?? '';
    const place = readFileSync(file).indexOf(`"text":"${mark}"`);
    if (place < 0) throw new Error('the victim’s text is not in the file');
    const handle = openSync(file, 'r+');
    const page = Math.floor(place / pageBytes) * pageBytes;
    writeSync(handle, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, page);
    closeSync(handle);
    node = await workshop.node({ dataDir });
    const aside = await lookAside(node, victim, messages);
    if (aside !== null) findings.push(`the victim: ${aside}`);
    const wrong = await goesOn(node, sound);
    if (wrong !== null) findings.push(`the sound one: ${wrong}`);
    const history = await sound.history(await node.staff(), { driftMs: 1_000 });
    await sound.end();
    return {
      name: 'corrupt page, sqlite',
      figures: { such: `“${messages[0] ?? ''}”`, 'noise behind the journal': 'ignored' },
      findings: [...findings, ...check(history)],
    };
  } finally {
    await workshop.close();
  }
}

async function noise(stages: readonly Stage[]): Promise<void> {
  for (const stage of stages) stage.makeNoise(100);
  await pause(2_000);
  for (const stage of stages) stage.hush();
  await Promise.all(stages.map((stage) => stage.askAgain()));
}

async function inDatabase(
  { dataDir, env }: Place,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const url = env?.DATABASE_URL;
  const database =
    url === undefined
      ? await openSqlite(dataDir)
      : await openPostgres(url, { warn: () => undefined });
  await work(database).finally(() => database.close());
}

/** Staff and players are told the same, with a message. @returns what is wrong; null if nothing */
async function lookAside(node: Node, stage: Stage, messages: string[]): Promise<string | null> {
  const staff = await node.staff();
  const reply = await staff.get(`/api/exercises/${stage.exerciseId}/links`);
  const { code, message } = reply.body;
  if (reply.status !== 409 || code !== 'exercise/quarantined') {
    return `staff got ${reply.status} ${reply.text.slice(0, 200)}`;
  }
  if (String(message).length < 20) return `no clear message: ${message}`;
  messages.push(String(message));
  const refusal = await stage.players[0]?.connect(node.url).then(
    () => 'let in',
    (error: { data?: { code?: string } }) => error.data?.code ?? String(error),
  );
  return refusal === 'exercise/quarantined' ? null : `a player was ${refusal}`;
}

async function goesOn(node: Node, stage: Stage): Promise<string | null> {
  try {
    await stage.comeBack([node.url]);
    await stage.resume();
    stage.makeNoise();
    await stage.nextInject();
    return null;
  } catch (error) {
    return String(error);
  } finally {
    stage.hush();
  }
}
