/** What the worker does with a request, and which parts of the client each screen needs. */
import { assetsPath } from './built-shell';

/** By the first step of a screen's path: the features whose files it may need. */
export const partsOfScreens: Readonly<Record<string, readonly string[]>> = {
  '': ['lobby'],
  join: ['lobby'],
  wait: ['lobby', 'player', 'observer'],
  play: ['player', 'lobby'],
  wall: ['observer', 'lobby'],
  staff: ['staff'],
  welcome: ['account'],
  account: ['account', 'staff'],
  accounts: ['account', 'staff'],
  review: ['review'],
  control: ['facilitator', 'staff'],
  evaluate: ['evaluator', 'staff', 'lobby'],
  translate: ['facilitator', 'staff', 'lobby'],
};

export function screenOf(pathname: string): string {
  return pathname.split('/')[1] ?? '';
}

/** `page`: the server's if it answers soon, else the kept one. `asset`: the kept one, else the server's. */
export type Strategy = 'page' | 'asset' | 'untouched';

/** Whatever isn't a screen's page or a built file is left to the browser, and nothing of it is kept. */
export function strategyOf(
  request: Pick<Request, 'method' | 'mode' | 'url'> & { headers: Pick<Headers, 'has'> },
  origin: string,
): Strategy {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'untouched';
  if (request.mode === 'navigate') {
    return Object.hasOwn(partsOfScreens, screenOf(url.pathname)) ? 'page' : 'untouched';
  }
  const isFile = url.pathname.startsWith(assetsPath) && url.search === '';
  return isFile && !request.headers.has('range') ? 'asset' : 'untouched';
}

/** What a page asks of the worker: that this screen can be shown without a line. */
export interface KeepWish {
  readonly type: 'keep';
  readonly screen: string;
}

export function isKeepWish(data: unknown): data is KeepWish {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'keep' &&
    'screen' in data &&
    typeof data.screen === 'string' &&
    Object.hasOwn(partsOfScreens, data.screen)
  );
}
