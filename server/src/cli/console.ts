/** What goes to the screen: results to standard output, everything else to standard error. */
import { SingleBar } from 'cli-progress';

/** A result. Only results go to standard output, so that they can be piped. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** A word to the person at the keyboard. */
export function tell(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

export interface Progress {
  step(done: number): void;
  stop(): void;
}

/** A bar on standard error for what takes longer than a second; nothing where nobody watches. */
export function progress(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return { step: () => undefined, stop: () => undefined };
  const startedAt = performance.now();
  let bar: SingleBar | null = null;
  const stop = () => {
    process.removeListener('SIGINT', interrupted);
    bar?.stop();
  };
  // The bar hides the cursor; whoever breaks off wants it back.
  const interrupted = () => {
    stop();
    process.kill(process.pid, 'SIGINT');
  };
  return {
    step(done) {
      if (bar === null) {
        if (performance.now() - startedAt < 300) return;
        bar = new SingleBar({
          format: `${what} {bar} {value}/{total} {eta_formatted}`,
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
        });
        bar.start(total, done);
        process.once('SIGINT', interrupted);
      }
      bar.update(done);
    },
    stop,
  };
}
