import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { polish, type Words } from '../support/words.ts';

/** *Administrator > Konfiguracja firmy > Wysyłka SMS*. */
export interface GatewayPage {
  readonly token: Locator;
  readonly saveToken: Locator;
  readonly test: Locator;
  readonly timeout: Locator;
  readonly save: Locator;
  /** Waits until the state of the token is the one of the language files. */
  tokenIs(state: 'missing' | 'stored' | 'unreadable'): Promise<void>;
  /** Waits until a test of the connection succeeded. */
  works(): Promise<void>;
  /** … or that it failed. */
  fails(): Promise<void>;
  /** Has a token tried and stored. */
  enterToken(token: string): Promise<void>;
  /** Stores the token that was just refused all the same. */
  saveAnyway(): Promise<void>;
  /** Says that no other copy of the database has sent anything, and lets this one go on. */
  confirmMove(): Promise<void>;
}

export function gatewayPage(page: Page, words: Words = polish): GatewayPage {
  const { settings, common } = words;
  const token = page.getByLabel(settings.token.field, { exact: true });
  const saveToken = page.getByRole('button', { name: settings.token.save });
  /** What the last test of the connection said. */
  const answer = page.getByRole('status').getByRole('alert');
  return {
    token,
    saveToken,
    test: page.getByRole('button', { name: settings.gateway.test }),
    timeout: page.getByRole('textbox', { name: settings.gateway.timeoutSeconds }),
    save: page.getByRole('button', { name: common.save, exact: true }),
    tokenIs: (state) => page.getByText(settings.token[state], { exact: true }).first().waitFor(),
    works: () => answer.filter({ hasText: settings.gateway.works.split('{{')[0] ?? '' }).waitFor(),
    fails: () => answer.filter({ hasNotText: settings.gateway.works.split('{{')[0] ?? '' }).waitFor(),
    async enterToken(text) {
      await token.fill(text);
      await saveToken.press('Enter');
      // the field is empty again once it is stored
      await expect.poll(() => token.inputValue()).toBe('');
    },
    async saveAnyway() {
      await page.getByRole('button', { name: settings.token.saveAnyway }).press('Enter');
      await expect.poll(() => token.inputValue()).toBe('');
    },
    async confirmMove() {
      await page.getByRole('button', { name: settings.hold.confirm }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: settings.hold.nothing_sent }).check();
      await dialog.getByRole('button', { name: settings.hold.confirm }).click();
      await page.getByText(settings.hold.released).waitFor();
    },
  };
}
