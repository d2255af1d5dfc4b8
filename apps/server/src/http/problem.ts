import type { Problem } from '@goniec/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { troubleOf } from '../db/trouble.ts';
import { refusals, type Outcome, type Refusal } from '../domain/refusal.ts';
import type { RefusalKind } from '../domain/reason.ts';

/** The one place that knows status codes (style rule 29). */
const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unavailable: 503,
};

/** Carries a refusal out of a handler. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** The value of an outcome, or the problem for the client. */
export function accept<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Refused(outcome.refusal);
  return outcome.value;
}

/** What the server says no to before a use case does. */
export function refusalOfError(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const code = codeOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') return { code: 'too_large' };
  if (
    code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY'
  )
    return { code: 'invalid_request', errors: [{ pointer: '/body', detail: messageOf(error), code }] };
  if (statusGiven(error) === 429) return { code: 'too_many_requests' };
  if (statusGiven(error) === 400)
    return { code: 'invalid_request', errors: [{ pointer: '', detail: messageOf(error) }] };
  return { code: troubleOf(error) ?? 'unexpected' };
}

/** Answers with application/problem+json (RFC 9457). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { kind, sentence, action } = refusals[refusal.code];
  const status = refusal.code === 'unexpected' ? 500 : refusal.code === 'too_many_requests' ? 429 : statusOf[kind];
  const problem: Problem = {
    type: `/api/docs#${refusal.code}`,
    title: sentence.en,
    status,
    detail: sentence.pl,
    instance: request.url.split('?')[0] ?? request.url,
    code: refusal.code,
    request_id: request.id,
    sentence,
    action,
    ...(refusal.errors ? { errors: [...refusal.errors] } : {}),
    ...(refusal.reasons ? { reasons: [...refusal.reasons] } : {}),
  };
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const statusGiven = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
