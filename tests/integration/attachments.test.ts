/** Attachments over HTTP: checked by content, and for nobody but those who read the inject. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../server/src/log.js';
import { readScenarios } from '../../server/src/scenarios.js';
import { Api } from './support/api.js';
import { type Drill, prepare, running, type Seated, watch } from './support/drill.js';
import { html, otherPng, pdf, png, program, svg } from './support/files.js';
import { Person } from './support/person.js';
import { scenarioFile, startServer, tempDir } from './support/server.js';

interface Card {
  readonly file: string;
  readonly type: string;
  readonly size: number;
  readonly url: string;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The fixture, whose alarm comes with a picture and a form. */
function illustrated(files: Readonly<Record<string, Buffer>>, attachments?: object[]): string {
  const directory = tempDir();
  const scenario = JSON.parse(readFileSync(scenarioFile, 'utf8'));
  scenario.injects[0].attachments = attachments ?? [
    { file: 'crane.png', title: { en: 'Crane 4' }, alt: { en: 'A crane' } },
    { file: 'form.pdf', title: { en: 'A form' } },
  ];
  mkdirSync(join(directory, 'two-tables', 'attachments'), { recursive: true });
  writeFileSync(join(directory, 'two-tables', 'scenario.json'), JSON.stringify(scenario));
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(directory, 'two-tables', 'attachments', name), bytes);
  }
  return directory;
}

async function illustratedDrill() {
  const scenarios = illustrated({ 'crane.png': png, 'form.pdf': pdf });
  return running(await startServer({ scenariosDir: scenarios }));
}

const bearer = ({ grant }: Seated) => ({ authorization: `Bearer ${grant.token}` });

/** As a browser would, without a cookie or a token where none is given. */
function ask(drill: Drill, path: string, headers: Record<string, string> = {}) {
  return fetch(`${drill.url}${path}`, { headers });
}

function list(drill: Drill, injectId: string, headers: Record<string, string> = {}) {
  return ask(drill, `/api/exercises/${drill.exerciseId}/attachments?inject=${injectId}`, headers);
}

function upload(api: Api, exerciseId: string, bytes: Buffer, headers: Record<string, string> = {}) {
  return fetch(`${api.url}/api/exercises/${exerciseId}/attachments`, {
    method: 'POST',
    headers: { ...(api.cookie === null ? {} : { cookie: api.cookie }), ...headers },
    body: new Uint8Array(bytes),
  });
}

test('[ATT1] a scenario whose files are missing, of another kind or changed is left out, with the path', async () => {
  const lines: string[] = [];
  const log = createLog('error', { write: (line) => void lines.push(line) });
  const wrong = illustrated({ 'crane.png': svg, 'form.pdf': pdf }, [
    { file: 'crane.png', title: 'Crane' },
    { file: 'form.pdf', title: 'Form', sha256: '0'.repeat(64) },
    { file: 'lost.png', title: 'Lost' },
  ]);
  expect((await readScenarios(wrong, log)).size).toBe(0);
  const said = lines.join('\n');
  expect(said).toContain('attachment/wrong-type at injects[0].attachments[0].file');
  expect(said).toContain('attachment/changed at injects[0].attachments[1].sha256');
  expect(said).toContain('attachment/missing at injects[0].attachments[2].file');
  const right = await readScenarios(illustrated({ 'crane.png': png, 'form.pdf': pdf }), log);
  expect(right.get('two-tables')?.attachments).toMatchObject([
    { file: 'crane.png', type: 'image/png', hash: hashOf(png) },
    { file: 'form.pdf', type: 'application/pdf' },
  ]);
});

