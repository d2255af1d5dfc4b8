import { parseExactJson } from './json.ts';
import { codedError, uncodedError, type SmsapiError } from './errors.ts';
import { byBareStatus, byRestStatus } from './errors/uncoded.ts';
import { bareReply, errorBody, parseTextReply, type InvalidNumber } from './reply-body.ts';
import type { Throttled, Uncertain } from './result.ts';
import type { HttpReply } from './transport.ts';

/** What a complete HTTP answer says, before anybody looks into its data. */
export type Judgement =
  | { kind: 'data'; data: unknown }
  | { kind: 'refused'; error: SmsapiError; invalidNumbers: readonly InvalidNumber[] }
  | Throttled
  | Uncertain;

/**
 * Reads the body before the status, because the `*.do` interface reports failures with HTTP 200 (dossier 1.3), and
 * ignores the content type, which proxies and the service itself get wrong.
 *
 * A numbered error in the body decides, except that an unknown number on a 5xx is some other server's page. Then the
 * status: 429 throttles, 401 and 403 are the token's fault, a few 4xx prove that nothing was taken, all the rest that
 * is not 2xx leaves the outcome open.
 */
export function judge(reply: HttpReply, now: () => number = Date.now): Judgement {
  const data = parseExactJson(reply.body) ?? parseTextReply(reply.body);
  const error = errorBody(data);
  const pauseMs = retryAfterMs(reply.retryAfter, now());
  const throttled = { kind: 'throttled', retryAfterMs: pauseMs } as const;

  if (error?.code !== undefined) {
    const coded = codedError(error.code, error.message);
    if (error.alsoAccepted) return uncertain('unreadable', `error ${coded.code} together with accepted messages`);
    if (coded.class === 'unsure') return uncertain('gateway_code', `error ${coded.code}`);
    if (coded.code === 202 || coded.code === 203) return throttled;
    if (coded.class !== 'unknown' || reply.status < 500) {
      return { kind: 'refused', error: coded, invalidNumbers: error.invalidNumbers };
    }
  }

  const { status } = reply;
  if (status === 429) return throttled;
  if (status === 401) return refused(codedError(101, error?.message, error?.tag));
  if (status === 403) return refused(codedError(401, error?.message, error?.tag));
  const row = error?.tag === undefined ? byBareStatus.get(status) : byRestStatus.get(status);
  if (row !== undefined) return refused(uncodedError(row, error?.message, error?.tag));
  if (status < 200 || status > 299)
    return { ...uncertain('http_status', bareReply(reply)), ...(pauseMs === null ? {} : { retryAfterMs: pauseMs }) };
  if (error?.tag !== undefined) return uncertain('unreadable', bareReply(reply));
  return { kind: 'data', data };
}

/** The answer was complete and says nothing we understand. */
export function unreadable(reply: HttpReply): Uncertain {
  return uncertain('unreadable', bareReply(reply));
}

function refused(error: SmsapiError): Judgement {
  return { kind: 'refused', error, invalidNumbers: [] };
}

function uncertain(cause: Uncertain['cause'], detail: string): Uncertain {
  return { kind: 'uncertain', cause, detail };
}

/** `Retry-After` in seconds or as an HTTP date (RFC 9110, 10.2.3) → milliseconds from now. */
function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const moment = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
