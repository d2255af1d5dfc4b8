import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('a one-time link', () => {
  journey('lets in once, by its button, and leaves the history of the browser', async ({ api, enter }) => {
    const { url } = await api.createSignInLink();
    const { page } = await enter(url, { signedIn: false, mayBeRefused: true });
    await page.getByRole('button', { name: polish.access.signIn }).press('Enter');
    // the demo company has nobody to send to yet: it goes on with its first steps
    await page.getByRole('heading', { name: polish.wizard.import.title }).waitFor();
    expect(page.url()).toMatch(/\/firma\/\d+\/pierwsze-kroki\/import$/u);
    await page.goBack();
    expect(page.url()).not.toContain('token');

    const other = await enter(url, { signedIn: false, mayBeRefused: true });
    await other.page.getByRole('button', { name: polish.access.signIn }).press('Enter');
    await other.page.getByRole('alert').waitFor();
    await other.page.goto('/firma/1/kontrahenci');
    await other.page.waitForURL(/\/zaloguj$/u);
  });
});
