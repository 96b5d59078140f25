/** People expected by a list: read, refused by the line, taken once, and given a place of their own. */
import type { RosterPreview } from '@trilogue/engine/protocol/entry';
import { expect, test } from 'vitest';
import { freshDatabase, hasPostgres } from '../support/postgres.js';
import { Api, outcome } from './support/api.js';
import { prepare } from './support/drill.js';
import { done, entryAt, entryOf, joinBy, mustJoin, sitBy } from './support/entry.js';
import { startServer } from './support/server.js';

const databases = hasPostgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'];
test.each(databases)(
  '[ROSTER5] on %s a list that is taken several times at once makes a seat for each once',
  async (kind) => {
    const server = await startServer(
      kind === 'SQLite' ? {} : { databaseUrl: await freshDatabase() },
    );
    const drill = await prepare(server);
    const names = Array.from({ length: 30 }, (_, index) => `Person ${index}`);
    const text = ['name,table', ...names.map((name) => `${name},Tokyo`)].join('\n');
    const person = { name: 'Aiko' };
    const [lists, seats] = await Promise.all([
      Promise.all([1, 2, 3].map(() => drill.staff.post(entryAt(drill, 'roster'), { text }))),
      Promise.all(
        [1, 2, 3].map(() =>
          drill.staff.post(entryAt(drill, 'invitations'), { tableId: 'tokyo', person }),
        ),
      ),
    ]);
    expect(lists.map(({ body }) => body.added).sort()).toEqual([0, 0, 30]);
    expect(seats.map(outcome).sort()).toEqual([
      '201',
      '409 invitation/twice',
      '409 invitation/twice',
    ]);
    const { invitations } = await entryOf(drill);
    const kept = invitations.flatMap(({ person: whose }) => whose?.name ?? []);
    expect(kept.sort()).toEqual(['Aiko', ...names].sort());
  },
);

test('[ROSTER6] however wrong a list is, what is said of it stays short', async () => {
  const drill = await prepare(await startServer());
  const bombs = [
    `name,table,${'x,'.repeat(44_000)}`,
    `${'T'.repeat(80_000)},name,table`,
    `name,table\nAiko,${'T'.repeat(80_000)}`,
    `name,table,language\n${'a,b,c\n'.repeat(10_000)}`,
  ];
  for (const text of bombs) {
    const told = await drill.staff.post(entryAt(drill, 'roster/preview'), { text });
    expect(told.body.problems).not.toEqual([]);
    expect(told.text.length).toBeLessThan(20_000);
    const taken = await drill.staff.post(entryAt(drill, 'roster'), { text });
    expect(outcome(taken)).toBe('409 roster/has-problems');
  }
});

test('[ROSTER1] a list of people becomes a seat for each, taken over by their own code under their own name', async () => {
  const drill = await prepare(await startServer());
  const text = '\uFEFF氏名;卓;言語\r\n佐藤 恵;東京;日本語\r\nJun;Manila;en\r\n;;\r\n';
  const path = entryAt(drill, 'roster');
  // "Tokyo" is what the table is called here.
  const wrong = await drill.staff.must<RosterPreview>(`${path}/preview`, { text });
  expect(wrong.problems).toMatchObject([{ code: 'roster/unknown-table', line: 2, text: '東京' }]);
  const right = text.replace('東京', 'ｔｏｋｙｏ');
  expect(await drill.staff.must<RosterPreview>(`${path}/preview`, { text: right })).toMatchObject({
    problems: [],
    rows: [
      { line: 2, name: '佐藤 恵', tableId: 'tokyo', language: 'ja', isKnown: false },
      { line: 3, name: 'Jun', tableId: 'manila', language: 'en', isKnown: false },
    ],
  });
  expect((await entryOf(drill)).invitations.filter(({ person }) => person !== null)).toEqual([]);
  expect(await drill.staff.must(path, { text: right })).toEqual({ added: 2, known: 0 });
  // Brought once more with somebody new, only they are new.
  const more = `${right}Ken;tokyo;\r\n`;
  expect(await drill.staff.must(path, { text: more })).toEqual({ added: 1, known: 2 });
  const { invitations } = await entryOf(drill);
  const megumi = invitations.find(({ person }) => person?.name === '佐藤 恵');
  const code = megumi?.code ?? '';
  expect((await new Api(drill.url).post('/api/join/look', { code })).body).toMatchObject({
    ...{ person: '佐藤 恵', isHandOver: false, table: { tableId: 'tokyo' } },
  });
  const joined = await mustJoin(drill, code, { name: 'Somebody else' });
  expect(joined).toMatchObject({ name: '佐藤 恵', tableId: 'tokyo' });
  const player = await sitBy(drill.url, joined);
  expect(player.roster).toMatchObject([{ name: '佐藤 恵' }]);
  expect(outcome(await joinBy(drill, code))).toBe('409 join/full');
});

