import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

/** Somebody at a screen, and everything that went wrong on it. */
export interface Person {
  readonly page: Page;
  /** Errors of scripts, of the console and of the content security policy. */
  readonly troubles: readonly string[];
}

export const DESK = { width: 1440, height: 900 };

export interface PersonOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly context?: BrowserContextOptions;
  /** Usual; or somebody whom nobody knows yet. */
  readonly signedIn?: boolean;
  /** Refusals (401 to 422) and a silent gateway (503) belong to this journey: the browser notes each such answer as an error. */
  readonly mayBeRefused?: boolean;
}

/** A browser window of its own, Polish, without animations. */
export async function sitDown(
  browser: Browser,
  url: string,
  session: string | null,
  { size = DESK, context: more = {}, mayBeRefused = false }: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
    ...more,
  });
  if (session !== null) await context.addCookies([{ name: 'goniec_session', value: session, url }]);
  // the console tells of most, not of what is blocked without a word
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`CSP: ${violatedDirective} blocks ${blockedURI}`),
    );
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    const isRefusal = mayBeRefused && /status of (?:401|403|404|409|422|503)|net::ERR_FAILED/u.test(message.text());
    if (message.type() === 'error' && !isRefusal) troubles.push(`${message.text()} ${message.location().url}`);
  });
  return { page, troubles };
}
