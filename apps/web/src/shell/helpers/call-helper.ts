/** Helpers are loaded after the screen, so a button calls them by an event and need not import them. */
export const CALLS = { palette: 'goniec:palette', shortcuts: 'goniec:shortcuts' } as const;
export type Helper = keyof typeof CALLS;

let unanswered: Helper | null = null;

export function callHelper(name: Helper): void {
  unanswered = name;
  globalThis.dispatchEvent(new Event(CALLS[name]));
}

/** The helper takes the call. */
export function answerCall(): void {
  unanswered = null;
}

/** Repeats, once the helpers have come, what was called before. */
export function repeatCall(): void {
  if (unanswered !== null) callHelper(unanswered);
}
