/** A real nginx in front of several nodes: each new connection goes to any of them. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/postgres.js';
import { until } from './witness.js';
import { hasProgram, type Workshop } from './workshop.js';

const program = '/usr/sbin/nginx';
export const hasNginx = hasProgram(program);

/** @returns its address */
export async function startNginx(workshop: Workshop, nodes: readonly string[]): Promise<string> {
  const folder = workshop.folder();
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, nodes));
  const child = spawn(program, ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  const quit = () => child.kill('SIGTERM');
  process.once('exit', quit);
  workshop.after(async () => {
    process.off('exit', quit);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    quit();
    await gone;
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(answers, 'nginx answers', 10_000);
  return url;
}

function configuration(folder: string, port: number, nodes: readonly string[]): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
${userInfo().uid === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
${paths.map((path) => `  ${path}_temp_path ${folder}/${path};`).join('\n')}
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  upstream nodes {
    random;
${nodes.map((url) => `    server ${new URL(url).host} max_fails=1 fail_timeout=2s;`).join('\n')}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://nodes;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_read_timeout 120s;
    }
  }
}
`;
}
