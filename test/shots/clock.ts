import type { Page } from '@playwright/test';
import type { OwnDatabase } from '../support/own-database.ts';
import type { Written } from './campaigns.ts';

/** The moment of every picture: a Tuesday at work. */
export const NOW = new Date('2026-11-24T10:24:00+01:00');

const DAY_MS = 86_400_000;

export const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

/** Campaigns and their messages, in the order they were made, get the times they should have had; what never happened has none. */
export async function dateCampaigns(
  database: OwnDatabase,
  companyId: string,
  campaigns: readonly Written[],
): Promise<void> {
  const begins = campaigns.map((campaign) => hoursAgo(campaign.hoursAgo).toISOString());
  await database.query(
    `update campaign c set created_at = at - interval '9 minutes', updated_at = at, frozen_at = case when c.frozen_at is not null then at end,
            started_at = case when c.started_at is not null then at end, finished_at = case when c.finished_at is not null then at + interval '2 minutes' end,
            paused_at = case when c.paused_at is not null then at + interval '1 minute' end
     from (select id, ($2::timestamptz[])[row_number() over (order by id)] as at from campaign where company_id = $1::bigint) dated
     where c.id = dated.id and at is not null`,
    [companyId, begins],
  );
  await database.query(
    `update message m set accepted_at = case when m.accepted_at is not null then at end, reported_at = case when m.reported_at is not null then at + interval '4 seconds' end
     from (select x.id, c.started_at + x.nth * interval '35 milliseconds' as at
           from (select id, campaign_id, row_number() over (partition by campaign_id order by id) as nth
                 from message where company_id = $1::bigint) x join campaign c on c.id = x.campaign_id) dated
     where m.id = dated.id`,
    [companyId],
  );
  await database.query(
    `update batch b set first_attempt_at = c.started_at from campaign c
     where c.id = b.campaign_id and c.company_id = $1::bigint and b.first_attempt_at is not null`,
    [companyId],
  );
}

/** What else shows when it was: the balance over a month, the directory, the settings. */
export async function dateTheRest(database: OwnDatabase, companyId: string): Promise<void> {
  const longAgo = new Date(NOW.getTime() - 60 * DAY_MS).toISOString();
  // twice a day, falling with each campaign, and topped up once
  await database.query(
    `with gone as (delete from balance_reading where company_id = $1::bigint returning id, gateway_id, points),
          last as (select gateway_id, points from gone order by id desc limit 1)
     insert into balance_reading (company_id, gateway_id, points, read_at)
     select $1::bigint, gateway_id, points
              + (select coalesce(sum(coalesce(m.billed_points, m.points)), 0) from message m join campaign c on c.id = m.campaign_id
                 where m.company_id = $1::bigint and not m.left_out and c.started_at > at)
              - case when at < $2::timestamptz - interval '12 days' then 2500000 else 0 end, at
     from last, generate_series($2::timestamptz - interval '30 days', $2::timestamptz, interval '12 hours') at`,
    [companyId, NOW.toISOString()],
  );
  // whoever did it has another key in every run
  await database.query(`update consent_event set recorded_by = 'user:1' where company_id = $1::bigint`, [companyId]);
  for (const [table, columns] of Object.entries({
    contractor: ['created_at', 'updated_at'],
    contact: ['created_at', 'updated_at'],
    consent_event: ['recorded_at'],
    import: ['created_at', 'applied_at'],
    gateway: ['verified_at'],
    subscription_service: ['changed_at'],
  }))
    for (const column of columns)
      await database.query(
        `update ${table} set ${column} = $2::timestamptz where company_id = $1::bigint and ${column} is not null`,
        [companyId, longAgo],
      );
}

/**
 * The browser's clock stands still, what the server says of this very day happened now, and the gateway is where `npm start` has it:
 * what differs from run to run is the same in every picture.
 */
export async function stopClock(page: Page, gatewayUrl: string): Promise<void> {
  await page.clock.setFixedTime(NOW);
  const recent = Date.now() - DAY_MS;
  await page.route(
    (url) => url.pathname.startsWith('/api/v1/') && !url.pathname.endsWith('/events'),
    async (route) => {
      const response = await route.fetch();
      const type = response.headers()['content-type'] ?? '';
      if (!type.includes('json')) return route.fulfill({ response });
      const text = (await response.text()).replaceAll(gatewayUrl, 'http://127.0.0.1:8089');
      const body = text.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/gu, (quoted) =>
        Date.parse(quoted.slice(1, -1)) > recent ? JSON.stringify(NOW.toISOString()) : quoted,
      );
      return route.fulfill({ response, body });
    },
  );
}
