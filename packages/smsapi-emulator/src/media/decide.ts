import { refuse, type Refusal } from '../errors.ts';
import { filledText, flagOf, type Fields } from '../http/fields.ts';
import { acceptanceOf, tracesOfTest, type SendContext } from '../send/acceptance.ts';
import { COMMON_CHECKS, findRefusal, plannedAt } from '../send/checks.ts';
import { canPay, chooseRecipients, recipientsNamed, rulesFor, type SendDecision } from '../send/decide.ts';
import { isAllowedHour } from '../send/hours.ts';
import { isHandsetNumber, type NumberRules } from '../send/recipients.ts';
import type { SendRequest } from '../send/request.ts';
import { judgePicture, judgeVoice } from './content.ts';

/** The shared number that pictures and calls come from; names stand on text messages only. */
const SHARED_NUMBER = '48500000200';
/** When people may be rung, in Polish time (ERR-PL, error 51). */
const VOICE_HOURS = { from: 8, to: 22 };

const no = (refusal: Refusal): SendDecision => ({ ok: false, refusal });

/** No picture and no call goes abroad (ERR-PL, error 32). A call reaches landlines, whatever the switch says of texts. */
const mediaRules = (channel: 'mms' | 'vms', request: SendRequest, context: SendContext): NumberRules => {
  const rules = rulesFor(request, context);
  return {
    ...rules,
    landlines: channel === 'vms' || rules.landlines,
    refusedBy: (number) => (number.startsWith('48') ? rules.refusedBy(number) : 32),
  };
};

/** `skip_gsm` leaves handsets out of a call; the Python client spells it `skip_gms`. */
const skipsHandsets = (fields: Fields): boolean => flagOf(fields, 'skip_gsm') || flagOf(fields, 'skip_gms');

/**
 * Judges a picture or a voice message: like a text in everything but its content, its price and its numbers.
 * Changes nothing.
 */
export const decideMedia = (
  channel: 'mms' | 'vms',
  fields: Fields,
  request: SendRequest,
  context: SendContext,
): SendDecision => {
  const { store, settings, now } = context;
  const { account } = store;
  const judged = channel === 'mms' ? judgePicture(fields) : judgeVoice(fields);
  if ('refusal' in judged) return no(judged.refusal);
  const { text, attachment } = judged.content;
  const { to, groupsExist } = recipientsNamed(request, store, now);
  const { switches } = settings;
  const judging = { request, body: text, to, groupsExist, templateExists: true, account, switches, now };
  const refusal = findRefusal(judging, COMMON_CHECKS);
  if (refusal !== null) return no(refusal);
  const keepsHours = channel === 'vms' && switches.voiceHours;
  if (keepsHours && !isAllowedHour(VOICE_HOURS, plannedAt(request, now))) return no(refuse(51));

  const choice = chooseRecipients(request, to, mediaRules(channel, request, context), context);
  if (!choice.ok) return choice;
  const skips = channel === 'vms' && skipsHandsets(fields);
  const good = skips ? choice.good.filter(({ number }) => !isHandsetNumber(number)) : choice.good;
  if (good.length === 0) return no(refuse(55));
  if (choice.hasClash) return no(refuse(53));

  const rendered = { texts: [[text, 1, account.prices[channel]] as const], textOf: good.map(() => 0) };
  const from = filledText(fields, 'from') ?? SHARED_NUMBER;
  const accepted = acceptanceOf(request, good, rendered, context, { channel, from, attachment });
  if (!canPay(store, accepted.charge, accepted.items.length)) return no(refuse(103));
  const events = request.test ? [tracesOfTest(accepted, switches.testBurnsIdx)] : [accepted];
  return { ok: true, accepted, invalidNumbers: choice.bad, events };
};