test('[ATT2] an attachment opens for those who read its inject, while they read it, and for nobody else', async () => {
  const { drill, facilitator, tokyo, manila } = await illustratedDrill();
  const wall = await watch(drill);
  const address = `/api/exercises/${drill.exerciseId}/attachments/${hashOf(png)}`;
  const unknown = async (response: Response) => {
    expect([response.status, await response.json()]).toEqual([
      404,
      { ok: false, code: 'attachment/unknown', message: 'no such attachment here' },
    ]);
  };
  await unknown(await list(drill, 'jp-alarm', bearer(tokyo)));
  await unknown(await ask(drill, address, bearer(tokyo)));

  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  expect(await tokyo.player.read('jp-alarm')).toMatchObject({
    body: { attachments: [{ file: 'crane.png', alt: { en: 'A crane' } }, { file: 'form.pdf' }] },
  });
  const cards = (await (await list(drill, 'jp-alarm', bearer(tokyo))).json()) as Card[];
  expect(cards).toMatchObject([
    { file: 'crane.png', type: 'image/png', size: png.length },
    { file: 'form.pdf', type: 'application/pdf', size: pdf.length },
  ]);
  const link = cards[0]?.url ?? '';
  // The link alone is enough: an <img> sends nothing else.
  const opened = await ask(drill, link);
  expect(Buffer.from(await opened.arrayBuffer()).equals(png)).toBe(true);
  expect((await ask(drill, address, bearer(tokyo))).status).toBe(200);
  const staffCards = await list(drill, 'jp-alarm', { cookie: drill.staff.cookie ?? '' });
  expect(await staffCards.json()).toHaveLength(2);

  // Another table, the wall, a stranger, another exercise, a link that was changed.
  await unknown(await list(drill, 'jp-alarm', bearer(manila)));
  await unknown(await ask(drill, address, bearer(manila)));
  await unknown(await ask(drill, address, { authorization: `Bearer ${'x'.repeat(43)}` }));
  await unknown(await ask(drill, address));
  const elsewhere = address.replace(drill.exerciseId, 'nowhere-at-all');
  await unknown(await ask(drill, elsewhere, bearer(tokyo)));
  await unknown(await ask(drill, link.replace(drill.exerciseId, 'nowhere-at-all')));
  await unknown(await ask(drill, link.replace(hashOf(png), hashOf(pdf))));
  await unknown(await ask(drill, link.replace(tokyo.grant.seatId, manila.grant.seatId)));
  await unknown(await ask(drill, link.replace(/until=\d+/, 'until=99999999999999')));
  await unknown(await ask(drill, link.replace(/signature=.*/, 'signature=a.b')));
  const observer = await new Api(drill.url).join(drill.links.observerCode, 'Wall 2');
  await unknown(await list(drill, 'jp-alarm', { authorization: `Bearer ${observer.token}` }));
  expect(wall.heard.join()).not.toContain('crane.png');
  expect(manila.player.heard.join()).not.toContain('crane.png');

  await facilitator.must({ type: 'RecallInject', injectId: 'jp-alarm', reason: 'too early' });
  await unknown(await ask(drill, link));
  await unknown(await ask(drill, address, bearer(tokyo)));
});

test('[ATT3] a file is what its bytes say; pictures and PDFs are taken, up to 5 MB, from those who write injects', async () => {
  const drill = await prepare(await startServer());
  const { staff, exerciseId } = drill;
  const answerTo = async (bytes: Buffer, headers?: Record<string, string>) => {
    const response = await upload(staff, exerciseId, bytes, headers);
    const body = (await response.json()) as Record<string, unknown>;
    return [response.status, body.code ?? body.type];
  };
  const lying = { 'content-type': 'image/png' };
  expect(await answerTo(png, { 'content-type': 'text/html' })).toEqual([201, 'image/png']);
  expect(await answerTo(pdf)).toEqual([201, 'application/pdf']);
  for (const bytes of [svg, html, program, Buffer.from('%PD')]) {
    expect(await answerTo(bytes, lying)).toEqual([415, 'attachment/wrong-type']);
  }
  expect(await answerTo(Buffer.alloc(0))).toEqual([400, 'attachment/empty']);
  const large = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
  expect(await answerTo(large)).toEqual([413, 'http/too-large']);
  // A page of another site, a player, and a stranger bring nothing in.
  expect((await answerTo(png, { origin: 'http://evil.example' }))[0]).toBe(403);
  const api = new Api(drill.url);
  const { token } = await api.join(drill.links.tables[0]?.code ?? '', 'Aiko');
  const player = await upload(api, exerciseId, png, { authorization: `Bearer ${token}` });
  expect([player.status, await player.json()]).toMatchObject([
    403,
    { code: 'command/not-allowed' },
  ]);
  expect((await upload(new Api(drill.url), exerciseId, png)).status).toBe(404);
});

