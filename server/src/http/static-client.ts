/** The built client: hashed assets kept for good, every other path the page itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

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
    (_request, response) => {
      // Not the page: a script that is gone must fail, not arrive as HTML.
      response.status(404).type('text').send('gone');
    },
  );
  router.use(express.static(clientDir, { index: false, maxAge: 0 }));
  router.get('/{*path}', (_request, response) => {
    response.setHeader('cache-control', 'no-cache');
    if (existsSync(page)) response.sendFile(page);
    else response.status(503).type('html').send(notBuilt);
  });
  return router;
}
