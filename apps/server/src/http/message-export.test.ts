import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { phoneOf } from '../../test/support/firm.ts';

type Query = Parameters<TestApi['api']['exportMessages']>[0]['query'];

let test: TestApi;
let params: { readonly companyId: string; readonly campaignId: string };
beforeAll(async () => {
  test = await createTestApi({ contacts: 4, batchSize: 10, emulator: { fateOf: () => 'delivered' } });
  params = await start();
  for (let patience = 50; patience > 0; patience--) {
    await test.rig.drain();
    await test.rig.emulator.idle();
    if ((await test.api.getCampaign({ params })).state === 'finished') return;
  }
});
afterAll(() => test.close());

/** Everybody is to get an SMS; nothing has been sent yet. */
async function start(): Promise<typeof params> {
  const companyId = String(test.rig.firm.companyId);
  const body = { subject: 'Mecz', body: 'Zapraszamy' };
  const { id: campaignId } = await test.api.createCampaign({ params: { companyId }, body });
  const campaign = { companyId, campaignId };
  await test.api.pickRecipients({ params: campaign, body: { filter: {} } });
  const { messages, points } = await test.api.quoteCampaign({ params: campaign });
  await test.api.sendCampaign({ params: campaign, body: { expect: { messages, points } } });
  return campaign;
}

/** The cells of the line of a number, by the titles of their columns. */
async function csvLine(
  nth: number,
  query: Query = {},
  of: typeof params = params,
): Promise<Record<string, string | undefined>> {
  const [heading = '', ...lines] = (await test.api.exportMessages({ params: of, query })).slice(1).split('\r\n');
  const cells = lines.find((line) => line.includes(`;${phoneOf(nth).slice(1)};`))?.split(';') ?? [];
  return Object.fromEntries(heading.split(';').map((title, at) => [title, cells[at]]));
}

async function sheet(query: Query = {}): Promise<string> {
  const workbook = await test.api.exportMessagesXlsx({ params, query });
  const { 'xl/worksheets/sheet1.xml': xml } = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  return strFromU8(xml ?? new Uint8Array());
}

async function change(nth: number, set: ReturnType<typeof sql>): Promise<void> {
  const { db } = test.rig.test;
  await sql`update message set ${set} where campaign_id = ${Number(params.campaignId)} and phone = ${phoneOf(nth)}`.execute(
    db,
  );
}

describe('an exported log', () => {
  it('has the times of Poland, in winter, in summer and where one becomes the other', async () => {
    await change(1, sql`accepted_at = '2026-11-30T17:30:16.937Z', reported_at = '2026-07-01T22:00:00Z'`);
    await change(2, sql`accepted_at = '2026-03-29T00:59:59Z', reported_at = '2026-03-29T01:00:00Z'`);
    await change(3, sql`accepted_at = '2026-10-25T00:30:00Z', reported_at = '2026-10-25T02:00:00Z'`);
    const times = async (nth: number) => {
      const line = await csvLine(nth);
      return [line['Przekazana (czas polski)'], line['Raport (czas polski)']];
    };
    expect(await times(1)).toEqual(['2026-11-30 18:30:16', '2026-07-02 00:00:00']);
    expect(await times(2)).toEqual(['2026-03-29 01:59:59', '2026-03-29 03:00:00']);
    expect(await times(3)).toEqual(['2026-10-25 02:30:00', '2026-10-25 03:00:00']);
    // 30 November 2026 is day 46356, half past six in the evening and 16 seconds.
    expect(await sheet()).toMatch(/<c r="L\d" s="2"><v>46356\.7710185185<\/v><\/c><c r="M\d" s="2"><v>46205<\/v>/);
  });

  it('costs what the campaign cost, and nothing for what never went out', async () => {
    await change(2, sql`outcome = 'refused', billed_parts = null, billed_points = null`);
    await change(3, sql`billed_parts = null, billed_points = null`);
    const costOf = async (nth: number) => {
      const line = await csvLine(nth);
      return [line['Status SMS'], line['Części'], line['Punkty']];
    };
    expect(await costOf(1)).toEqual(['Przekazana', '1', '0,1500']);
    expect(await costOf(2)).toEqual(['Odrzucona', '', '']);
    // The gateway has not named its price.
    expect(await costOf(3)).toEqual(['Przekazana', '', '']);
    const points = [...(await sheet()).matchAll(/<c r="J\d"><v>([\d.]+)<\/v>/g)].map(
      ([, value]) => Number(value) * 10_000,
    );
    const { billedPoints } = (await test.api.getCampaign({ params })).sums;
    expect(points.reduce((sum, value) => sum + value, 0)).toBe(billedPoints);
  });

  it('leaves out an estimate while a message waits, and the cost of one that was called off', async () => {
    const waiting = await start();
    const stateAndCost = async () => {
      const line = await csvLine(1, {}, waiting);
      return [line['Status SMS'], line['Części'], line['Punkty']];
    };
    const shown = async () => (await test.api.listMessages({ params: waiting, query: {} })).items[0]?.cost;
    expect(await stateAndCost()).toEqual(['Gotowa', '', '']);
    expect(await shown()).toEqual({ parts: 1, points: 1_500, estimated: true });
    await test.api.cancelCampaign({ params: waiting });
    expect(await stateAndCost()).toEqual(['Anulowana', '', '']);
    expect(await shown()).toBeNull();
  });

  it('keeps the id at the gateway as text', async () => {
    await change(1, sql`provider_id = '6856123456789012345'`);
    expect((await csvLine(1))['Id w bramce']).toBe("'6856123456789012345");
    expect(await sheet()).toMatch(
      /<c r="K\d" s="0" t="inlineStr"><is><t xml:space="preserve">6856123456789012345<\/t>/,
    );
  });

  it('has numbers where a spreadsheet is to sort by them', async () => {
    expect([...(await sheet()).matchAll(/<c r="A\d"><v>\d+<\/v>/g)]).toHaveLength(4);
  });

  it('is in the language that was asked for', async () => {
    await change(
      3,
      sql`outcome = 'refused', outcome_code = 'no_consent', delivery = 'no_report', delivery_code = null`,
    );
    expect(await csvLine(3)).toMatchObject({
      'Status SMS': 'Odrzucona',
      Powód: 'Brak zgody na SMS.',
      'Status doręczenia': 'Brak raportu',
    });
    const english = { language: 'en' } as const;
    expect(await csvLine(3, english)).toMatchObject({
      'SMS state': 'Refused',
      Reason: 'There is no consent to SMS.',
      'Delivery state': 'No report',
    });
    expect(await sheet(english)).toMatch(/>Handed over \(Polish time\)<.*>There is no consent to SMS\.</s);
  });
});
