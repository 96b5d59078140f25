/**
 * Before all tests: one PostgreSQL for whichever of them ask, started when the first one does. They run
 * in several processes, which ask for their databases over a port of this machine.
 */
import { createServer } from 'node:http';
import { type Postgres, shareAt, startPostgres } from './postgres.js';

export async function setup(): Promise<() => Promise<void>> {
  let started: Promise<Postgres> | null = null;
  const server = createServer(async (_request, response) => {
    try {
      started ??= startPostgres();
      response.end(await (await started).database());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  shareAt(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await (await started?.catch(() => null))?.stop();
  };
}
