/** The take-away over HTTP: for whom, when, and in which forms. */
import { takeawayTables } from '@trilogue/engine/protocol/parts';
import { takeawaySchema } from '@trilogue/engine/protocol/takeaway';
import { expect, test } from 'vitest';
import { Api, outcome, type Reply } from './support/api.js';
import { type Drill, running, sitAt } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const formula = '=HYPERLINK("http://evil.example","x")';
const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });

function ask(drill: Drill, query: string, headers: Record<string, string> = {}): Promise<Reply> {
  const browser = Object.keys(headers).length === 0 ? drill.staff : new Api(drill.url);
  const path = `/api/exercises/${drill.exerciseId}/takeaway?${query}`;
  return browser.call('GET', path, undefined, headers);
}

/** Two tables, an observer and an evaluator, who noted what a spreadsheet or a browser might run. */
async function played() {
  const server = await startServer();
  const room = await running(server);
  const { drill, facilitator, tokyo } = room;
  const evaluator = await new Api(drill.url).join(drill.links.evaluatorCode, 'Eva');
  const observer = await new Api(drill.url).join(drill.links.observerCode, 'Otto');
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await tokyo.player.must({ type: 'SendResponse', injectId: 'jp-alarm', text: 'We stopped it.' });
  const eva = await Person.sit({ ...drill, token: evaluator.token });
  for (const text of [formula, markup]) {
    await eva.must({
      type: 'NoteObservation',
      tableId: 'tokyo',
      objectiveId: null,
      momentPlayMs: null,
      kind: 'improvement',
      importance: 'normal',
      release: { kind: 'all' },
      text,
    });
  }
  const end = () => facilitator.must({ type: 'EndExercise', reason: '' });
  return { ...room, server, evaluator, observer, end };
}

test('[AAR15] players and observers get it after EndEx; staff at any time, marked as provisional until then', async () => {
  const { drill, tokyo, observer, evaluator, end } = await played();
  for (const { token } of [tokyo.grant, observer]) {
    expect(outcome(await ask(drill, 'for=all', bearer(token)))).toBe('409 takeaway/not-yet');
  }
  expect(outcome(await ask(drill, 'for=tokyo', bearer(tokyo.grant.token)))).toBe(
    '409 takeaway/not-yet',
  );
  for (const headers of [{}, bearer(evaluator.token)]) {
    const early = takeawaySchema.parse((await ask(drill, 'for=all', headers)).body);
    expect(early).toMatchObject({
      audience: { kind: 'staff' },
      exercise: { isProvisional: true, title: 'Autumn drill' },
    });
  }
  await end();
  const late = takeawaySchema.parse((await ask(drill, 'for=all')).body);
  expect(late.exercise.isProvisional).toBe(false);
  const own = takeawaySchema.parse((await ask(drill, 'for=tokyo', bearer(tokyo.grant.token))).body);
  expect(own.audience).toEqual({ kind: 'table', tableId: 'tokyo' });
  expect(own.moments.map(({ kind }) => kind)).toContain('answer');
  expect(own.observations).toHaveLength(2);
});

test('[AAR16] a seat gets its own table’s page and everybody’s, and no other', async () => {
  const { drill, tokyo, observer, evaluator, end } = await played();
  await end();
  const as = async (query: string, token?: string) => {
    const reply = await ask(drill, query, token === undefined ? {} : bearer(token));
    const { audience } = reply.body as { audience?: { kind: string } };
    return reply.status === 200 ? audience?.kind : outcome(reply);
  };
  const { token } = tokyo.grant;
  expect(await as('for=tokyo', token)).toBe('table');
  expect(await as('for=all', token)).toBe('everybody');
  expect(await as('for=all&as=everybody', token)).toBe('everybody');
  for (const query of ['for=manila', 'for=nowhere', 'for=all&as=staff']) {
    expect(await as(query, token)).toBe('404 takeaway/unknown');
  }
  expect(await as('for=all', observer.token)).toBe('everybody');
  expect(await as('for=tokyo', observer.token)).toBe('404 takeaway/unknown');
  for (const staff of [undefined, evaluator.token]) {
    expect(await as('for=all', staff)).toBe('staff');
    expect(await as('for=all&as=everybody', staff)).toBe('everybody');
    expect(await as('for=manila', staff)).toBe('table');
    expect(await as('for=nowhere', staff)).toBe('404 takeaway/unknown');
  }
  expect(await as('for=all', 'x'.repeat(43))).toBe('404 exercise/unknown');
  const guest = new Api(drill.url);
  const path = `/api/exercises/${drill.exerciseId}/takeaway`;
  expect(outcome(await guest.get(path))).toBe('401 staff/no-session');
  for (const query of ['for=Not%20An%20Id', 'format=pdf', 'language=de', 'more=1']) {
    expect(await as(query, token)).toBe('400 http/invalid');
  }
});

