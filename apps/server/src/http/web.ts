import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const files = join(import.meta.dirname, '../../../web/public');

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The web application's files. The address of the sign-in page carries a token, so nothing of it is cached or passed on. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  await app.register(async (web) => {
    await web.register(fastifyStatic, {
      root: files,
      wildcard: false,
      setHeaders: (response) => {
        response.header('content-security-policy', PAGE_POLICY);
        response.header('cache-control', 'no-cache');
      },
    });
    web.get('/zaloguj', (_request, reply) => reply.sendFile('zaloguj.html'));
  });
}