test('[ATT4] a browser shows it as what it is and lets it do nothing', async () => {
  const { drill, facilitator, tokyo } = await illustratedDrill();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  const cards = (await (await list(drill, 'jp-alarm', bearer(tokyo))).json()) as Card[];
  const headersOf = async (card: Card | undefined) => {
    const { headers } = await fetch(`${drill.url}${card?.url}`);
    return Object.fromEntries(headers);
  };
  const common = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=600, no-transform',
  };
  expect(await headersOf(cards[0])).toMatchObject({
    ...common,
    'content-type': 'image/png',
    'content-length': String(png.length),
    'content-disposition': 'inline; filename="crane.png"',
  });
  expect(await headersOf(cards[1])).toMatchObject({
    ...common,
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="form.pdf"',
  });
});

test('[ATT5] what was uploaded comes with an inject that is edited or made up, over a restart too, until it is thrown away', async () => {
  const server = await startServer();
  const { drill, facilitator, tokyo, manila, staff, exerciseId } = await running(server);
  const { file } = (await (await upload(staff, exerciseId, png)).json()) as Card;
  const again = (await (await upload(staff, exerciseId, png)).json()) as Card;
  expect(again.file).toBe(file);
  const other = (await (await upload(staff, exerciseId, otherPng)).json()) as Card;
  await facilitator.must({
    type: 'EditInject',
    injectId: 'jp-alarm',
    attachments: [{ file, title: 'Crane 4' }],
  });
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.must({
    type: 'ImproviseInject',
    title: 'A picture',
    body: 'See the picture.',
    channel: 'email',
    from: 'desk',
    to: ['ph'],
    tlp: 'CLEAR',
    attachments: [{ file: other.file, title: { en: 'Quay' }, alt: { en: 'The quay' } }],
  });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await manila.player.until(({ view }) => Object.keys(view.injects).length === 1);
  const madeUp = Object.keys(manila.player.view.injects)[0] ?? '';
  const filesOf = async (at: Drill, injectId: string, person: Seated) => {
    const response = await list(at, injectId, bearer(person));
    return response.ok ? ((await response.json()) as Card[]).map((card) => card.file) : 404;
  };
  expect(await filesOf(drill, 'jp-alarm', tokyo)).toEqual([file]);
  expect(await filesOf(drill, madeUp, manila)).toEqual([other.file]);
  expect(await filesOf(drill, madeUp, tokyo)).toBe(404);
  // A file that must not stand anywhere is thrown away; the inject says that it is gone.
  const path = `/api/exercises/${exerciseId}/attachments/${hashOf(png)}`;
  const removeAs = (headers: Record<string, string>) =>
    fetch(`${drill.url}${path}`, { method: 'DELETE', headers });
  expect((await removeAs(bearer(tokyo))).status).toBe(403);
  expect((await removeAs({})).status).toBe(404);
  expect((await removeAs({ cookie: staff.cookie ?? '' })).status).toBe(200);
  expect(await filesOf(drill, 'jp-alarm', tokyo)).toEqual([]);
  expect((await fetch(`${drill.url}${path}`, { headers: bearer(tokyo) })).status).toBe(404);
  await server.close();
  const kept = readFileSync(join(server.dataDir, 'trilogue.db'));
  expect(kept.includes(otherPng.toString('base64').slice(-40))).toBe(true);
  const later = await startServer({ dataDir: server.dataDir });
  const there = { ...drill, url: later.url };
  expect(await filesOf(there, madeUp, manila)).toEqual([other.file]);
  await Person.sit({ url: later.url, exerciseId, token: tokyo.grant.token });
});
