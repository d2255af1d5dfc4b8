import { useState } from 'react';

interface Typing {
  /** The field has the keyboard and holds something else than when it got it. */
  readonly isTyping: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** Whether somebody is still at it: what is half typed is not yet wrong. */
export function useTyping(value: string): Typing {
  const [before, setBefore] = useState<string | null>(null);
  return {
    isTyping: before !== null && before !== value,
    onFocus: () => setBefore(value),
    onBlur: () => setBefore(null),
  };
}
