import { useCallback, useRef, type RefObject } from 'react';

type Errors = Readonly<Record<string, unknown>>;

interface FirstFault {
  /** Goes to the form. */
  readonly box: RefObject<HTMLFormElement | null>;
  readonly focusFault: (errors: Errors) => void;
}

/** A form that was refused, however it was sent, gives the keyboard to the first of its fields that has a fault. */
export function useFirstFault(): FirstFault {
  const box = useRef<HTMLFormElement>(null);
  const focusFault = useCallback((errors: Errors) => {
    const fields = [...(box.current?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
    fields.find(({ dataset }) => Boolean(errors[dataset['path'] ?? '']))?.focus();
  }, []);
  return { box, focusFault };
}
