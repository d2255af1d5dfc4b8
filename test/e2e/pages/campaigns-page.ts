import type { Locator, Page } from '@playwright/test';
import { polish, type Words } from '../support/words.ts';

/** The list of campaigns. */
export interface CampaignsPage {
  readonly grid: Locator;
  /** *Powiel* of the campaign under the cursor. */
  readonly duplicate: Locator;
  /** *Usuń szkic* of the campaign under the cursor. */
  readonly remove: Locator;
  row(subject: string): Locator;
  /** Waits for the question whether the draft of that subject is to go, and says yes. */
  confirmRemoval(subject: string): Promise<void>;
}

export function campaignsPage(page: Page, { campaigns, campaignList }: Words = polish): CampaignsPage {
  const grid = page.getByRole('grid', { name: campaigns.title });
  const foot = page.getByRole('group', { name: campaignList.chosen });
  return {
    grid,
    duplicate: foot.getByRole('button', { name: campaigns.actions.duplicate }),
    remove: foot.getByRole('button', { name: campaignList.remove }),
    row: (subject) => grid.getByRole('row').filter({ hasText: subject }),
    async confirmRemoval(subject) {
      const dialog = page.getByRole('dialog', { name: campaignList.removeTitle });
      await dialog.getByText(campaignList.removeText.replace('{{subject}}', subject)).waitFor();
      await dialog.getByRole('button', { name: campaignList.remove }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
    },
  };
}
