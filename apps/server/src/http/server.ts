import type { ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { IMPORT_FILE_MB } from '@goniec/contract';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { authenticate } from './auth.ts';
import { serveCallbacks } from './callbacks.ts';
import { serveDocs } from './docs.ts';
import { serveHealth } from './health.ts';
import { mountOperations } from './mount.ts';
import { handlersOf } from './handlers.ts';
import { refusalOfError, sendProblem } from './problem.ts';
import { serveWeb } from './web.ts';
import type { HttpDeps } from './http-deps.ts';

/** Largest file that may be uploaded. */
const FILE_BYTES = IMPORT_FILE_MB * 1024 * 1024;

/** The HTTP side of Goniec: the public API, callbacks of the gateway, health, and the web application's files. */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = deps.log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 8 * 1024 * 1024,
    // As long as an address can be at all: the router's own answer to a longer one would tell which addresses exist.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID(),
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOfError(error);
    if (refusal.code === 'unexpected')
      request.log.error({ err: error, route: request.routeOptions.url }, 'request.failed');
    return sendProblem(request, reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, { code: 'not_found' }));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  observeRequests(app, deps);
  drainOnClose(app);

  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: FILE_BYTES, files: 1, fields: 20 } });
  await app.register(rateLimit, { global: false });
  await app.register(
    async (api) => {
      api.addHook('onRequest', authenticate(deps));
      mountOperations(api, deps, handlersOf(deps));
    },
    { prefix: '/api/v1' },
  );
  serveCallbacks(app, deps);
  serveHealth(app, deps);
  await serveDocs(app, deps);
  await serveWeb(app);
  return app;
}

/** Requests under way may take this long once the server closes. */
const DRAIN_MS = 10_000;

/**
 * Closing lets requests under way finish, so that nobody is left to wonder what became of a command, and a report that was
 * stored is answered OK. Event streams have no end of their own: they end now, and their readers come back.
 */
function drainOnClose(app: FastifyInstance): void {
  const open = new Set<ServerResponse>();
  app.addHook('onRequest', async (_request, { raw }) => {
    open.add(raw);
    raw.once('close', () => open.delete(raw));
  });
  app.addHook('preClose', async () => {
    for (const raw of open)
      if (!raw.headersSent) raw.setHeader('connection', 'close');
      else if (String(raw.getHeader('content-type')).startsWith('text/event-stream')) raw.end();
    setTimeout(() => app.server.closeAllConnections(), DRAIN_MS).unref();
  });
}

/** One line per request without query strings: they may hold numbers (style rule 32). */
function observeRequests(app: FastifyInstance, deps: HttpDeps): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    deps.metrics.requestServed(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    request.log.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request.served',
    );
  });
}
