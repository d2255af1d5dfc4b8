import type { Locator, Page } from '@playwright/test';
import { filled, polish, type Words } from '../support/words.ts';

/** *Kartoteki > Kontrahenci*. */
export interface ContractorsPage {
  readonly grid: Locator;
  row(name: string): Locator;
  /** Waits until so many are said to be marked. */
  marked(count: number): Promise<void>;
  markAll(): Promise<void>;
  /** *Operacje dodatkowe > Wyślij SMS-y do kontaktów zaznaczonych kontrahentów*; ends in the send window. */
  sendToMarked(): Promise<void>;
}

export function contractorsPage(page: Page, words: Words = polish): ContractorsPage {
  const { directory, common } = words;
  const grid = page.getByRole('grid', { name: directory.title });
  return {
    grid,
    row: (name) => grid.getByRole('row').filter({ hasText: name }),
    marked: (count) =>
      page
        .getByText(filled(common.marked_other))
        .filter({ hasText: String(count) })
        .waitFor(),
    async markAll() {
      await grid.focus();
      await page.keyboard.press('Control+a');
    },
    async sendToMarked() {
      await page.getByRole('button', { name: directory.more.title }).press('Enter');
      await page.getByRole('menuitem', { name: directory.more.send }).press('Enter');
      await page.waitForURL(/\/wysylki\/\d+/u);
    },
  };
}
