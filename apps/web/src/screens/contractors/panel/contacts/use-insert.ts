import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Insert adds a contact wherever in the panel around the contacts the keyboard is; behind the panel it adds a contractor. */
export function useInsert(contacts: RefObject<HTMLElement | null>, shown: boolean, onInsert: () => void): void {
  const insert = useEffectEvent(onInsert);
  useEffect(() => {
    const panel = contacts.current?.closest<HTMLElement>('aside, [role="dialog"]');
    if (!shown || !panel) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Insert') return;
      event.stopPropagation();
      insert();
    };
    panel.addEventListener('keydown', onKeyDown);
    return () => panel.removeEventListener('keydown', onKeyDown);
  }, [contacts, shown]);
}
