/**
 * `npm run dev`: compiles engine and server as they change, restarts the server, and serves the
 * client with hot reload. Whatever ends first ends them all.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isWindows = process.platform === 'win32';
const clientPort = 5173;

/** A tool from node_modules/.bin, which on Windows is a script for the shell. */
const bin = (name) => join(root, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name);

// The server starts from dist, so that has to be there first.
const first = spawnSync(bin('tsc'), ['-b', 'engine', 'server'], {
  cwd: root,
  stdio: 'inherit',
  shell: isWindows,
});
if (first.status !== 0) process.exit(first.status ?? 1);

const children = [
  start(bin('tsc'), ['-b', '--watch', '--preserveWatchOutput', 'engine', 'server'], root),
  start(process.execPath, ['--watch', '--watch-preserve-output', ...serverArgs()], root),
  start(
    bin('vite'),
    ['--host', '127.0.0.1', '--port', String(clientPort), '--strictPort'],
    join(root, 'client'),
  ),
];

let isStopping = false;
for (const child of children) child.on('exit', (code) => stop(code ?? 0));
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

function serverArgs() {
  return [join(root, 'server', 'dist', 'main.js'), '--port', '4400', ...process.argv.slice(2)];
}

/** The server's own link leads to what was last built; in development the client's address counts. */
function start(command, args, cwd) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: isWindows && command.endsWith('.cmd'),
  });
  child.stdout.on('data', (text) => {
    process.stdout.write(String(text).replaceAll(':4400/staff#', `:${clientPort}/staff#`));
  });
  return child;
}

function stop(code) {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
}
