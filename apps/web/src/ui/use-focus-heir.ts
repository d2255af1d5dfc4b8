import { useCallback, useRef, type RefCallback } from 'react';

interface FocusHeir {
  /** Who takes the keyboard as soon as it is there. */
  readonly name: (heir: string) => void;
  /** Goes to each element that may be named. */
  readonly refOf: (heir: string) => RefCallback<HTMLElement>;
}

/**
 * What had the keyboard is about to go: it is left to an element that may not be there yet, never to the page as a whole. An heir
 * that goes in its turn, because fresh data drew the screen anew, leaves it to the next one of its name.
 */
export function useFocusHeir(): FocusHeir {
  const named = useRef<string | null>(null);
  const name = useCallback((heir: string) => {
    named.current = heir;
  }, []);
  const refOf = useCallback(
    (heir: string) => (element: HTMLElement | null) => {
      if (element === null) return undefined;
      if (named.current === heir) {
        named.current = null;
        element.focus();
      }
      return () => {
        if (document.activeElement === element) named.current = heir;
      };
    },
    [],
  );
  return { name, refOf };
}
