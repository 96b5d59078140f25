/** The built client: hashed assets kept for good, the worker never, every other path the page itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';

const notBuilt = `<!doctype html><meta charset="utf-8"><title>Trilogue</title>
<h1>The screens are not built yet</h1>
<p>In the repository's folder, run <code>npm start</code>, which builds them and starts the server;
or, while developing, <code>npm run dev</code> and open the address that it prints.</p>`;

/** @param clientDir where the build stands, or will stand. */
export function staticClient(clientDir: string): Router {
  const router = Router();
  const page = join(clientDir, 'index.html');
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    gone,
  );
  // It counts for all paths, for it lies at the root. Asked for anew each time, a new build's comes at once.
  router.use(
    '/service-worker.js',
    express.static(join(clientDir, 'service-worker.js'), { cacheControl: false, setHeaders: anew }),
    gone,
  );
  router.use(express.static(clientDir, { index: false, maxAge: 0 }));
  router.get('/{*path}', (_request, response) => {
    anew(response);
    if (existsSync(page)) response.sendFile(page);
    else response.status(503).type('html').send(notBuilt);
  });
  return router;
}

function anew(response: Response): void {
  response.setHeader('cache-control', 'no-cache');
}

/** Not the page: a script that is gone must fail, not arrive as HTML. */
function gone(_request: Request, response: Response): void {
  response.status(404).type('text').send('gone');
}
