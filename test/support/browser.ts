import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
import { browserHere } from '../../scripts/lib/browser-host.mjs';

const choice = browserHere();

/** The browser of this computer, or undefined: nothing is installed here, `npm test` does that. */
export const browserPath = choice.kind === 'found' ? choice.path : undefined;

/** Pages of this very computer: nothing of theirs needs the outside, a sandbox, or a graphics card. */
export function launchOptions(): LaunchOptions {
  return {
    ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  };
}

export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no browser here: set CHROMIUM to the path of one');
  return chromium.launch(launchOptions());
}
