import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { browserPath } from '../../support/browser.ts';
import { launch, temporaryHome } from '../../support/launch.ts';
import { nobodyLeft } from '../../support/processes.ts';
import { localKey } from './local-access.ts';
import { signIn } from './sign-in.ts';

/** What every journey shares: starting costs seconds, a company of one's own milliseconds. */
export interface Product {
  readonly url: string;
  /** Lets the API in. */
  readonly key: string;
  /** Lets a browser in; sign-in by link is limited to ten a minute. */
  readonly session: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    product: Product | null;
  }
}

/** Starts what `npm start` starts, once for all journeys; nothing where there is no browser. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (browserPath === undefined) {
    project.provide('product', null);
    return undefined;
  }
  const goniec = await launch({ home: temporaryHome() });
  const key = await localKey(goniec.home);
  project.provide('product', { url: goniec.url, key, session: await signIn(goniec.url, goniec.signInLink ?? '') });
  return async () => {
    await goniec.stop();
    await nobodyLeft(goniec.home);
    await rm(goniec.home, { recursive: true, force: true });
  };
}
