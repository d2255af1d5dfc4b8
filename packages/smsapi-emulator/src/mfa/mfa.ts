import { flagOf, filledText, type Fields } from '../http/fields.ts';
import type { Handler } from '../http/call.ts';
import { empty, json, notFound, problem, type Reply } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import { decideSend } from '../send/decide.ts';
import { isHandsetNumber, normalizeNumber } from '../send/recipients.ts';
import { parseSendRequest } from '../send/request.ts';
import { kept } from '../state/resources.ts';
import { DEFAULT_CONTENT, drawCode, hasCodeMark, looksLikeCode, putCode, verify, type MfaCode } from './codes.ts';

const MINUTE_MS = 60_000;

/** A number of a handset, written in any way `sms.do` takes. */
const handsetIn = (fields: Fields, plusSign: boolean): string | null => {
  const number = normalizeNumber(filledText(fields, 'phone_number') ?? '', plusSign);
  return number !== null && isHandsetNumber(number) ? number : null;
};

/** `true` unless it was said otherwise (OAS). */
const isFast = (fields: Fields): boolean => filledText(fields, 'fast') === null || flagOf(fields, 'fast');

/** The sentence stands at the top too, where the PHP client's live tests read it. */
const refusedField = (path: string, message: string, value: unknown): Reply =>
  problem(400, 'invalid_request_data', message, [{ message, error: 'invalid', path, value }]);

const notMobile = (fields: Fields): Reply =>
  refusedField('phone_number', 'The value is not valid mobile number.', filledText(fields, 'phone_number'));

/** The code travels as a text like any other, so it is refused, charged and reported like any other. */
const refused = (code: number, message: string): Reply =>
  problem(400, code === 14 ? 'invalid_sender' : 'message_not_sent', `${message} (sms.do error ${code})`);

/** `POST /mfa/codes`: makes up a code and sends it (dossier 7.5). */
export const createCode: Handler = async (core, { fields }) => {
  const { store, clock, seed, runner } = core;
  const settings = core.settings();
  const { switches } = settings;
  const number = handsetIn(fields, switches.plusSign);
  const content = filledText(fields, 'content') ?? DEFAULT_CONTENT;
  const from = filledText(fields, 'from');
  if (number === null) return notMobile(fields);
  if (!hasCodeMark(content)) return refusedField('content', 'Content must contain [%code%]', content);

  const now = clock.now();
  const code = drawCode(seed, store.sequence);
  const request = parseSendRequest(
    new Map<string, unknown>([
      ['to', number],
      ['message', putCode(content, code)],
      ['from', from],
      ['fast', isFast(fields)],
    ]),
  );
  const decision = decideSend(request, { store, settings, seed, now });
  if (!decision.ok) return refused(decision.refusal.code, decision.refusal.message);
  const { accepted, events } = decision;
  const sequence = accepted.sequence + 1;
  const id = resourceId('mfa', seed, sequence);
  const entry: MfaCode = { id, number, code, expiresAt: now + switches.mfaMinutes * MINUTE_MS };
  await core.record(...events, kept('mfaCodes', [entry], sequence));
  runner.start(accepted.items.map(([messageId]) => messageId));
  return json(201, { id, code, phone_number: number, from });
};

const timedOut = (): Reply => problem(408, 'code_expired', 'MFA code has expired');

/** `POST /mfa/codes/verifications`: 204 right, 404 wrong, 408 too late; a right code is used up. */
export const verifyCode: Handler = async (core, { fields }) => {
  const code = filledText(fields, 'code') ?? '';
  const number = handsetIn(fields, core.settings().switches.plusSign);
  if (code === '') return refusedField('code', 'MFA code cannot be empty', code);
  if (!looksLikeCode(code)) return refusedField('code', 'MFA code has invalid format', code);
  if (number === null) return notMobile(fields);
  const { verdict, id } = verify(core.store.resources.mfaCodes.values(), number, code, core.clock.now());
  if (verdict === 'expired') return timedOut();
  if (verdict === 'wrong' || id === null) return notFound();
  await core.record({ type: 'dropped', kind: 'mfaCodes', ids: [id] });
  return empty(204);
};
