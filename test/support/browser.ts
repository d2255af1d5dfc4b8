import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';

/** Where a browser of the Chromium family usually is; the variable CHROMIUM wins. */
const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser of this computer, or undefined: nothing is downloaded. */
export const browserPath = PLACES.find((path) => path !== undefined && existsSync(path));

export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no browser here: set CHROMIUM to the path of one');
  return chromium.launch({
    executablePath: browserPath,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** A page in Polish that fails the test on any error of its scripts; `errors` is what it collects. */
export async function openPage(
  browser: Browser,
  baseURL: string,
  size: { readonly width: number; readonly height: number },
): Promise<{ page: Page; errors: readonly string[] }> {
  const context = await browser.newContext({
    baseURL,
    viewport: size,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}