test('[AAR17] to print it is one file without a script, marked on every sheet, in three languages', async () => {
  const { drill, tokyo, end } = await played();
  await end();
  const titles = { en: 'Who told whom', ja: '誰が誰に', fil: 'Sino ang nagsabi' };
  for (const [language, title] of Object.entries(titles)) {
    for (const [query, headers] of [
      ['for=tokyo', bearer(tokyo.grant.token)],
      ['for=all', bearer(tokyo.grant.token)],
      ['for=all', {}],
    ] as const) {
      const reply = await ask(drill, `${query}&format=html&language=${language}`, headers);
      expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = reply.text;
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain(title);
      expect(page).toContain('size: A4');
      const rule = page.slice(page.indexOf('@page'), page.indexOf(':root'));
      expect(rule.match(/TLP\\3a (AMBER|GREEN)"/g)).toHaveLength(2);
      expect(rule).toContain('EXERCISE EXERCISE EXERCISE');
      // Nothing to run, nothing to fetch, and what people wrote stays words.
      const tags = page.match(/<[^>]+>/g) ?? [];
      expect(tags.length).toBeGreaterThan(100);
      for (const tag of tags) {
        expect(tag).not.toMatch(/^<(script|img|link|iframe|object|embed|base)|\s(src|href|on\w+)=/);
      }
      expect(page).not.toMatch(/url\((?!#)|@import/);
      expect(page).toContain('&lt;img');
      expect(page).not.toMatch(/Aiko|Jun|Eva|Otto/);
    }
  }
});

test('[AAR18] every table comes as CSV with a mark of its letters, and no cell is a formula', async () => {
  const { drill, tokyo, end } = await played();
  await end();
  for (const table of takeawayTables) {
    for (const headers of [{}, bearer(tokyo.grant.token)]) {
      const wanted = Object.keys(headers).length === 0 ? 'all' : 'tokyo';
      const reply = await ask(
        drill,
        `for=${wanted}&format=csv&table=${table}&language=ja`,
        headers,
      );
      expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(reply.headers.get('content-disposition')).toContain(`${table}.csv`);
      const lines = reply.text.split('\r\n');
      expect(lines[0]?.split(',').length).toBeGreaterThan(4);
      for (const cell of reply.text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
    }
  }
  const bytes = await fetch(
    `${drill.url}/api/exercises/${drill.exerciseId}/takeaway?for=tokyo&format=csv&table=observations`,
    { headers: bearer(tokyo.grant.token) },
  ).then((reply) => reply.arrayBuffer());
  expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const notes = await ask(drill, 'for=tokyo&format=csv&table=observations');
  expect(notes.text).toContain(`"'=HYPERLINK(""http`);
});

test('[AAR19] what staff take with them stands in the audit log, by ids alone', async () => {
  const { drill, tokyo, end } = await played();
  await end();
  await ask(drill, 'for=manila&format=csv');
  await ask(drill, 'for=all&format=html');
  await ask(drill, 'for=tokyo', bearer(tokyo.grant.token));
  const { entries } = await drill.staff.must<{
    entries: { action: string; targets: Record<string, string>; outcome: string }[];
  }>(`/api/exercises/${drill.exerciseId}/audit`);
  const read = entries.filter(({ action }) => action === 'takeaway/read');
  expect(read.map(({ targets, outcome: how }) => [targets, how])).toEqual([
    [{ for: 'staff', format: 'html' }, 'ok'],
    [{ for: 'manila', format: 'csv' }, 'ok'],
  ]);
});

test('[AAR12] a person who was forgotten is in no page, nor are their words', async () => {
  const { drill, facilitator, manila, tokyo, end } = await played();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
  await manila.player.until(({ view }) => 'ph-manifest' in view.injects);
  await end();
  await facilitator.must({ type: 'ErasePerson', seatId: tokyo.grant.seatId });
  expect(outcome(await ask(drill, 'for=tokyo', bearer(tokyo.grant.token)))).toBe(
    '404 exercise/unknown',
  );
  for (const query of ['for=all', 'for=tokyo']) {
    const { text } = await ask(drill, query);
    expect(text).not.toMatch(/We stopped it|Aiko/);
    expect(text).not.toContain(tokyo.grant.seatId);
    expect(text).not.toContain(manila.grant.seatId);
  }
});

test('[AAR15] after a rewind out of EndEx it is closed to players again', async () => {
  const { drill, facilitator, end } = await played();
  const late = await sitAt(drill, 'tokyo', 'Mari');
  await end();
  expect((await ask(drill, 'for=tokyo', bearer(late.grant.token))).status).toBe(200);
  const { facts } = await drill.staff.must<{ facts: { type: string; seq: number }[] }>(
    `/api/exercises/${drill.exerciseId}/export`,
  );
  const toSeq = facts.find(({ type }) => type === 'InjectReleased')?.seq ?? 0;
  await facilitator.must({ type: 'Rewind', toSeq, reason: '' });
  expect(outcome(await ask(drill, 'for=tokyo', bearer(late.grant.token)))).toBe(
    '409 takeaway/not-yet',
  );
  const again = takeawaySchema.parse((await ask(drill, 'for=tokyo')).body);
  expect(again.moments.map(({ kind }) => kind)).not.toContain('answer');
});
