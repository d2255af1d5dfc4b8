import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { shell } from '../pages/shell.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

const { campaigns, common, contractor, imports, settings } = polish;
const NOBODYS = '999999999';

describe.skipIf(browserPath === undefined)('what is not there', () => {
  journey('is named, with the way to its list', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const at = `/firma/${companyId}`;
    const { page } = await enter(`${at}/wysylki/${NOBODYS}`, { mayBeRefused: true });
    await page.getByRole('heading', { name: campaigns.missing, level: 1 }).waitFor();
    expect(await page.title()).toBe(`${campaigns.missing} – Goniec`);
    expect(await page.getByRole('button', { name: common.retry }).count()).toBe(0);
    await page.getByRole('link', { name: campaigns.backToList }).click();
    await page.getByRole('button', { name: campaigns.list.add }).first().waitFor();

    await page.goto(`${at}/kontrahenci/import?id=${NOBODYS}`);
    await page.getByRole('heading', { name: imports.missing }).waitFor();
    await page.goto(`${at}/kontrahenci?open=${NOBODYS}`);
    await page.getByRole('heading', { name: contractor.missing }).waitFor();

    await page.goto(`/firma/${NOBODYS}/kontrahenci`);
    await page.getByRole('heading', { name: polish.shell.missingCompany }).waitFor();
    expect(await shell(page).navigation.count()).toBe(0);
  });

  journey('while the server is down is a screen, not the frame, and comes by itself', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { page } = await enter(`/firma/${companyId}/wysylki`, { mayBeRefused: true });
    await page.route(/keys-screen/u, (route) => route.abort());
    await page.reload();
    await shell(page).navigation.waitFor();
    await page.route('**/*', (route) => route.abort());
    await shell(page).place('keys').click();
    await page.getByRole('heading', { name: common.offline, level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/firma/${companyId}/konfiguracja/klucze`);
    expect(await shell(page).navigation.isVisible()).toBe(true);
    await page.unrouteAll();
    await page.getByRole('textbox', { name: settings.keys.name }).waitFor();
  });
});
