import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { has, keyboardOf, under } from '../support/focus.ts';
import { journey } from '../support/journey.ts';
import { filled, polish } from '../support/words.ts';

const { common, company, contractor, directory, campaigns, campaign: words } = polish;

describe.skipIf(browserPath === undefined)('the keyboard stays with what one does', () => {
  journey('among contractors and their contacts', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 2 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`);
    const keys = keyboardOf(page);
    const contractors = contractorsPage(page);
    await has(contractors.grid);
    await keys.press('Insert');
    await has(page.getByRole('textbox', { name: contractor.data.name, exact: true }));
    await keys.type('Żwirownia Ślęza');
    await keys.press('Control+s');
    const panel = page.getByRole('complementary', { name: directory.contractor });
    await has(panel);
    await under(contractors.row('Żwirownia Ślęza'));
    // a file of cards: the arrows lead on where the panel itself has the keyboard
    await keys.press('ArrowUp');
    await has(contractors.grid);
    await panel.getByRole('heading', { name: 'Skład Łąka 002' }).waitFor();
    await keys.press('ArrowDown');
    await panel.getByRole('heading', { name: 'Żwirownia Ślęza' }).waitFor();
    await keys.press('Enter');
    await has(panel);

    await keys.reach(panel.getByRole('tab', { name: contractor.tabs.data }));
    await keys.press('ArrowRight');
    await keys.reach(panel.getByRole('button', { name: contractor.contacts.add }));
    await keys.press('Enter');
    const name = panel.getByRole('textbox', { name: contractor.contacts.name });
    await has(name);
    await keys.type('Anna Łęcka');
    await keys.press('Control+s');
    await has(panel.getByRole('button', { name: contractor.contacts.add }));

    const edit = panel.getByRole('button', { name: contractor.contacts.editOne.replace('{{name}}', 'Anna Łęcka') });
    await keys.reach(edit, 'Shift+Tab');
    await keys.press('Enter');
    await has(name);
    await keys.press('Control+s');
    await has(edit);

    await keys.press('Tab', 'Enter');
    await keys.reach(page.getByRole('dialog').getByRole('button', { name: common.delete, exact: true }));
    await keys.press('Enter');
    await has(panel.getByRole('button', { name: contractor.contacts.add }));
  });

  journey(
    'from the search of contractors to what it found, and out of the menu of a phone',
    async ({ makeFirm, enter }) => {
      const { companyId } = await makeFirm({ contractors: 2 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci`, { size: { width: 390, height: 844 } });
      const contractors = contractorsPage(page);
      await contractors.row('Skład Łąka 002').waitFor();
      const search = page.getByRole('textbox', { name: common.search });
      await search.pressSequentially('002');
      await contractors.row('Skład Łąka 001').waitFor({ state: 'detached' });
      await page.keyboard.press('ArrowDown');
      await has(contractors.grid);

      const toggle = page.getByRole('button', { name: polish.shell.nav.toggle });
      const place = page.getByRole('link', { name: polish.shell.places.balance });
      await toggle.click();
      await place.waitFor();
      await page.keyboard.press('Escape');
      await place.waitFor({ state: 'hidden' });
      await toggle.click();
      await place.focus();
      await page.keyboard.press('Escape');
      await has(toggle);
    },
  );

  journey('on the button that saved, and on the one that took back', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { page } = await enter(`/firma/${companyId}/konfiguracja/firma`);
    const keys = keyboardOf(page);
    const name = page.getByRole('textbox', { name: company.name, exact: true });
    const save = page.getByRole('button', { name: common.save, exact: true });
    const takeBack = page.getByRole('button', { name: common.cancel, exact: true });
    await keys.reach(name);
    await keys.press('End');
    await keys.type(' i synowie');
    await keys.reach(save);
    await keys.press('Enter');
    await page.getByText(common.saved, { exact: true }).waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await has(save);
    await keys.reach(name, 'Shift+Tab');
    await keys.type('x');
    await keys.reach(takeBack);
    await keys.press('Enter');
    await expect.poll(() => takeBack.isDisabled()).toBe(true);
    await has(takeBack);
  });

  journey('from a new campaign to its log', async ({ makeFirm, enter }) => {
    // a minute's work for the gateway, until we let it hurry
    const { companyId, emulator } = await makeFirm({ contractors: 40, batchSize: 1 });
    emulator.faults.add({ reply: { kind: 'slow', ms: 1_500 }, accepted: true });
    const { page } = await enter(`/firma/${companyId}/wysylki`);
    const keys = keyboardOf(page);
    await page.getByRole('button', { name: campaigns.list.add }).first().waitFor();
    await page.keyboard.press('Insert');
    const campaign = campaignPage(page);
    await has(campaign.body);
    await keys.type('Zapraszamy');
    await campaign.saved();

    // the button of the empty list is gone after somebody came in; the one above it does the same
    const add = page.getByRole('button', { name: campaigns.recipients.add, exact: true });
    await keys.reach(add.last());
    await keys.press('Enter');
    await has(page.getByRole('dialog').getByRole('textbox', { name: common.search }));
    await keys.press('Escape');
    await has(add.last());
    await keys.press('Enter');
    await keys.reach(page.getByRole('dialog').getByRole('grid'));
    await keys.press('Control+a');
    await keys.reach(page.getByRole('dialog').getByRole('button', { name: filled(words.add.add) }));
    await keys.press('Enter');
    await has(page.getByRole('button', { name: words.add.done, exact: true }));
    await keys.press('Enter');
    await has(add);

    await campaign.offers({ messages: 40, parts: 40, price: 600 });
    await keys.reach(campaign.send, 'Shift+Tab');
    await keys.press('Enter');
    await keys.reach(page.getByRole('button', { name: campaigns.send.confirm }));
    await keys.press('Enter');
    await has(page.getByRole('tab', { name: campaigns.tabs.log }));

    await keys.reach(campaign.command('pause'), 'Shift+Tab');
    await keys.press('Enter');
    await has(campaign.command('resume'));
    await keys.press('Enter');
    await has(campaign.command('pause'));
    emulator.faults.clear();
    await campaign.delivered(40);
  });
});
