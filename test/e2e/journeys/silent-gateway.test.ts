import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { objectionsOf } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

const { balance, common } = polish;

describe.skipIf(browserPath === undefined)('a gateway that is silent', () => {
  journey('leaves the last known balance in sight, and why it is not of now', async ({ makeFirm, enter }) => {
    const { companyId, emulator } = await makeFirm({ contractors: 0, points: 1_234 });
    const { page } = await enter(`/firma/${companyId}/stan-konta`, { mayBeRefused: true });
    const points = page.getByText('1 234', { exact: false }).first();
    const refresh = page.getByRole('button', { name: common.refresh, exact: true });
    await points.waitFor();

    const fault = emulator.faults.add({
      reply: { kind: 'status', status: 503 },
      accepted: false,
      path: '/profile',
    });
    await refresh.press('Enter');
    const notice = page.getByRole('alert').filter({ hasText: balance.stale.split('{{')[0] ?? '' });
    await notice.waitFor();
    expect(await points.isVisible()).toBe(true);
    expect(await objectionsOf(page)).toEqual([]);

    emulator.faults.remove(fault);
    await emulator.account.setPoints(2_000);
    await refresh.press('Enter');
    await notice.waitFor({ state: 'detached' });
    await page.getByText('2 000', { exact: false }).first().waitFor();
  });
});
