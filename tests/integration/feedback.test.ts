/** Participants' feedback: once a seat, until it is closed, told to staff without names. */
import type { FeedbackForm, FeedbackSummary } from '@trilogue/engine/protocol/feedback';
import { expect, test } from 'vitest';
import { Api, outcome } from './support/api.js';
import { backUp, emptySystem, open, restore } from './support/copies.js';
import { type Drill, running, sitAt } from './support/drill.js';
import { startServer } from './support/server.js';

const form = (realistic: number, comments = '') => ({ ratings: { realistic }, comments });

function speak(drill: Drill, token: string | undefined, body?: unknown) {
  return new Api(drill.url).call(
    body === undefined ? 'GET' : 'PUT',
    `/api/exercises/${drill.exerciseId}/feedback`,
    body,
    { authorization: `Bearer ${token}` },
  );
}

async function summary({ staff, exerciseId }: Drill): Promise<FeedbackSummary> {
  const path = `/api/exercises/${exerciseId}/takeaway?for=all`;
  return (await staff.must<{ feedback: FeedbackSummary }>(path)).feedback;
}

async function ended() {
  const server = await startServer();
  const room = await running(server);
  const observer = await new Api(room.url).join(room.links.observerCode, 'Otto');
  const evaluator = await new Api(room.url).join(room.links.evaluatorCode, 'Eva');
  const end = () => room.facilitator.must({ type: 'EndExercise', reason: '' });
  return { ...room, server, observer, evaluator, end };
}

test('[FEED4] a seat answers once and may change its answer, from EndEx on', async () => {
  const { drill, tokyo, observer, evaluator, end } = await ended();
  const { token } = tokyo.grant;
  expect((await speak(drill, token)).body).toMatchObject({ isOpen: false, closesAtMs: null });
  expect(outcome(await speak(drill, token, form(4)))).toBe('409 feedback/not-open');
  await end();
  const before = (await speak(drill, token)).body as unknown as FeedbackForm;
  expect(before).toMatchObject({ isOpen: true, answers: null });
  expect((await speak(drill, token, form(4, 'Good.'))).status).toBe(200);
  expect((await speak(drill, token, form(2, 'On second thoughts.'))).status).toBe(200);
  expect((await speak(drill, token)).body.answers).toMatchObject({
    ratings: { realistic: 2 },
    comments: 'On second thoughts.',
    strengths: '',
  });
  expect((await speak(drill, observer.token, form(5))).status).toBe(200);
  expect(outcome(await speak(drill, evaluator.token, form(5)))).toBe('403 feedback/not-asked');
  expect(outcome(await speak(drill, token, form(9)))).toBe('400 http/invalid');
  const { answered, asked, statements } = await summary(drill);
  expect([answered, asked]).toEqual([2, 3]);
  expect(statements[0]).toMatchObject({ average: 3.5, distribution: [0, 1, 0, 0, 1] });
});

test('[FEED5] the director closes the form and opens it again; nobody else does', async () => {
  const { drill, tokyo, evaluator, end } = await ended();
  await end();
  const { token } = tokyo.grant;
  const path = `/api/exercises/${drill.exerciseId}/feedback/closing`;
  const closing = (isClosed: boolean) => drill.staff.call('PUT', path, { isClosed });
  expect((await speak(drill, token, form(4))).status).toBe(200);
  expect((await closing(true)).body).toMatchObject({ isOpen: false, isClosedByHand: true });
  expect(outcome(await speak(drill, token, form(1)))).toBe('409 feedback/not-open');
  // What was said can be read by whoever said it.
  expect((await speak(drill, token)).body.answers).toMatchObject({ ratings: { realistic: 4 } });
  expect((await summary(drill)).isOpen).toBe(false);
  expect((await closing(false)).body).toMatchObject({ isOpen: true });
  expect((await speak(drill, token, form(1))).status).toBe(200);
  for (const stranger of [token, evaluator.token]) {
    const reply = await new Api(drill.url).call(
      'PUT',
      path,
      { isClosed: true },
      { authorization: `Bearer ${stranger}` },
    );
    expect(outcome(reply)).toBe('401 staff/no-session');
  }
  const { entries } = await drill.staff.must<{ entries: { action: string }[] }>(
    `/api/exercises/${drill.exerciseId}/audit`,
  );
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['feedback/closed', 'feedback/opened']),
  );
});

test('[FEED6] staff are told no name and no seat, and players nothing of others’ answers', async () => {
  const { drill, tokyo, manila, observer, end } = await ended();
  const more = [await sitAt(drill, 'tokyo', 'Mari'), await sitAt(drill, 'tokyo', 'Ken')];
  const visitor = await new Api(drill.url).join(drill.links.observerCode, 'Vera');
  await end();
  const seats = [tokyo, ...more];
  for (const { token } of [observer, visitor]) await speak(drill, token, form(3));
  for (const [index, { grant }] of seats.entries()) {
    await speak(drill, grant.token, form(index + 1, `Words ${index}`));
  }
  await speak(drill, manila.grant.token, form(5, 'Alone at the table'));
  const told = await summary(drill);
  expect(told.tables).toMatchObject([{ tableId: 'tokyo', answered: 3 }]);
  expect(told.comments).toContainEqual({ tableId: null, text: 'Alone at the table' });
  const page = await drill.staff.get(
    `/api/exercises/${drill.exerciseId}/takeaway?for=all&format=html`,
  );
  expect(page.text).toContain('Alone at the table');
  for (const { grant } of [...seats, manila]) {
    expect(JSON.stringify(told)).not.toContain(grant.seatId);
    expect(page.text).not.toContain(grant.seatId);
    for (const wanted of ['all', grant.tableId ?? '']) {
      const { text } = await new Api(drill.url).call(
        'GET',
        `/api/exercises/${drill.exerciseId}/takeaway?for=${wanted}`,
        undefined,
        { authorization: `Bearer ${grant.token}` },
      );
      expect(JSON.parse(text).feedback).toBeNull();
    }
  }
});

test('[FEED7] answers go with the person who is forgotten, and come back with a backup', async () => {
  const { drill, server, facilitator, tokyo, manila, end } = await ended();
  await end();
  await speak(drill, tokyo.grant.token, form(1, 'Mine alone'));
  await speak(drill, manila.grant.token, form(5, 'Kept'));
  await facilitator.must({ type: 'ErasePerson', seatId: tokyo.grant.seatId });
  expect((await summary(drill)).comments.map(({ text }) => text)).toEqual(['Kept']);
  await drill.staff.call('PUT', `/api/exercises/${drill.exerciseId}/feedback/closing`, {
    isClosed: true,
  });
  await server.close();
  const copy = await backUp({ kind: 'sqlite', dataDir: server.dataDir });
  const other = await emptySystem('sqlite');
  await restore(other, copy);
  const { db } = await open(other);
  const rows = await db.selectFrom('feedback').selectAll().execute();
  expect(rows.map(({ answers }) => JSON.parse(answers).comments)).toEqual(['Kept']);
  expect(await db.selectFrom('feedback_closings').selectAll().execute()).toHaveLength(1);
});
