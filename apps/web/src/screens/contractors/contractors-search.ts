import type { ContractorFilter } from '@goniec/contract';

/** What the address of the list says: a filter, an order, and which contractor is open beside the list. */
export interface ContractorsSearch {
  readonly q?: string | undefined;
  readonly group?: string | undefined;
  readonly consent?: (typeof CONSENTS)[number] | undefined;
  readonly number?: (typeof NUMBERS)[number] | undefined;
  readonly sort?: (typeof SORTS)[number] | undefined;
  readonly desc?: true | undefined;
  readonly open?: string | undefined;
  /** Tab of the open contractor. */
  readonly tab?: (typeof TABS)[number] | undefined;
}

/** The address of the panel for a contractor that does not exist yet. */
export const NEW = 'nowy';

export const CONSENTS = ['active', 'withdrawn', 'none'] as const;
export const NUMBERS = ['mobile', 'landline', 'faulty', 'none'] as const;
export const SORTS = ['name', 'code', 'nip', 'city'] as const;
export const TABS = ['dane', 'kontakty', 'zgody', 'wiadomosci'] as const;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined;
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);

/** An address may be typed or sent by a colleague: what it does not know it forgets. */
export function readContractorsSearch(search: Readonly<Record<string, unknown>>): ContractorsSearch {
  return withoutGaps({
    q: text(search['q']),
    group: text(search['group']),
    consent: oneOf(CONSENTS, search['consent']),
    number: oneOf(NUMBERS, search['number']),
    sort: oneOf(SORTS, search['sort']),
    desc: search['desc'] === true ? true : undefined,
    open: text(search['open']),
    tab: oneOf(TABS, search['tab']),
  });
}

/** The part of the address that filters, as the API takes it. */
export function filterOf({ q, group, consent, number }: ContractorsSearch): ContractorFilter {
  return withoutGaps({ q, group, consent, number });
}

/** Nothing left out. */
export const NO_FILTER: ContractorsSearch = { q: undefined, group: undefined, consent: undefined, number: undefined };

/** The part of the address that orders, as the API takes it. */
export const orderOf = ({ sort = 'name', desc }: ContractorsSearch) => ({
  sort,
  direction: desc === true ? ('desc' as const) : ('asc' as const),
});

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutGaps<T extends object>(values: T): Present<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the entries that are undefined are gone
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
