/** The other process of the fan-out benchmark: the product's server, or a bare Socket.IO with rooms. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { startApp } from '../../server/src/app.js';
import { defaultLimits, defaultSafety } from '../../server/src/config.js';
import { createLog } from '../../server/src/log.js';

const [kind, dataDir = '', scenariosDir = ''] = process.argv.slice(2);
createLog('error');

if (kind === 'trilogue') {
  const app = await startApp({
    host: '127.0.0.1',
    port: 0,
    otherPorts: 0,
    dataDir,
    scenariosDir,
    clientDir: dataDir,
    logLevel: 'error',
    limits: {
      ...defaultLimits,
      commandsPerSecond: 10_000,
      requestsPerMinute: 1_000_000,
      connectionsPerAddress: 100_000,
      handshakesPerMinute: 1_000_000,
    },
    ...defaultSafety,
  });
  tell({ url: app.url, staffLink: app.staffLink });
} else {
  const http = createServer();
  const io = new Server(http, { perMessageDeflate: false });
  io.on('connection', (socket) => {
    void socket.join(String(socket.handshake.auth.room));
    socket.on('say', (room: string, text: string) => io.to(room).emit('frame', { text }));
  });
  http.listen(0, '127.0.0.1', 4_096, () => {
    const address = http.address();
    tell({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
  });
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  tell({ cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage().rss / 1e6 });
});

function tell(message: object): void {
  process.send?.(message);
}
