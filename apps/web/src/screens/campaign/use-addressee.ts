import { useCallback, useState } from 'react';

/** Somebody of a list, as the preview names them. */
export interface Addressee {
  readonly name: string;
  readonly phone: string | null;
  /** Why they get nothing; null for those who do. */
  readonly obstacle: string | null;
}

/** Whose phone the preview shows: the row under the cursor of either list, the first one until somebody moves it. */
export function useAddressee() {
  const [addressee, setAddressee] = useState<Addressee | null>(null);
  const propose = useCallback((first: Addressee) => setAddressee((now) => now ?? first), []);
  return { addressee, show: setAddressee, propose };
}

export type Showing = Pick<ReturnType<typeof useAddressee>, 'show' | 'propose'>;
