/** Walks the routes that Express holds and compares them with the table of who may use them. */
import type { Express } from 'express';
import { routeTable } from './route-table.js';

/** The parts of Express's own layers that are looked at. */
interface Layer {
  readonly route?: {
    readonly path: string;
    readonly stack: readonly { readonly method: string }[];
  };
  readonly handle: { readonly stack?: readonly Layer[] };
  /** Under which path it stands. */
  readonly rawPath?: unknown;
}

export interface RouteReport {
  /** "METHOD path", as the table would have it. */
  readonly routes: readonly string[];
  readonly withoutRow: readonly string[];
  readonly withoutRoute: readonly string[];
}

export function reportRoutes(app: Express): RouteReport {
  const { stack } = (app as unknown as { readonly router: { readonly stack: readonly Layer[] } })
    .router;
  const routes = [...new Set(walk(stack, ''))].sort();
  const rows = Object.keys(routeTable);
  return {
    routes,
    withoutRow: routes.filter((route) => !rows.includes(route)),
    withoutRoute: rows.filter((row) => !routes.includes(row)),
  };
}

/** @throws Error that names the routes without a row */
export function checkRoutes(app: Express): void {
  const { withoutRow } = reportRoutes(app);
  if (withoutRow.length === 0) return;
  throw new Error(`no row in http/route-table.ts says who may: ${withoutRow.join(', ')}`);
}

function walk(stack: readonly Layer[], prefix: string): string[] {
  return stack.flatMap((layer) => {
    const { route, handle } = layer;
    if (route !== undefined) {
      const path = `${prefix}${route.path}`.replace(/(?<=.)\/$/, '');
      return route.stack.map(({ method }) => `${method.toUpperCase()} ${path}`);
    }
    if (handle.stack === undefined) return [];
    // A list or a pattern can't be told from here, and then no row fits.
    const under = typeof layer.rawPath === 'string' ? layer.rawPath : '/(no plain path)';
    return walk(handle.stack, `${prefix}${under}`.replace(/\/$/, ''));
  });
}
