import type { FastifyInstance } from 'fastify';
import { recordInbound } from '../usecases/record-inbound.ts';
import type { HttpDeps } from './http-deps.ts';

/** Larger than any batch of reports the gateway sends; a larger one is not from it. */
const BODY_BYTES = 256 * 1024;

interface CallbackRoute {
  readonly Params: { readonly provider: string; readonly secret: string };
  readonly Body: unknown;
}

/** A callback with its fields and as it came; resolves after the commit, false for a secret that nobody has. */
type Store = (provider: string, secret: string, fields: URLSearchParams, raw: string) => Promise<boolean>;

/**
 * What the gateway tells by itself: delivery reports (design section 4, step 7) and texts that people send to the company. `OK`
 * only after the commit: anything else and the gateway tells us again. The secret in the path is the only proof of origin, so a
 * wrong one is indistinguishable from no page. Whatever comes with the right secret is kept, whatever it calls itself: a body
 * nobody understands too.
 */
export function serveCallbacks(app: FastifyInstance, deps: HttpDeps): void {
  app.register(async (callbacks) => {
    callbacks.removeAllContentTypeParsers();
    callbacks.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    listen(callbacks, '/callbacks/:provider/:secret', (provider, secret, fields, raw) =>
      deps.reports.store(provider, secret, fields, raw),
    );
    listen(callbacks, '/callbacks/:provider/inbound/:secret', (provider, secret, fields, raw) =>
      recordInbound(deps, { provider, secret, fields, raw }),
    );
  });
}

function listen(callbacks: FastifyInstance, url: string, store: Store): void {
  callbacks.route<CallbackRoute>({
    method: ['GET', 'POST'],
    url,
    // A HEAD asks what is here: it reports nothing.
    exposeHeadRoute: false,
    bodyLimit: BODY_BYTES,
    handler: async (request, reply) => {
      const body = typeof request.body === 'string' ? request.body : '';
      const raw = body === '' ? (request.url.split('?', 2)[1] ?? '') : body;
      const { provider, secret } = request.params;
      if (!(await store(provider, secret, new URLSearchParams(raw), raw))) return reply.callNotFound();
      return reply.type('text/plain').send('OK');
    },
  });
}
