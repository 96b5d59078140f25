/** Where the process starts: the only reader of arguments and environment. */
import { type App, startApp } from './app.js';
import { help, readConfig } from './config.js';
import { isLoopback } from './network.js';
import { DatabaseUnavailable } from './store/database.js';

const settings = readConfig(process.argv.slice(2), process.env);
if (settings.kind === 'help') {
  process.stdout.write(help);
} else if (settings.kind === 'wrong') {
  process.stderr.write(`${settings.message}\n\n${help}`);
  process.exitCode = 2;
} else {
  try {
    const app = await startApp(settings.config);
    process.stdout.write(banner(app, settings.config.host));
    stopOnSignal(app);
  } catch (error) {
    process.stderr.write(`Trilogue can’t start: ${explain(error)}\n`);
    process.exit(1);
  }
}

function banner(
  { url, staffLink, firstAdministratorLink, origins, fingerprint }: App,
  host: string,
): string {
  const lines = ['', '  Trilogue is running.', ''];
  if (staffLink === null) lines.push(`  Staff:         ${url}/staff`);
  else lines.push(`  Facilitators:  ${staffLink}`);
  if (isLoopback(host)) {
    lines.push('', '  Only this computer reaches it. Start it with --host 0.0.0.0 for a network.');
  } else {
    const page = staffLink?.slice(staffLink.indexOf('/staff#')) ?? '/staff';
    const elsewhere = origins.filter((origin) => origin !== url);
    for (const origin of elsewhere) lines.push(`                 ${origin}${page}`);
    lines.push('', `  Players:       ${origins[0] ?? ''}`);
  }
  if (firstAdministratorLink !== null) {
    lines.push(
      '',
      `  Accounts for staff${staffLink === null ? '' : ', if you want them,'} begin here (opens once):`,
    );
    lines.push(`                 ${firstAdministratorLink}`);
  }
  if (fingerprint !== null) {
    lines.push('', `  Certificate:   SHA-256 ${fingerprint}`);
  }
  return `${lines.join('\n')}\n\n  Ctrl+C stops it; what was played is kept.\n\n`;
}

/** A second signal does not wait. */
function stopOnSignal(app: App): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      app.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`it did not stop cleanly: ${explain(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

function explain(error: unknown): string {
  if (error instanceof DatabaseUnavailable) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'the port is taken; give it another with --port NUMBER';
  if (code === 'EADDRNOTAVAIL') return 'this machine has no such address; look at --host';
  if (code === 'ENOTFOUND') return 'no machine has this name; give --host an address of this one';
  if (code === 'EACCES') return 'this port needs more rights; give it one above 1024 with --port';
  return error.message;
}
