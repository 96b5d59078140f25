/** How many sockets one address may hold and open: a whole venue fits, a flood does not. */
import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Limits } from '../config.js';
import { addressOf } from '../network.js';

export class ConnectionLimits {
  readonly #open = new Map<string, number>();
  readonly #handshakes: RateLimiterMemory;
  readonly #most: number;
  readonly #proxies: number;

  constructor(
    limits: Pick<Limits, 'connectionsPerAddress' | 'handshakesPerMinute'>,
    trustedProxies: number,
  ) {
    this.#most = limits.connectionsPerAddress;
    this.#proxies = trustedProxies;
    this.#handshakes = new RateLimiterMemory({ points: limits.handshakesPerMinute, duration: 60 });
  }

  /** Null when the address may connect once more, else why not. */
  async refusal(request: IncomingMessage): Promise<'server/too-many-connections' | null> {
    const address = this.addressOf(request);
    if ((this.#open.get(address) ?? 0) >= this.#most) return 'server/too-many-connections';
    return this.#handshakes.consume(address).then(
      () => null,
      () => 'server/too-many-connections',
    );
  }

  /** Counts a connection. @returns what to call when it has ended. */
  opened(request: IncomingMessage): () => void {
    const address = this.addressOf(request);
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1);
    return () => {
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    };
  }

  addressOf(request: IncomingMessage): string {
    return addressOf(request, this.#proxies);
  }
}
