import { useEffect, useRef, type RefObject } from 'react';
import type { CampaignView } from './use-draft.ts';

/** *Wyślij teraz* and *Anuluj* are gone once they are done; the keyboard then goes on where one sees what comes of it. */
export function useFocusAfterState(state: CampaignView['state'], next: RefObject<HTMLElement | null>): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) next.current?.focus();
  }, [state, next]);
}
