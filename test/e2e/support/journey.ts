import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@goniec/contract';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { makeFirm, type Firm, type FirmOptions } from './firm.ts';
import type { Product } from './product.global.ts';
import { sitDown, type Person, type PersonOptions } from './person.ts';

/** Where the last sight of a failed journey is kept: in the git-ignored state folder. */
const SIGHTS = join(import.meta.dirname, '../../../var/failed-journeys');

/**
 * A test of a person's whole way through the running product: a browser for the file, companies and windows for the test. No
 * window may have shown an error of its own by the end.
 */
export const journey = test
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads here what a fixture needs
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('product', { scope: 'file' }, () => running())
  .extend('api', { scope: 'file' }, ({ product }) =>
    createClient(product.url, { authorization: `Bearer ${product.key}` }),
  )
  .extend('makeFirm', ({ api }, { onCleanup }) => {
    const firms: Firm[] = [];
    onCleanup(async () => {
      for (const { emulator } of firms) await emulator.close();
    });
    return async (options?: FirmOptions): Promise<Firm> => {
      const firm = await makeFirm(api, options);
      firms.push(firm);
      return firm;
    };
  })
  .extend('enter', async ({ browser, product, task }, { onCleanup }) => {
    const people: Person[] = [];
    onCleanup(async () => {
      if (task.result?.state === 'fail') await keepSights(task.name, people);
      for (const { page } of people) await page.context().close();
      expect(people.flatMap(({ troubles }) => troubles)).toEqual([]);
    });
    /** Sits down at a screen, signed in. */
    return async (place: string, options?: PersonOptions): Promise<Person> => {
      const session = options?.signedIn === false ? null : product.session;
      const person = await sitDown(browser, product.url, session, options);
      people.push(person);
      await person.page.goto(place);
      return person;
    };
  });

function running(): Product {
  const product = inject('product');
  if (product === null) throw new Error('no product: there is no browser to look at it');
  return product;
}

async function keepSights(name: string, people: readonly Person[]): Promise<void> {
  await mkdir(SIGHTS, { recursive: true });
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  for (const [at, { page }] of people.entries())
    await page.screenshot({ path: join(SIGHTS, `${file}-${at + 1}.png`) }).catch(() => undefined);
}
