import { cp } from 'node:fs/promises';
import { startEmulator } from 'smsapi-emulator';
import { describe, expect, onTestFinished } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { temporaryHome } from '../../support/launch.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { gatewayPage } from '../pages/gateway-page.ts';
import { connectFirm } from '../support/firm.ts';
import { journey } from '../support/journey.ts';
import { localApi } from '../support/local-access.ts';
import { startOwnProduct } from '../support/own-product.ts';
import { sitDown } from '../support/person.ts';
import { signIn } from '../support/sign-in.ts';

describe.skipIf(browserPath === undefined)('a state folder that moved without its key', () => {
  journey(
    'asks for the token again, sends nothing until somebody says so, and then nothing twice',
    async ({ browser }) => {
      const emulator = await startEmulator({ token: 'token-of-the-moved-firm-0123456789', speed: 100 });
      onTestFinished(() => emulator.close());
      const first = await startOwnProduct(temporaryHome());
      const api = await localApi(first);
      const { companyId, phones } = await connectFirm(api, emulator, { contractors: 4, batchSize: 1 });
      const { id: campaignId } = await api.createCampaign({
        params: { companyId },
        body: { subject: 'Jesień', body: 'Zapraszamy' },
      });
      await api.pickRecipients({ params: { companyId, campaignId }, body: { filter: {} } });
      // half of it is out when the old place ends
      await emulator.account.outOfPointsAfter(2);
      await api.sendCampaign({ params: { companyId, campaignId }, body: {} });
      await expect
        .poll(async () => (await api.getCampaign({ params: { companyId, campaignId } })).state)
        .toBe('paused');
      await first.stop();

      const home = temporaryHome();
      await cp(first.home, home, { recursive: true, filter: (path) => !/server\.key$|\.lock$|\.s\.PGSQL/u.test(path) });
      await emulator.account.setPoints(100);
      const second = await startOwnProduct(home);
      const session = await signIn(second.url, second.signInLink ?? '');
      const { page, troubles } = await sitDown(browser, second.url, session, { mayBeRefused: true });
      onTestFinished(() => page.context().close());

      await page.goto(`/firma/${companyId}/wysylki/${campaignId}`);
      const campaign = campaignPage(page);
      await campaign.state('paused');
      await page
        .getByRole('status')
        .getByRole('link', { name: /Sprawdź/u })
        .press('Enter');
      const gateway = gatewayPage(page);
      await gateway.tokenIs('unreadable');
      await gateway.enterToken(emulator.token);
      await gateway.tokenIs('stored');
      expect(emulator.ledger.totals.accepted).toBe(2);
      await gateway.confirmMove();
      expect(emulator.ledger.totals.accepted).toBe(2);

      await page.goto(`/firma/${companyId}/wysylki/${campaignId}`);
      await campaign.command('resume').press('Enter');
      await campaign.delivered(4);
      await campaign.state('finished');
      expect(phones.map((phone) => emulator.ledger.received(phone).length)).toEqual([1, 1, 1, 1]);
      expect([emulator.ledger.duplicates(), troubles]).toEqual([[], []]);
    },
  );
});
