/**
 * Runs in the page before anything of it: remembers when keys were pressed, and how much the layout moved by itself. What a person
 * waits for is measured where it is seen, to the frame.
 */
export interface Stopwatch {
  /** Milliseconds from `begin` until the next frame in which `selector` has text. */
  readonly until: (selector: string, begin: number) => Promise<number>;
  readonly keyAt: () => number;
  readonly layoutShift: () => number;
  /** What moved, as its tag and class. */
  readonly moved: () => readonly string[];
}

/** As Chromium tells it; the library of types does not know it. */
interface LayoutShift {
  readonly value?: number;
  readonly hadRecentInput?: boolean;
  readonly sources?: readonly { readonly node?: Node | null }[];
}

declare global {
  var stopwatch: Stopwatch;
}

export function installStopwatch(): void {
  let shift = 0;
  let pressedAt = 0;
  const moved = new Set<string>();
  const shiftOf = (entry: PerformanceEntry & LayoutShift): LayoutShift => entry;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value = 0, hadRecentInput = false, sources = [] }: LayoutShift = shiftOf(entry);
      if (hadRecentInput) continue;
      shift += value;
      for (const { node } of sources)
        if (node instanceof Element) moved.add(`${node.tagName.toLowerCase()}.${node.className}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  const isThere = (selector: string): boolean => (document.querySelector(selector)?.textContent ?? '').trim() !== '';
  globalThis.stopwatch = {
    until: (selector, begin) =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`nothing in ${selector}`)), 60_000);
        const look = (): void => {
          // drawn by the end of the frame in which it is there
          if (isThere(selector)) requestAnimationFrame((now) => resolve(now - begin));
          else requestAnimationFrame(look);
        };
        look();
      }),
    keyAt: () => pressedAt,
    layoutShift: () => shift,
    moved: () => [...moved],
  };
}
