import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { phoneOf, withdrawConsent } from '../../test/support/firm.ts';

let test: TestApi;
beforeAll(async () => {
  test = await createTestApi({ contacts: 5 });
});
afterAll(() => test.close());

describe('a campaign', () => {
  it('is duplicated with its text and recipients, also from what was sent; consents are asked anew', async () => {
    const companyId = String(test.rig.firm.companyId);
    const body = { subject: 'Mecz', body: 'Zażółć' };
    const { id } = await test.api.createCampaign({ params: { companyId }, body });
    const params = { companyId, campaignId: id };
    await test.api.pickRecipients({ params, body: { filter: {} } });
    await test.api.updateCampaign({ params, body: { withoutPolish: true } });
    await test.api.freezeCampaign({ params });
    const copy = await test.api.duplicateCampaign({ params });
    expect(copy).toMatchObject({ state: 'draft', subject: 'Mecz', body: 'Zażółć', withoutPolish: true, recipients: 5 });
    expect(copy.sums.messages).toBe(0);
    await withdrawConsent(test.rig.test.db, test.rig.firm.companyId, phoneOf(2));
    const quote = await test.api.quoteCampaign({ params: { companyId, campaignId: copy.id } });
    expect(quote).toMatchObject({ messages: 4, excluded: [{ reason: { code: 'consent_withdrawn' }, count: 1 }] });
    const missing = test.api.duplicateCampaign({ params: { companyId, campaignId: '999999' } });
    await expect(missing).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });
});
