import type { FastifyInstance } from 'fastify';
import { readInstance } from '../db/instance.ts';
import { countOpenBatches } from '../db/batches.ts';
import type { HttpDeps } from './http-deps.ts';

/** For machines: is the program alive, can it work, how is it doing. Nothing here names a person or a company. */
export function serveHealth(app: FastifyInstance, deps: Pick<HttpDeps, 'db' | 'metrics' | 'version'>): void {
  app.get('/health', async () => ({ status: 'ok', version: deps.version }));

  app.get('/ready', async (_request, reply) => {
    try {
      const { holdReason } = await readInstance(deps.db);
      return { status: 'ok', sending: holdReason === null ? 'open' : 'held' };
    } catch {
      return reply.code(503).send({ status: 'unavailable', part: 'database' });
    }
  });

  app.get('/metrics', async (_request, reply) => {
    deps.metrics.setOpenBatches(await countOpenBatches(deps.db));
    return reply.type(deps.metrics.contentType).send(await deps.metrics.text());
  });
}
