import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';

type Form = 'data' | 'contact' | 'consent';

/** Which forms of the panel hold what nobody saved; leaving the contractor, or the page, then asks first. */
export function useUnsaved() {
  const unsaved = useRef(new Set<Form>());
  const report = useCallback((form: Form, dirty: boolean) => {
    if (dirty) unsaved.current.add(form);
    else unsaved.current.delete(form);
  }, []);
  const forget = useCallback(() => unsaved.current.clear(), []);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.current.size > 0 && openIn(current) !== openIn(next),
    enableBeforeUnload: () => unsaved.current.size > 0,
    withResolver: true,
  });
  return { report, forget, blocker };
}

/** The contractor an address has open; another screen has none. */
const openIn = ({ search }: { readonly search: object }): unknown => ('open' in search ? search.open : undefined);

export type Unsaved = ReturnType<typeof useUnsaved>;
