import type { SmsapiError, SendOutcome, SendResult } from '@goniec/smsapi';
import type { MessageOutcome, SubmitResult } from '../provider.ts';
import type { ownCodes } from './own-codes.ts';

/** How long to wait when the gateway names no pause, and the longest pause we believe. */
const PAUSE_MS = 30_000;
const THROTTLE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

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

/** What the client found out about a request → what the sending engine needs to know (brief: dossier, section 6). */
export function submitResultOf(result: SendResult, messages: number): SubmitResult {
  switch (result.kind) {
    case 'answered':
      return { kind: 'answered', outcomes: result.outcomes.map(outcomeOf) };
    case 'alreadyTaken':
      return { kind: 'already_taken' };
    case 'unreachable':
      return { kind: 'stopped', cause: 'gateway_down', code: 'gateway_unreachable' };
    case 'throttled':
      return {
        kind: 'deferred',
        code: 'gateway_throttled',
        retryAfterMs: pause(result.retryAfterMs ?? THROTTLE_MS),
      };
    case 'uncertain':
      return { kind: 'uncertain', code: uncertainCodes[result.cause] };
    case 'refused':
      return refusalOf(result.error, messages);
  }
}

/** An error for the whole request: nothing of it was taken. */
function refusalOf(error: SmsapiError, messages: number): SubmitResult {
  const code = codeOf(error);
  // 52 is about the recipient's last minute, not about the recipient.
  if (error.class === 'retry' || error.retryAfterMs !== null)
    return { kind: 'deferred', code, retryAfterMs: pause(error.retryAfterMs ?? PAUSE_MS) };
  switch (error.class) {
    case 'auth':
    case 'config':
      return { kind: 'stopped', cause: 'credentials', code };
    case 'money':
      return { kind: 'stopped', cause: 'funds', code };
    case 'recipient':
      return { kind: 'answered', outcomes: Array.from({ length: messages }, () => ({ kind: 'refused', code })) };
    case 'duplicate':
      return { kind: 'already_taken' };
    case 'unsure':
      return { kind: 'uncertain', code };
    case 'content':
    case 'unknown':
      return { kind: 'refused', code };
  }
}

function outcomeOf(outcome: SendOutcome): MessageOutcome {
  if (outcome.kind === 'refused') return { kind: 'refused', code: codeOf(outcome.error) };
  return { kind: 'accepted', providerId: outcome.id, parts: outcome.parts, points: outcome.points };
}

const pause = (ms: number): number => Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS);
