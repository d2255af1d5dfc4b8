import { showMoment } from '../contacts/show.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { csv, wantsCsv } from '../http/csv.ts';
import { filledText } from '../http/fields.ts';
import { empty, invalidData, json, notFound, problem } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import { normalizeNumber } from '../send/recipients.ts';
import type { ListName } from '../state/events.ts';
import type { ListedNumber } from '../state/store.ts';
import { paged } from './paging.ts';

/** The blacklist and the opt-outs (dossier 7.3): both are numbers nobody may send to. */

const showListed = ({ id, number, at, expireAt }: ListedNumber): Readonly<Record<string, unknown>> => ({
  id,
  phone_number: number,
  expire_at: expireAt,
  created_at: showMoment(at),
});

const showOptOut = ({ id, number, at }: ListedNumber): Readonly<Record<string, unknown>> => ({
  id,
  phoneNumber: Number(number),
  date: showMoment(at),
  _links: [{ rel: 'self', href: `/opt_outs/${id}` }],
});

/** Puts a number on one of the lists; a number that is there already is renewed under its old id. */
export const putOnList = async (
  core: Core,
  list: ListName,
  number: string,
  expireAt: string | null,
): Promise<ListedNumber> => {
  const sequence = core.store.sequence + 1;
  const id = core.store[list].get(number)?.id ?? resourceId(list, core.seed, sequence);
  const entry: ListedNumber = { id, number, at: core.clock.now(), expireAt };
  await core.record({ type: 'listed', list, entry, sequence });
  return entry;
};

const numberById = (core: Core, list: ListName, id: string | undefined): string | undefined =>
  [...core.store[list].values()].find((entry) => entry.id === id)?.number;

const removeById =
  (list: ListName): Handler =>
  async (core, { params }) => {
    const number = numberById(core, list, params['id']);
    if (number === undefined) return notFound();
    await core.record({ type: 'unlisted', list, numbers: [number] });
    return empty(204);
  };

/** A page of the list, or all of it as a table for `Accept: text/csv` (A; heads and order of columns E). */
export const listBlacklist: Handler = ({ store }, { fields, accept }) => {
  const wanted = filledText(fields, 'q')?.replace(/^\+/, '') ?? '';
  const found = [...store.blacklist.values()].filter((entry) => entry.number.includes(wanted));
  if (!wantsCsv(accept)) return paged(fields, found, showListed);
  return csv(
    ['phone_number', 'expire_at', 'created_at'],
    found.map(({ number, expireAt, at }) => [number, expireAt ?? '', showMoment(at)]),
  );
};

export const addToBlacklist: Handler = async (core, { fields }) => {
  const given = filledText(fields, 'phone_number');
  const number = given === null ? null : normalizeNumber(given, true);
  if (number === null) return invalidData('phone_number', 'Invalid phone number', given);
  const expireAt = filledText(fields, 'expire_at');
  if (expireAt !== null && !/^\d{4}-\d{2}-\d{2}/.test(expireAt)) {
    return invalidData('expire_at', 'Invalid date', expireAt);
  }
  return json(201, showListed(await putOnList(core, 'blacklist', number, expireAt?.slice(0, 10) ?? null)));
};

/** With `phone_number` one number, without it all of them. */
export const clearBlacklist: Handler = async (core, { fields }) => {
  const given = filledText(fields, 'phone_number');
  const number = given === null ? null : normalizeNumber(given, true);
  const numbers = given === null ? [...core.store.blacklist.keys()] : [number ?? given];
  await core.record({ type: 'unlisted', list: 'blacklist', numbers });
  return empty(204);
};

export const deleteFromBlacklist: Handler = removeById('blacklist');

const optOutsOff = () => problem(403, 'access_forbidden', 'Opt-outs are not available on this account');

const whenOptOutsAreOn =
  (handler: Handler): Handler =>
  (core, call) =>
    core.settings().switches.optOuts ? handler(core, call) : optOutsOff();

/** With `phone_number` only that one. */
export const listOptOuts: Handler = whenOptOutsAreOn(({ store }, { fields, accept }) => {
  const given = filledText(fields, 'phone_number');
  const number = given === null ? null : (normalizeNumber(given, true) ?? given);
  const found = [...store.optOuts.values()].filter((entry) => number === null || entry.number === number);
  if (!wantsCsv(accept)) return paged(fields, found, showOptOut);
  return csv(
    ['phone_number', 'date'],
    found.map((entry) => [entry.number, showMoment(entry.at)]),
  );
});

export const deleteOptOut: Handler = whenOptOutsAreOn(removeById('optOuts'));

export const getOptOutSettings: Handler = whenOptOutsAreOn(({ store }) =>
  json(200, { brand: store.account.optOutBrand }),
);

export const putOptOutSettings: Handler = whenOptOutsAreOn(async (core, { fields }) => {
  const brand = filledText(fields, 'brand') ?? '';
  if (brand.length > 255) return invalidData('brand', 'At most 255 characters', brand);
  await core.record({ type: 'account', patch: { optOutBrand: brand } });
  return json(200, { brand });
});
