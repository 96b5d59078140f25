/** Every HTTP route as every kind of caller, against expectations that are kept here and not in the server. */
import { expect, test } from 'vitest';
import { defaultLimits } from '../../server/src/config.js';
import { createHttp, type HttpParts } from '../../server/src/http/create-http.js';
import { checkRoutes, reportRoutes } from '../../server/src/http/known-routes.js';
import { type RouteKey, routeTable } from '../../server/src/http/route-table.js';
import { createLog } from '../../server/src/log.js';
import { newAccount } from './support/accounts.js';
import { Api, outcome } from './support/api.js';
import { type CallerOf, callers } from './support/callers.js';
import { prepare } from './support/drill.js';
import {
  type Expectation,
  expectations,
  part,
  type Room,
  spareAt,
  wanted,
} from './support/route-expectations.js';
import { startServer } from './support/server.js';

test('[ROUTE1] the table of routes names each route that there is, and no other', () => {
  const app = createHttp({
    config: {
      limits: defaultLimits,
      trustedProxies: 0,
      tls: { kind: 'none' },
      clientDir: '/nowhere',
    },
    log: createLog('silent'),
    store: {},
    accounts: {},
  } as unknown as HttpParts);
  const { routes, withoutRow, withoutRoute } = reportRoutes(app);
  expect({ withoutRow, withoutRoute }).toEqual({ withoutRow: [], withoutRoute: [] });
  expect(routes.length).toBeGreaterThan(30);
  // And this file tries each of them.
  expect(Object.keys(expectations).sort()).toEqual(Object.keys(routeTable).sort());
  app.get('/api/backdoor', (_request, response) => void response.end());
  expect(() => checkRoutes(app)).toThrow('GET /api/backdoor');
});

test('[ROUTE2] each route opens to whom it should, and answers everybody else as it should', async () => {
  const { room, people } = await everybody();
  let count = 0;
  for (const [route, expectation] of Object.entries(expectations) as [RouteKey, Expectation][]) {
    for (const caller of people) {
      count += 1;
      const { drill, spare } = room;
      if (route.startsWith('DELETE /api/exercises')) {
        await drill.staff.call('PUT', spareAt(room), { role: 'observer' });
      }
      const reply = await ask(caller, route, expectation, { drill, spare, count });
      expect([route, caller.name, outcome(reply)]).toEqual([
        route,
        caller.name,
        wanted(route, expectation, caller.name),
      ]);
      if (reply.status === 401) {
        expect(reply.text).not.toMatch(/two-tables|Autumn|KUROSHIO|AMIHAN/);
      }
    }
  }
});

test('[ROUTE3] an exercise that is none of theirs answers as one that does not exist', async () => {
  const { room, people } = await everybody();
  const { exerciseId } = room.drill;
  const nowhere = exerciseId.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  const routes = (Object.entries(expectations) as [RouteKey, Expectation][]).filter(([route]) =>
    route.includes(':exerciseId'),
  );
  for (const [route, expectation] of routes) {
    for (const caller of people) {
      // The player is in this exercise.
      if (part.includes(caller.name) || caller.name === 'a player’s token') continue;
      const there = await ask(caller, route, expectation, room);
      const elsewhere = { ...room, drill: { ...room.drill, exerciseId: nowhere as never } };
      const notThere = await ask(caller, route, expectation, elsewhere);
      const [a, b] = [there, notThere].map(({ status, text }) => `${status} ${text}`);
      expect([route, caller.name, a]).toEqual([route, caller.name, b]);
    }
  }
  // Nor do they find it in their list.
  for (const { name, api } of people.filter(({ account }) => account !== null)) {
    const cards = await api.must<{ exerciseId: string; role: string }[]>('/api/exercises');
    expect([name, cards.map((card) => card.exerciseId)]).toEqual([
      name,
      part.includes(name) ? [exerciseId] : [],
    ]);
  }
});

test('[ROUTE2] what has no row is not to be had, whoever asks and however it is written', async () => {
  const { room, people } = await everybody();
  const { exerciseId } = room.drill;
  const paths = [
    ['GET', '/api/nowhere'],
    ['PUT', '/api/exercises'],
    ['OPTIONS', '/api/exercises'],
    ['GET', '/api//exercises'],
    ['GET', `/api/exercises/${exerciseId}/links/x`],
    ['GET', '/api/accounts/..%2faccount'],
  ] as const;
  for (const { name, api, headers } of people) {
    for (const [method, path] of paths) {
      const reply = await api.call(method, path, undefined, headers);
      expect([name, method, path, outcome(reply)]).toEqual([
        name,
        method,
        path,
        '404 http/unknown',
      ]);
    }
  }
  // Written otherwise it is the same route, with the same door.
  for (const path of ['/API/Exercises/', '/api/accounts/', `/api/exercises/${exerciseId}/LINKS/`]) {
    expect((await new Api(room.drill.url).get(path)).status).toBe(401);
  }
});

test('[RIGHT3] a session that was signed out opens nothing any more', async () => {
  const { room, people } = await everybody();
  for (const name of ['the printed link', 'administrator', 'its director'] as const) {
    const caller = people.find((one) => one.name === name);
    const nobody = people.find((one) => one.name === 'nobody');
    if (caller === undefined || nobody === undefined) throw new Error(name);
    const { cookie } = caller.api;
    expect((await caller.api.call('DELETE', '/api/staff/session')).status).toBe(200);
    for (const [route, expectation] of Object.entries(expectations) as [RouteKey, Expectation][]) {
      caller.api.cookie = cookie;
      const late = await ask(caller, route, expectation, room);
      expect([name, route, outcome(late)]).toEqual([
        name,
        route,
        wanted(route, expectation, 'nobody'),
      ]);
    }
  }
  const { facilitator } = room.drill;
  await facilitator.until(({ socket }) => !socket.connected, 'the staff’s socket is closed');
});

async function everybody() {
  const drill = await prepare(await startServer({ limits: { failures: 10_000 } }));
  const people = await callers(drill);
  const { accountId: spare } = await newAccount(drill.staff, 'observer', 'spare');
  return { room: { drill, spare, count: 0 }, people };
}

function ask(caller: CallerOf, route: RouteKey, expectation: Expectation, room: Room) {
  const [method = '', pattern = ''] = route.split(' ');
  const path = expectation.path?.(room) ?? pattern;
  return caller.api.call(method, path, expectation.body?.(room, caller), caller.headers);
}
