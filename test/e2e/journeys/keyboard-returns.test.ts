import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignsPage } from '../pages/campaigns-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { importPage } from '../pages/import-page.ts';
import { fileOf } from '../support/firm.ts';
import { has, keyboardOf, under } from '../support/focus.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

const { common, contractor, directory, imports } = polish;
const { consents } = contractor;

describe.skipIf(browserPath === undefined)('the keyboard comes back', () => {
  journey('from the forms of consents to what opened them', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { items } = await api.listContractors({ params: { companyId }, query: {} });
    const { page } = await enter(`/firma/${companyId}/kontrahenci?open=${items[0]?.id}&tab=zgody`);
    const keys = keyboardOf(page);
    const panel = page.getByRole('complementary', { name: directory.contractor });
    const button = (name: string) => panel.getByRole('button', { name, exact: true });

    await keys.reach(button(consents.withdraw));
    await keys.press('Enter');
    await has(panel.getByRole('radio', { name: consents.events.withdrawn, exact: true }));
    await keys.press('Control+s');
    const how = panel.getByRole('combobox', { name: consents.how });
    await has(how);
    await keys.press('ArrowDown');
    await page.getByRole('option', { name: consents.ways.paper }).waitFor();
    await keys.press('ArrowDown', 'Enter');
    await expect.poll(() => how.inputValue()).not.toBe('');
    await keys.press('Control+s');
    await has(button(consents.withdraw));

    await keys.reach(button(consents.give), 'Shift+Tab');
    await keys.press('Enter');
    await keys.reach(button(common.cancel));
    await keys.press('Enter');
    await has(button(consents.give));

    await keys.reach(button(consents.suppress));
    await keys.press('Enter');
    const reason = panel.getByRole('textbox', { name: consents.suppressReason });
    await has(reason);
    await keys.reach(button(consents.suppress));
    await keys.press('Enter');
    await has(reason);
    await panel.getByText(consents.suppressReasonNeeded).waitFor();
    await keys.type('prośba telefoniczna');
    await keys.press('Control+s');
    await has(button(consents.allow));
    await keys.press('Enter');
    await keys.reach(page.getByRole('dialog').getByRole('button', { name: consents.allow, exact: true }));
    await keys.press('Enter');
    await has(button(consents.suppress));
  });

  journey('to the first faulty field of a contractor and of a contact', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`, { mayBeRefused: true });
    const keys = keyboardOf(page);
    await has(contractorsPage(page).grid);
    await keys.press('Insert');
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await has(field(contractor.data.name));
    await keys.reach(field(contractor.data.city));
    await keys.press('Control+s');
    await has(field(contractor.data.name));
    await keys.type('Żwirownia Ślęza');
    await keys.press('Control+s');
    const panel = page.getByRole('complementary', { name: directory.contractor });
    await has(panel);

    // Insert belongs to the contacts wherever in their panel the keyboard is
    await keys.reach(panel.getByRole('tab', { name: contractor.tabs.data }));
    await keys.press('ArrowRight');
    await panel.getByRole('button', { name: contractor.contacts.add }).waitFor();
    await keys.press('Insert');
    await has(field(contractor.contacts.name));
    await keys.reach(field(contractor.contacts.email));
    await keys.type('biuro.example.pl');
    await keys.reach(field(contractor.contacts.name), 'Shift+Tab');
    await keys.press('Control+s');
    await has(field(contractor.contacts.email));
    await keys.reach(panel.getByRole('button', { name: common.cancel, exact: true }));
    await keys.press('Enter');
    await has(panel.getByRole('button', { name: contractor.contacts.add }));
  });

  journey('from an import to what became of it', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 0 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci/import`);
    const keys = keyboardOf(page);
    const screen = importPage(page);
    await screen.chooseFile({ name: 'kartoteka.csv', content: fileOf(['48501000150']) }, () =>
      screen.choose.press('Enter'),
    );
    await screen.applyNow();
    const see = page.getByRole('link', { name: imports.apply.see });
    await has(see);
    await screen.undoNow();
    await has(see);
    await keys.press('Enter');
    await page.getByRole('heading', { name: directory.empty }).waitFor();
  });

  journey('to the campaign that was opened from the list', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    for (const subject of ['Pierwsza', 'Druga', 'Trzecia'])
      await api.createCampaign({ params: { companyId }, body: { subject, body: 'Zapraszamy' } });
    const { page } = await enter(`/firma/${companyId}/wysylki`);
    const keys = keyboardOf(page);
    const list = campaignsPage(page);
    await has(list.grid);
    await keys.press('ArrowDown', 'ArrowDown');
    await under(list.row('Pierwsza'));
    await keys.press('Enter');
    await page.waitForURL(/\/wysylki\/\d+/u);
    await list.grid.waitFor({ state: 'detached' });
    await page.goBack();
    await has(list.grid);
    await under(list.row('Pierwsza'));
    // whoever has moved on is not called back
    await keys.press('ArrowUp');
    await under(list.row('Druga'));
  });

  journey('to a new screen, with a line where it begins and no frame around it', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`);
    const keys = keyboardOf(page);
    const contractors = contractorsPage(page);
    await has(contractors.grid);
    await keys.press('Space');
    await contractors.marked(1);
    await contractors.sendToMarked();
    const main = page.getByRole('main');
    await has(main);
    const look = () =>
      main.evaluate((element) => {
        const { outlineStyle, borderTopColor, borderLeftWidth } = getComputedStyle(element);
        return [outlineStyle, borderTopColor === 'rgba(0, 0, 0, 0)' ? 'no line' : 'a line', borderLeftWidth];
      });
    expect(await look()).toEqual(['none', 'a line', '0px']);
  });
});
