/** What the address of the import says: which one is open, on which tab, and which of its rows are shown. */
export interface ImportSearch {
  readonly id?: string | undefined;
  readonly tab?: (typeof IMPORT_TABS)[number] | undefined;
  readonly outcome?: Outcome | undefined;
  readonly undone?: Undone | undefined;
  /** The code of a remark. */
  readonly remark?: string | undefined;
}

export const IMPORT_TABS = ['zmiany', 'kolumny', 'wiersze'] as const;
export const OUTCOMES = ['create', 'update', 'same', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const UNDONE = ['back', 'partly', 'kept'] as const;
export type Undone = (typeof UNDONE)[number];

export function readImportSearch(search: Readonly<Record<string, unknown>>): ImportSearch {
  const { id, remark } = search;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 20) : undefined,
    tab: IMPORT_TABS.find((known) => known === search['tab']),
    outcome: OUTCOMES.find((known) => known === search['outcome']),
    undone: UNDONE.find((known) => known === search['undone']),
    remark: typeof remark === 'string' ? remark.slice(0, 64) : undefined,
  };
}
