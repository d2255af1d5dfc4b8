/** Helpers are loaded after the screen, so a button calls them by an event and need not import them. */
export const CALLS = { palette: 'goniec:palette', shortcuts: 'goniec:shortcuts' } as const;

export function callHelper(name: keyof typeof CALLS): void {
  globalThis.dispatchEvent(new Event(CALLS[name]));
}
