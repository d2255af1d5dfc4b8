import { filledText, type Fields } from '../http/fields.ts';
import { fieldFault, type FieldFault } from '../http/reply.ts';
import { normalizeNumber } from '../send/recipients.ts';
import type { Store } from '../state/store.ts';
import { equalsAny, filterValues, onAnyDay, type Test } from './filter.ts';
import { isMember } from './members.ts';
import { GENDERS, type Contact, type TextField } from './shapes.ts';

/** Which contacts a request means. */
export type ContactQuery = (contact: Contact, store: Readonly<Store>, now: number) => boolean;

const SEARCHED: readonly TextField[] = ['first_name', 'last_name', 'phone_number', 'email', 'city'];
const FILTERED: readonly TextField[] = ['email', 'first_name', 'last_name'];

const byText =
  (field: TextField, test: Test): ContactQuery =>
  (contact) =>
    test(contact.texts[field]);

const bySearch =
  (wanted: string): ContactQuery =>
  ({ texts }) =>
    SEARCHED.some((field) => texts[field]?.toLowerCase().includes(wanted) === true);

const byGroup =
  (ids: readonly string[]): ContactQuery =>
  (contact, { resources }, now) =>
    ids.some((id) => {
      const group = resources.contactGroups.get(id);
      return group !== undefined && isMember(contact, group, now);
    });

/** `q` and the filters of `GET /contacts`; all must fit, of several values for one field any. */
export const parseQuery = (fields: Fields): ContactQuery | FieldFault => {
  const queries: ContactQuery[] = [];
  const wanted = filledText(fields, 'q');
  if (wanted !== null) queries.push(bySearch(wanted.toLowerCase()));
  for (const field of FILTERED) {
    const values = filterValues(fields.get(field));
    if (values.length > 0) queries.push(byText(field, equalsAny(values)));
  }
  const numbers = filterValues(fields.get('phone_number'));
  if (numbers.length > 0) {
    queries.push(byText('phone_number', equalsAny(numbers.map((number) => normalizeNumber(number, true) ?? number))));
  }
  const groups = filterValues(fields.get('group_id'));
  if (groups.length > 0) queries.push(byGroup(groups));
  const gender = filledText(fields, 'gender');
  if (gender !== null) {
    if (!GENDERS.some((known) => known === gender)) return fieldFault('gender', 'Unknown gender', gender);
    queries.push((contact) => contact.gender === gender);
  }
  const days = filterValues(fields.get('birthday_date'));
  if (days.length > 0) {
    const test = onAnyDay(days);
    if (test === null) return fieldFault('birthday_date', 'Invalid date', days.join(','));
    queries.push(byText('birthday_date', test));
  }
  return (contact, store, now) => queries.every((query) => query(contact, store, now));
};

type Order = (a: Contact, b: Contact) => number;

const byName =
  (field: 'first_name' | 'last_name'): Order =>
  (a, b) =>
    (a.texts[field] ?? '').localeCompare(b.texts[field] ?? '', 'pl');

const ORDERS: ReadonlyMap<string, Order> = new Map<string, Order>([
  ['first_name', byName('first_name')],
  ['last_name', byName('last_name')],
  ['date_created', (a, b) => a.createdAt - b.createdAt],
  ['date_updated', (a, b) => a.updatedAt - b.updatedAt],
]);

/** The order of a list, upwards; by creation unless said otherwise. */
export const parseOrder = (fields: Fields): Order | FieldFault => {
  const given = filledText(fields, 'order_by') ?? 'date_created';
  return ORDERS.get(given) ?? fieldFault('order_by', 'Unknown order', given);
};
