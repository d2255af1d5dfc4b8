import { chromium, type Browser } from '@playwright/test';
import { browserHere } from '../../scripts/lib/browser-host.mjs';

const choice = browserHere();

/** The browser of this computer, or undefined: nothing is installed here, `npm test` does that. */
export const browserPath = choice.kind === 'found' ? choice.path : undefined;

/** Ours is a page of this very computer: nothing of it needs the outside or a graphics card. */
export const LAUNCH = {
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
} as const;

export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no browser here: set CHROMIUM to the path of one');
  return chromium.launch({ executablePath: browserPath, ...LAUNCH, args: [...LAUNCH.args] });
}
