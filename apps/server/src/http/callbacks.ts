import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from './http-deps.ts';

/** Larger than any batch of reports the gateway sends; a larger one is not from it. */
const REPORT_BYTES = 256 * 1024;

interface CallbackRoute {
  readonly Params: { readonly provider: string; readonly secret: string };
  readonly Body: unknown;
}

/**
 * Delivery reports from the gateway (design section 4, step 7). `OK` only after the commit: anything else and the gateway
 * tells us again. The secret in the path is the only proof of origin, so a wrong one is indistinguishable from no page.
 * Whatever comes with the right secret is kept, whatever it calls itself: a body nobody understands too.
 */
export function serveCallbacks(app: FastifyInstance, deps: Pick<HttpDeps, 'reports'>): void {
  app.register(async (callbacks) => {
    callbacks.removeAllContentTypeParsers();
    callbacks.addContentTypeParser('*', { parseAs: 'string', bodyLimit: REPORT_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    callbacks.route<CallbackRoute>({
      method: ['GET', 'POST'],
      url: '/callbacks/:provider/:secret',
      // A HEAD asks what is here: it reports nothing.
      exposeHeadRoute: false,
      bodyLimit: REPORT_BYTES,
      handler: async (request, reply) => {
        const body = typeof request.body === 'string' ? request.body : '';
        const raw = body === '' ? (request.url.split('?', 2)[1] ?? '') : body;
        const { provider, secret } = request.params;
        const stored = await deps.reports.store(provider, secret, new URLSearchParams(raw), raw);
        if (!stored) return reply.callNotFound();
        return reply.type('text/plain').send('OK');
      },
    });
  });
}
