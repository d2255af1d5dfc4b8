import { createHash } from 'node:crypto';
import type { Operation } from '@goniec/contract';
import type { FastifyRequest } from 'fastify';
import type { Db } from '../db/database.ts';
import { claimIdempotencyKey, forgetIdempotencyKey, keepAnswer } from '../db/idempotency-keys.ts';
import { identityOf } from './identity.ts';
import { Refused } from './problem.ts';

/** Runs a POST once per Idempotency-Key: a repeat gets the first answer, another request under the same key is refused. */
export async function replayable(
  db: Db,
  operation: Operation,
  request: FastifyRequest,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || operation.upload || operation.secret) return run();
  if (key.length === 0 || key.length > 200)
    throw new Refused({
      code: 'invalid_request',
      errors: [{ pointer: '/headers/idempotency-key', detail: '1-200 characters' }],
    });
  const { actor } = identityOf(request);
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const earlier = await claimIdempotencyKey(db, { actor, key, operation: operation.id, requestHash });
  if (earlier) {
    if (!requestHash.equals(earlier.requestHash)) throw new Refused({ code: 'idempotency_key_reused' });
    if (earlier.status === null) throw new Refused({ code: 'idempotency_key_busy' });
    return earlier.body ?? undefined;
  }
  try {
    const body = await run();
    await keepAnswer(db, { actor, key, status: operation.status ?? 200, body });
    return body;
  } catch (error) {
    await forgetIdempotencyKey(db, { actor, key });
    throw error;
  }
}
