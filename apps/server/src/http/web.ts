import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const BUILT = join(import.meta.dirname, '../../../web/dist');

/** The components' library sets styles on elements; scripts come from our own files only. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Addresses that the application itself makes sense of, below each of these. */
const SCREENS = ['/', '/zaloguj', '/pierwsze-kroki', '/firma/*'];

const YEAR_SECONDS = 31_536_000;

/**
 * The built web application: its files, and its one page for every address of a screen. The address of the sign-in page
 * carries a token, so the page is never cached; files under `assets` carry a hash in their names.
 */
export async function serveWeb(app: FastifyInstance, folder: string = BUILT): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    for (const path of SCREENS) app.get(path, (_request, reply) => sendUnbuilt(reply));
    return;
  }
  await app.register(async (web) => {
    const hashed = join(folder, 'assets');
    await web.register(fastifyStatic, {
      root: hashed,
      prefix: '/assets/',
      setHeaders: (response, path) => {
        response.header(
          'cache-control',
          path.startsWith(hashed) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        );
      },
    });
    const send = (reply: FastifyReply, file: string) =>
      reply.header('content-security-policy', PAGE_POLICY).sendFile(file, folder);
    for (const path of SCREENS) web.get(path, (_request, reply) => send(reply, 'index.html'));
    web.get('/goniec.svg', (_request, reply) => send(reply, 'goniec.svg'));
  });
}

function sendUnbuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send('Strona nie jest zbudowana. Uruchom w folderze Gońca: npm run build\n');
}
