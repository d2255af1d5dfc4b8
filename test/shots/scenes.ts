import type { Page } from '@playwright/test';
import { contractorsPage } from '../e2e/pages/contractors-page.ts';
import type { Company } from './furnish.ts';

/** One picture: a place, what is done there, and for which windows and schemes. */
export interface Scene {
  readonly name: string;
  readonly place: (company: Company) => string;
  readonly prepare?: (page: Page) => Promise<void>;
  /** Also as a phone shows it. */
  readonly phone?: true;
}

/** The campaign on its way comes first: its gateway cannot be kept waiting for ever. */
export const SCENES: readonly Scene[] = [
  { name: 'sending', place: ({ sendingId }) => `wysylki/${sendingId}`, phone: true },
  { name: 'contractors', place: () => 'kontrahenci', prepare: markThree, phone: true },
  { name: 'contractor', place: ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=zgody` },
  { name: 'import', place: ({ importId }) => `kontrahenci/import?id=${importId}` },
  { name: 'first-steps', place: () => 'pierwsze-kroki/nadawca' },
  { name: 'campaigns', place: () => 'wysylki' },
  { name: 'draft', place: ({ draftId }) => `wysylki/${draftId}`, phone: true },
  { name: 'log', place: ({ finishedId }) => `wysylki/${finishedId}` },
  { name: 'uncertain', place: () => 'niepewne' },
  { name: 'balance', place: () => 'stan-konta' },
  { name: 'phones', place: () => 'telefony' },
  { name: 'gateway', place: () => 'konfiguracja/wysylka-sms' },
];

async function markThree(page: Page): Promise<void> {
  const { grid } = contractorsPage(page);
  await grid.focus();
  for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'])
    await page.keyboard.press(key);
  await grid.evaluate((element) => element.blur());
}
