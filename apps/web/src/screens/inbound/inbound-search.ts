/** Which replies are listed, by the word in the address; without one those that wait for a person. */
export const FILTERS = ['do-przeczytania', 'wszystkie', 'wycofane'] as const;
export type Filter = (typeof FILTERS)[number];

export interface InboundSearch {
  readonly stan?: Exclude<Filter, 'do-przeczytania'> | undefined;
  /** The reply that is open. */
  readonly id?: string | undefined;
}

export function readInboundSearch({ stan, id }: Readonly<Record<string, unknown>>): InboundSearch {
  const given = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  return {
    ...(stan === 'wszystkie' || stan === 'wycofane' ? { stan } : {}),
    ...(/^[1-9]\d{0,15}$/.test(given) ? { id: given } : {}),
  };
}

/** The state the API is asked for. */
export const STATE_OF = { 'do-przeczytania': 'to_read', wszystkie: undefined, wycofane: 'withdrawn' } as const;
