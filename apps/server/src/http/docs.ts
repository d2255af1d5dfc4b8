import { contract, openapi } from '@goniec/contract';
import reference from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from './http-deps.ts';

/** The document of the public API, made from the contract. */
export function apiDocument(version: string): Record<string, unknown> {
  return openapi(Object.values(contract), {
    title: 'Goniec API',
    version,
    description:
      'Public API of Goniec. Errors are problem+json (RFC 9457) with a stable `code`, sentences in Polish and English, and what to do. ' +
      'Lists go by cursor. A POST with an `Idempotency-Key` may be repeated safely. Money is an integer in ten-thousandths.',
  });
}

/** The reference page needs its own inline script and styles; everything comes from this server. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'";

export async function serveDocs(app: FastifyInstance, { version }: Pick<HttpDeps, 'version'>): Promise<void> {
  const document = apiDocument(version);
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.header('access-control-allow-origin', '*').send(document),
  );
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', DOCS_POLICY);
    });
    await docs.register(reference, {
      routePrefix: '/api/docs',
      configuration: {
        url: '/api/openapi.json',
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: 'never',
        // These would call services outside this server.
        agent: { disabled: true },
        mcp: { disabled: true },
        hideClientButton: true,
        pageTitle: 'Goniec API',
      },
    });
  });
}
