/** A line to the database that can be cut: refused at once, or swallowed without a word. */
import { connect, createServer, type Socket } from 'node:net';
import type { Workshop } from './workshop.js';

export type Cut = 'refused' | 'silent';

export interface TcpProxy {
  /** The address with the proxy's port in place of its own. */
  readonly url: string;
  cut(how: Cut): void;
  heal(): void;
}

export async function tcpProxy(workshop: Workshop, target: string): Promise<TcpProxy> {
  const url = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: Cut | 'whole' = 'whole';
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (state === 'refused') return near.destroy();
    const far = connect(Number(url.port), url.hostname);
    far.on('error', () => undefined);
    const pair = [near, far] as const;
    pairs.add(pair);
    const both = (from: Socket, to: Socket) => {
      from.on('data', (data) => {
        if (state !== 'silent') to.write(data);
      });
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    };
    both(near, far);
    both(far, near);
    return near;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  workshop.after(() => {
    drop();
    server.close();
  });
  const address = server.address();
  const own = new URL(target);
  own.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: own.href,
    cut(how) {
      state = how;
      if (how === 'refused') drop();
    },
    heal() {
      // What was swallowed is lost, so the lines that lost it are of no use.
      if (state === 'silent') drop();
      state = 'whole';
    },
  };
}
