/** What came after the welcome in the same packet must not be taken before it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientToServerEvents, ServerToClientEvents } from '@trilogue/engine/protocol/socket';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { askForStream, type ExerciseSocket } from '../../client/src/connection/socket.js';

test('[CONN12] a frame that polling brings together with the welcome is taken after it', async () => {
  const http = createServer();
  const server = new Server<ClientToServerEvents, ServerToClientEvents>(http);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  onTestFinished(async () => {
    await server.close();
  });
  server.on('connection', (socket) => {
    socket.on('subscribe', (_request, answer) => {
      // This takes the poll that waits, so that the next two leave in one payload.
      socket.emit('roster', []);
      answer({ ok: false, code: 'seat/unknown', message: 'stands for a welcome' });
      socket.emit('frame', { fromSeq: 1, cursor: { epoch: 0, seq: 2 }, steps: [] });
    });
  });
  const { port } = http.address() as AddressInfo;
  const link: ExerciseSocket = io(`http://127.0.0.1:${port}`, { transports: ['polling'] });
  onTestFinished(() => void link.disconnect());
  await new Promise<void>((connected) => link.once('connect', connected));

  const taken: string[] = [];
  const framed = new Promise<void>((done) => {
    link.on('frame', () => {
      taken.push('frame');
      // Long enough for a promise to have spoken up late.
      setImmediate(done);
    });
  });
  link.on('roster', () => taken.push('roster'));
  askForStream(link, null, 5_000, () => taken.push('welcome'));
  await framed;
  expect(taken).toEqual(['roster', 'welcome', 'frame']);
});
