import { describe, expect, onTestFinished } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { gatewayPage } from '../pages/gateway-page.ts';
import { shell } from '../pages/shell.ts';
import { objectionsOf } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { sitDown } from '../support/person.ts';
import { polish } from '../support/words.ts';

const { settings, common } = polish;
const place = (companyId: string) => `/firma/${companyId}/konfiguracja/wysylka-sms`;

describe.skipIf(browserPath === undefined)('the settings of sending', () => {
  journey('show nothing but the provider until there is one', async ({ api, browser, product }) => {
    const { id } = await api.createCompany({ body: { name: 'Zakład bez bramki' } });
    const { page } = await sitDown(browser, product.url, product.session);
    onTestFinished(() => page.context().close());
    await page.goto(place(id));
    const provider = page.getByRole('combobox', { name: settings.gateway.provider });
    await provider.waitFor();
    expect(await page.getByRole('textbox', { name: settings.gateway.timeoutSeconds }).count()).toBe(0);
    expect(await objectionsOf(page)).toEqual([]);
    await provider.press('Enter');
    await page.getByRole('option', { name: 'SMSAPI', exact: true }).click();
    await gatewayPage(page).timeout.waitFor();
    await gatewayPage(page).tokenIs('missing');
  });

  journey('ask before what was changed is lost', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 0 });
    const { page } = await enter(place(companyId));
    const { timeout, save } = gatewayPage(page);
    await timeout.fill('45');
    await shell(page).place('services').press('Enter');
    const dialog = page.getByRole('dialog', { name: settings.unsaved.title });
    await dialog.getByRole('button', { name: common.cancel }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await save.press('Enter');
    await page.getByText(common.saved, { exact: true }).first().waitFor();
    await shell(page).place('services').press('Enter');
    await page.getByRole('heading', { level: 1, name: settings.services.title }).waitFor();
    await page.goBack();
    await expect.poll(() => timeout.inputValue()).toBe('45 s');
  });

  journey('tell behind the lamp what went wrong lately, and what to do', async ({ makeFirm, enter, api }) => {
    const { companyId, emulator } = await makeFirm({ contractors: 0 });
    const { page } = await enter(place(companyId), { mayBeRefused: true });
    emulator.faults.add({ reply: { kind: 'status', status: 401 }, accepted: false, path: '/profile' });
    await api.testGateway({ params: { companyId } });
    const lamp = page.getByRole('banner').getByRole('button', { name: polish.shell.gateway.bad });
    await lamp.press('Enter');
    const glance = page.getByRole('dialog', { name: polish.shell.gateway.bad });
    await glance.getByText(settings.errors.operation.test).waitFor();
    await glance.getByText(settings.errors.toDo).first().waitFor();
    expect(await objectionsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await glance.waitFor({ state: 'detached' });
  });
});
