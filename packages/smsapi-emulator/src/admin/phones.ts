import { callbackUrl } from '../account.ts';
import { setPhone } from '../control.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { filledText, integerOf, type Fields } from '../http/fields.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import { conversationOf } from '../phones/conversation.ts';
import { phoneLine, phoneList } from '../phones/overview.ts';
import { normalizeNumber } from '../send/recipients.ts';
import { PHONE_STATES, type Handset } from '../state/handsets.ts';

const MOST_PHONES = 200;
const MOST_ENTRIES = 200;
const USUAL_ENTRIES = 60;

const wrong = (message: string): Reply => problem(400, 'invalid_request_data', message);

const limitOf = (fields: Fields, usual: number, most: number): number => {
  const asked = integerOf(fields, 'limit') ?? usual;
  return Number.isNaN(asked) ? usual : Math.min(Math.max(asked, 1), most);
};

/** A number nobody has heard of is a handset that is on and empty. */
const handsetFor = ({ store }: Core, number: string): Handset =>
  store.handsets.get(number) ?? { number, state: 'on', since: 0, lastAt: 0, readAt: 0, unread: 0, sent: [] };

const numberIn = (given: string | undefined): string | null => normalizeNumber(given ?? '', true);

const numbersIn = (fields: Fields): ReadonlySet<string> =>
  new Set((filledText(fields, 'numbers') ?? '').split(',').flatMap((number) => numberIn(number) ?? []));

export const getPhones: Handler = ({ store, clock }, { fields }) => {
  const query = { search: filledText(fields, 'search') ?? '', numbers: numbersIn(fields) };
  return json(200, phoneList(store, query, limitOf(fields, MOST_PHONES, MOST_PHONES), clock.now()));
};

export const getPhone: Handler = (core, { fields, params }) => {
  const number = numberIn(params['number']);
  if (number === null) return wrong('The path must end with a phone number.');
  const query = { number, before: filledText(fields, 'before'), limit: limitOf(fields, USUAL_ENTRIES, MOST_ENTRIES) };
  return json(200, {
    ...phoneLine(core.store, handsetFor(core, number)),
    now: core.clock.now(),
    fate: core.settings().fateOf(number),
    takesTexts: callbackUrl(core.store.account, 'sms_mo') !== null,
    ...conversationOf(core.store, query, core.inbox.waiting()),
  });
};

export const putPhone: Handler = async (core, { fields, params }) => {
  const number = numberIn(params['number']);
  if (number === null) return wrong('The path must end with a phone number.');
  const state = PHONE_STATES.find((known) => known === fields.get('state'));
  if (state === undefined && fields.has('state'))
    return wrong(`Field state must be one of: ${PHONE_STATES.join(', ')}.`);
  if (state !== undefined && handsetFor(core, number).state !== state) await setPhone(core, number, state);
  if (fields.get('read') === true && handsetFor(core, number).unread > 0) {
    await core.record({ type: 'read', number, at: core.clock.now() });
  }
  return json(200, phoneLine(core.store, handsetFor(core, number)));
};
