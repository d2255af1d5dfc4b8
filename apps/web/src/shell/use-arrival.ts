import { useRouter } from '@tanstack/react-router';
import { useEffect, type RefObject } from 'react';

/**
 * Another screen has come: the window is named after its heading, what was open on the way is closed, and the keyboard begins
 * at the new screen unless the screen has already put it somewhere.
 */
export function useArrival(main: RefObject<HTMLElement | null>, onArrival: () => void): void {
  const router = useRouter();
  useEffect(() => {
    nameWindow(main.current);
    return router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      nameWindow(main.current);
      // a page that is just opened begins at its top, as everywhere
      if (!pathChanged || fromLocation === undefined) return;
      onArrival();
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body || !main.current?.contains(activeElement))
        main.current?.focus({ preventScroll: true });
    });
  }, [router, main, onArrival]);
}

function nameWindow(main: HTMLElement | null): void {
  const heading = main?.querySelector('h1')?.textContent.trim() ?? '';
  document.title = heading === '' ? 'Goniec' : `${heading} – Goniec`;
}
