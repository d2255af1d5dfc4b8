import type { InvalidNumber, SmsapiError, SendOutcome, SendResult } from '@goniec/smsapi';
import type { MessageOutcome, SubmitResult } from '../provider.ts';
import type { ownCodes } from './own-codes.ts';

/** How long to wait when the gateway names no pause, and the longest pause we believe. */
const PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** One request was too long: HTTP 413 and 414, error 19. */
const TOO_LARGE: ReadonlySet<string> = new Set(['smsapi_19', 'smsapi_request_too_large']);

/** Refusals of set-up that hang on the text, so that other campaigns are not touched: links (7, 94, 106) and templates (104). */
const ABOUT_THE_TEXT: ReadonlySet<number> = new Set([7, 94, 104, 106]);

/** A number that stands neither among the taken nor among the explained ones (dossier 2.6). */
const OMITTED = 'smsapi_omitted_by_gateway';

/** Where connecting got stuck: an unknown name, a closed door and a bad certificate need different hands. */
export const unreachableCodes = {
  name: 'gateway_name_unknown',
  connect: 'gateway_unreachable',
  tls: 'gateway_certificate',
  given_up: 'gateway_unreachable',
} as const;

/** Codes the gateway answers when it does not know itself: they keep their number. */
const uncertainCodes = {
  timeout: 'gateway_timeout',
  connection: 'gateway_connection_lost',
  http_status: 'gateway_http_error',
  unreadable: 'gateway_unreadable',
  gateway_code: 'gateway_code_unsure',
  aborted: 'gateway_aborted',
} as const satisfies Record<string, keyof typeof ownCodes>;

/** The code of an error in our API: `smsapi_103`, or `smsapi_<name>` where the gateway gave no number. */
export function codeOf(error: Pick<SmsapiError, 'code' | 'name'>): string {
  return `smsapi_${error.code === 0 ? error.name : error.code}`;
}

/**
 * What the client found out about a request → what the sending engine needs to know (dossier, section 6).
 * @param phones who was asked for, in order
 */
export function submitResultOf(result: SendResult, phones: readonly string[]): SubmitResult {
  switch (result.kind) {
    case 'answered':
      return { kind: 'answered', outcomes: result.outcomes.map((outcome) => outcomeOf(outcome, phones.length)) };
    case 'alreadyTaken':
      return { kind: 'already_taken' };
    case 'unreachable':
      return { kind: 'unreachable', code: unreachableCodes[result.phase] };
    case 'throttled':
      return { kind: 'throttled', code: 'gateway_throttled', retryAfterMs: pauseOrNone(result.retryAfterMs) };
    case 'uncertain':
      return {
        kind: 'uncertain',
        code: uncertainCodes[result.cause],
        retryAfterMs: pauseOrNone(result.retryAfterMs ?? null),
      };
    case 'refused':
      return refusalOf(result.error, result.invalidNumbers, phones);
  }
}

/** An error for the whole request: nothing of it was taken. */
function refusalOf(error: SmsapiError, invalid: readonly InvalidNumber[], phones: readonly string[]): SubmitResult {
  const code = codeOf(error);
  if (TOO_LARGE.has(code)) return { kind: 'too_large', code };
  switch (error.class) {
    case 'auth':
      return { kind: 'stopped', cause: 'credentials', code, reach: 'account' };
    case 'config':
      return {
        kind: 'stopped',
        cause: 'credentials',
        code,
        reach: ABOUT_THE_TEXT.has(error.code) ? 'campaign' : 'account',
      };
    case 'money':
      // What one campaign cannot pay another, smaller one may; the monthly limit (96) bars them all.
      return { kind: 'stopped', cause: 'funds', code, reach: error.code === 96 ? 'account' : 'campaign' };
    case 'recipient':
      // Nobody was left to send to: the gateway names each number with a reason of its own, or has one for all.
      return {
        kind: 'answered',
        outcomes: phones.map((phone) =>
          outcomeOf({ kind: 'refused', error: reasonFor(phone, invalid) ?? error }, phones.length),
        ),
      };
    case 'duplicate':
      return { kind: 'already_taken' };
    case 'retry':
      if (error.code === 202 || error.code === 203)
        return { kind: 'throttled', code, retryAfterMs: pauseOrNone(error.retryAfterMs) };
      return { kind: 'deferred', code, retryAfterMs: pause(error.retryAfterMs ?? PAUSE_MS) };
    case 'unsure':
      return { kind: 'uncertain', code, retryAfterMs: null };
    case 'content':
    case 'unknown':
      return { kind: 'refused', code };
  }
}

function reasonFor(phone: string, invalid: readonly InvalidNumber[]): SmsapiError | null {
  const digits = phone.replaceAll(/\D/g, '');
  return invalid.find(({ number, submittedNumber }) => number === digits || submittedNumber === digits)?.error ?? null;
}

function outcomeOf(outcome: SendOutcome, asked: number): MessageOutcome {
  if (outcome.kind === 'accepted')
    return { kind: 'accepted', providerId: outcome.id, parts: outcome.parts, points: outcome.points };
  const { error } = outcome;
  const code = codeOf(error);
  if (error.class === 'duplicate') return { kind: 'already_taken' };
  // 52 is about the recipient's last minute, not about the recipient.
  if (error.retryAfterMs !== null) return { kind: 'deferred', code, retryAfterMs: pause(error.retryAfterMs) };
  // Left out without a word among others: asked alone, the gateway says why, or that it had been taken (error 53).
  if (code === OMITTED && asked > 1) return { kind: 'deferred', code, retryAfterMs: 0 };
  return { kind: 'refused', code };
}

const pause = (ms: number): number => Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS);
const pauseOrNone = (ms: number | null): number | null => (ms === null ? null : pause(ms));