test('[ROSTER2] nothing is taken while a line is wrong, and each is told by its line', async () => {
  const drill = await prepare(await startServer());
  const path = entryAt(drill, 'roster');
  const text = [
    'Name,Table,Language',
    'Aiko,Tokio,ja',
    ',Tokyo,ja',
    'Ben,,en',
    'Chie,Tokyo,Klingon',
    '"Lines',
    'broken",Tokyo,ja',
    'Dai,Tokyo,ja',
    'DAI ,tokyo,ja',
    `${'x'.repeat(61)},Tokyo,ja`,
  ].join('\n');
  const { problems } = await drill.staff.must<RosterPreview>(`${path}/preview`, { text });
  expect(problems.map(({ line, code, suggestion }) => [line, code, suggestion])).toEqual([
    [2, 'roster/unknown-table', 'Tokyo'],
    [3, 'roster/no-name', null],
    [4, 'roster/no-table', null],
    [5, 'roster/unknown-language', null],
    [9, 'roster/twice', '8'],
    [10, 'roster/bad-name', null],
  ]);
  expect(outcome(await drill.staff.post(path, { text }))).toBe('409 roster/has-problems');
  const heads = [
    ['Name,Table,E-mail\nAiko,Tokyo,a@example.org', 'roster/unknown-column'],
    ['Aiko,Tokyo', 'roster/no-name-column'],
    ['Name\nAiko', 'roster/no-table-column'],
    ['\n\n', 'roster/empty'],
    ['Name,Table', 'roster/empty'],
    [`Name,Table\n${'A,Tokyo\n'.repeat(2)}`, 'roster/twice'],
    [
      `Name,Table\n${Array.from({ length: 501 }, (_, index) => `A${index},Tokyo`).join('\n')}`,
      'roster/too-many',
    ],
  ] as const;
  for (const [wrong, code] of heads) {
    const preview = await drill.staff.must<RosterPreview>(`${path}/preview`, { text: wrong });
    expect([wrong.slice(0, 30), preview.problems[0]?.code]).toEqual([wrong.slice(0, 30), code]);
    expect((await drill.staff.post(path, { text: wrong })).status).toBe(409);
  }
  expect((await entryOf(drill)).invitations.filter(({ person }) => person !== null)).toEqual([]);
});

test('[ROSTER3] the list leaves with everybody’s link, safe for spreadsheets, and can be brought back', async () => {
  const drill = await prepare(await startServer());
  const path = entryAt(drill, 'roster');
  await done(
    drill.staff.post(path, {
      text: 'name\ttable\n=SUM(A1)\tTokyo\n"Reyes, Ana"\tManila\n＋HYPERLINK\tManila\n\'\'=1\tManila',
    }),
  );
  const csv = await drill.staff.get(`${path}?language=ja`);
  expect(csv.headers.get('content-disposition')).toContain('roster.csv');
  const text = csv.text.replace(/^\uFEFF/, '');
  const lines = text.trim().split('\r\n');
  expect(lines[0]).toBe('氏名,卓,言語,参加コード,リンク');
  const { invitations, origins } = await entryOf(drill);
  for (const { person, code } of invitations) {
    if (person !== null) expect(csv.text).toContain(`${origins[0]}/join/${code}`);
  }
  for (const cell of ["'=SUM(A1)", "'＋HYPERLINK", "''=1"])
    expect(lines.join()).toContain(`,${cell},`);
  expect(await drill.staff.must(path, { text })).toEqual({ added: 0, known: 4 });
  expect((await drill.staff.get(`${path}?language=xx`)).status).toBe(400);
});
