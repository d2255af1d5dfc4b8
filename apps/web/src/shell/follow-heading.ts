/**
 * The window is named after the heading of what is shown, from its first moment on: a screen's heading may come after the screen
 * does, and change while one works (the subject of a campaign).
 */
export function followHeading(page: HTMLElement): void {
  const name = () => {
    const heading = page.querySelector('h1')?.textContent.trim() ?? '';
    const title = heading === '' ? 'Goniec' : `${heading} – Goniec`;
    if (document.title !== title) document.title = title;
  };
  new MutationObserver(name).observe(page, { childList: true, subtree: true, characterData: true });
  name();
}
