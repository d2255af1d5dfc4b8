import { useRouter } from '@tanstack/react-router';
import { useEffect, type RefObject } from 'react';

/**
 * Another screen has come: what was open on the way is closed, and the keyboard begins at the new screen unless the screen has
 * already put it somewhere.
 */
export function useArrival(main: RefObject<HTMLElement | null>, onArrival: () => void): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        // a page that is just opened begins at its top, as everywhere
        if (!pathChanged || fromLocation === undefined) return;
        onArrival();
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body || !main.current?.contains(activeElement))
          main.current?.focus({ preventScroll: true });
      }),
    [router, main, onArrival],
  );
}
