/** Seats kept for people by name: a list that comes in whole or not at all, and goes out with their links. */
import { rosterTextSchema } from '@trilogue/engine/protocol/entry';
import { Router } from 'express';
import { z } from 'zod';
import { toCell } from '../audit/audit-csv.js';
import { newInvitation } from '../auth/new-invitation.js';
import { readRoster } from '../roster/read-roster.js';
import { type EntryRoom, type EntryRouteParts, enterRoom } from './entry-room.js';
import { Problem, parseBody } from './problem.js';

const querySchema = z.strictObject({
  /** The address that links begin with; one of this machine's. */
  origin: z.string().max(200).optional(),
  /** Of the headings. */
  language: z.enum(['en', 'ja', 'fil']).default('en'),
});
const headings = {
  en: ['Name', 'Table', 'Language', 'Code', 'Link'],
  ja: ['氏名', '卓', '言語', '参加コード', 'リンク'],
  fil: ['Pangalan', 'Table', 'Wika', 'Code', 'Link'],
} as const;

export function rosterRoutes(parts: EntryRouteParts): Router {
  const { store, origins, nowMs } = parts;
  const router = Router();
  const path = '/exercises/:exerciseId/roster';

  const namedIn = async ({ exerciseId }: EntryRoom, invitations = store.invitations) =>
    (await invitations.of(exerciseId)).filter(({ personName }) => personName !== null);

  router.post(`${path}/preview`, async (request, response) => {
    const { text } = parseBody(rosterTextSchema, request.body);
    const room = await enterRoom(parts, request, response);
    response.json(readRoster(text, room.state, room.scope, await namedIn(room)));
  });

  router.post(path, async (request, response) => {
    const { text } = parseBody(rosterTextSchema, request.body);
    const room = await enterRoom(parts, request, response);
    const { exerciseId, state, scope } = room;
    const taken = await store.invitations.alone(exerciseId, async (invitations) => {
      const { rows, problems } = readRoster(text, state, scope, await namedIn(room, invitations));
      if (problems.length > 0) {
        throw new Problem(409, 'roster/has-problems', 'nothing was taken: some lines are wrong');
      }
      const added = rows
        .filter(({ isKnown }) => !isKnown)
        .map(({ name, tableId, language }) => {
          const seat = { exerciseId, role: 'player', tableId, personName: name, language } as const;
          return newInvitation({ ...seat, cap: 1 }, nowMs());
        });
      await invitations.add(added);
      return { added: added.length, known: rows.length - added.length };
    });
    room.note('roster/imported', { seats: taken.added });
    response.json(taken);
  });

  router.get(path, async (request, response) => {
    const { origin, language } = parseBody(querySchema, request.query);
    const room = await enterRoom(parts, request, response);
    const { state, scope } = room;
    const [first = ''] = origins();
    const base = origins().find((one) => one === origin) ?? first;
    const tables = new Map(state.casting.tables.map(({ tableId, name }) => [tableId, name]));
    const lines = (await namedIn(room))
      .filter(({ tableId }) => scope.has(state, tableId))
      .map(({ personName, tableId, language: tag, code }) => {
        const table = tableId === null ? '' : (tables.get(tableId) ?? '');
        return [personName ?? '', table, tag ?? '', code, `${base}/join/${code}`];
      });
    room.note('roster/exported');
    response.type('text/csv; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="roster.csv"');
    const rows = [headings[language], ...lines].map((cells) => cells.map(toCell).join(','));
    response.send(`\uFEFF${rows.join('\r\n')}\r\n`);
  });
  return router;
}
