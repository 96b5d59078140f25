/** What a browser may do with our pages: load from here, speak to here, and nothing else. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { TlsChoice } from '../config.js';

/** Half a year, in seconds. */
const hstsSeconds = 180 * 24 * 3_600;

/** Off for all that no screen uses; a wall may fill the screen. */
const permissions = [
  'accelerometer=()',
  'autoplay=(self)',
  'camera=()',
  'display-capture=()',
  'fullscreen=(self)',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'usb=()',
].join(', ');

export function securityHeaders(tls: TlsChoice): RequestHandler {
  const isSecure = tls.kind !== 'none';
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // The interface's components set styles on elements, and a style can't act.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ownSocket],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        mediaSrc: ["'self'"],
        frameSrc: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // A browser that once met a given certificate comes back by HTTPS only. A self-made one must not
    // ask for that: the next start may be without it.
    strictTransportSecurity:
      tls.kind === 'given' ? { maxAge: hstsSeconds, includeSubDomains: false } : false,
    // These count over HTTPS only, and would but fill the console without.
    crossOriginOpenerPolicy: isSecure ? { policy: 'same-origin' } : false,
    originAgentCluster: isSecure,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  return (request, response, next) => {
    // A policy counts for a page, not for what a page loads; on thirty small files it would weigh as
    // much as a few of them.
    if (request.path.startsWith('/assets/')) {
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('cross-origin-resource-policy', 'same-origin');
      next();
      return;
    }
    response.setHeader('permissions-policy', permissions);
    headers(request, response, next);
  };
}

/** Older Safaris don't count a WebSocket to the same host as 'self'. */
function ownSocket(request: IncomingMessage & { secure?: boolean }, _: ServerResponse): string {
  const { host } = request.headers;
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return "'self'";
  // Express knows, behind a proxy too.
  return `${request.secure === true ? 'wss' : 'ws'}://${host}`;
}
