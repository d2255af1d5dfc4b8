import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { identifyByKey, identifyBySession } from '../usecases/identify.ts';
import type { HttpDeps } from './http-deps.ts';
import { identityOf, rememberIdentity } from './identity.ts';
import { Refused } from './problem.ts';
import { sessionCookie } from './session-cookie.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const BEARER = /^Bearer +(\S+)$/i;

const locals = new WeakSet<FastifyRequest>();

/**
 * Finds out who is asking: an API key, or else the session's cookie. Whoever is nobody stays nobody: only operations that are
 * not open refuse that. Browsers send cookies along with requests that other sites start, so a request without a key that
 * changes something must come from our own pages.
 */
export function authenticate(deps: Pick<HttpDeps, 'db' | 'clock' | 'publicUrl'>): onRequestAsyncHookHandler {
  const cookie = sessionCookie(deps.publicUrl);
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, key = ''] = BEARER.exec(authorization) ?? [];
      const found = await identifyByKey(deps, key);
      if (!found) return;
      rememberIdentity(request, found);
      if (found.local) locals.add(request);
      return;
    }
    const token = cookie.read(request);
    if (!SAFE.has(request.method) && isCrossSite(request, token !== null))
      throw new Refused({ code: 'cross_site_request' });
    const found = token === null ? null : await identifyBySession(deps, token);
    if (found) rememberIdentity(request, found);
  };
}

/**
 * Sec-Fetch-Site is written by the browser and cannot be forged by a page; where it is missing (older browsers) Origin has to
 * name this very host. A request with neither is no browser's: harmless without a cookie, refused with one.
 */
function isCrossSite(request: FastifyRequest, hasCookie: boolean): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin !== undefined) return URL.parse(origin)?.host !== request.host;
  return hasCookie;
}

/** Keys and links open new ways in, so that a person makes them, in a browser or at this computer; never a program's key. */
export function personOf(request: FastifyRequest): ReturnType<typeof identityOf> {
  const identity = identityOf(request);
  if (identity.via !== 'session' && !locals.has(request)) throw new Refused({ code: 'needs_person' });
  return identity;
}
