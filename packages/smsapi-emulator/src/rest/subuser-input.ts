import { flagOf, isRecord, NO_FIELDS, textOf, type Fields } from '../http/fields.ts';
import { fieldFault, type FieldFault } from '../http/reply.ts';
import { toUnits } from '../points.ts';
import { ACCESSES, type Share, type Subuser } from './shapes.ts';

export type SubuserData = Pick<Subuser, 'username' | 'active' | 'description' | 'points'>;

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** The fields inside of a field: a JSON object, or `credentials[username]=…` of a form. */
const inside = (fields: Fields, name: string): Fields => {
  const value = fields.get(name);
  return isRecord(value) ? new Map(Object.entries(value)) : NO_FIELDS;
};

const blank = (path: string): FieldFault => fieldFault(path, 'This value should not be blank.', '');

const PRICE = /^\d{1,9}(?:\.\d{1,4})?$/;

/** Faults are named as the vendor's Go client has them recorded: `credentials[password]`. */
const credentialFaults = (fields: Fields, isNew: boolean): readonly FieldFault[] => {
  const credentials = inside(fields, 'credentials');
  const given = (name: string): string | null => textOf(credentials, name);
  const faults: FieldFault[] = [];
  if (!isNew && credentials.has('username')) {
    faults.push(fieldFault('credentials[username]', 'This field was not expected.', given('username')));
  }
  for (const name of ['username', 'password', 'api_password']) {
    const isNeeded = isNew && name !== 'api_password';
    if (isNeeded ? !given(name)?.trim() : given(name) === '') faults.push(blank(`credentials[${name}]`));
  }
  return faults;
};

const pointsOf = (fields: Fields, known: Subuser['points']): Read<Subuser['points']> => {
  const points = inside(fields, 'points');
  const read = (name: string, before: number): number | FieldFault => {
    const given = textOf(points, name);
    if (given === null) return before;
    return PRICE.test(given) ? toUnits(Number(given)) : fieldFault(`points[${name}]`, 'Not a number of points', given);
  };
  const fromAccount = read('from_account', known.fromAccount);
  const perMonth = read('per_month', known.perMonth);
  if (typeof fromAccount === 'number' && typeof perMonth === 'number')
    return { ok: true, value: { fromAccount, perMonth } };
  return { ok: false, faults: [fromAccount, perMonth].filter((one) => typeof one !== 'number') };
};

const NEWCOMER: SubuserData = {
  username: '',
  active: true,
  description: null,
  points: { fromAccount: 0, perMonth: 0 },
};

/** What a request says of a subuser, over what was known; null when there was none. What is not given stays. */
export const readSubuser = (fields: Fields, known: SubuserData | null): Read<SubuserData> => {
  const { username, active, description, points } = known ?? NEWCOMER;
  const faults = credentialFaults(fields, known === null);
  const wanted = pointsOf(fields, points);
  if (!wanted.ok || faults.length > 0) return { ok: false, faults: [...faults, ...(wanted.ok ? [] : wanted.faults)] };
  return {
    ok: true,
    value: {
      username: known === null ? (textOf(inside(fields, 'credentials'), 'username')?.trim() ?? '') : username,
      active: fields.has('active') ? flagOf(fields, 'active') : active,
      description: fields.has('description') ? textOf(fields, 'description') : description,
      points: wanted.value,
    },
  };
};

/** `{access, senders}` or `{access, templates}`; the list counts with `selected` alone. */
export const readShare = (fields: Fields, listName: string): Read<Share> => {
  const access = ACCESSES.find((one) => one === fields.get('access'));
  const list: unknown = fields.get(listName);
  if (access === undefined) {
    return {
      ok: false,
      faults: [fieldFault('access', 'The value you selected is not a valid choice.', textOf(fields, 'access'))],
    };
  }
  if (access !== 'selected') return { ok: true, value: { access, selected: null } };
  const selected = Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  return Array.isArray(list) && selected.length === list.length
    ? { ok: true, value: { access, selected } }
    : { ok: false, faults: [fieldFault(listName, 'A list of names', null)] };
};
