import { sql } from 'kysely';
import type { Db } from '../../src/db/database.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createTestApi, type TestApi } from '../support/api.ts';

/** A server to which people write, and the address the gateway tells it at. */
export interface Inbox {
  readonly test: TestApi;
  readonly db: Db;
  readonly companyId: number;
  readonly path: string;
  /** The gateway tells what somebody wrote: the answer's status and body. */
  tell(fields: Readonly<Record<string, string>>): Promise<string>;
  /** The same, of what was kept: `state/handled by/body`, in order. */
  kept(): Promise<string[]>;
  /** The ledger of a number: `event/how/recorded by`, in order. */
  ledger(phone: string): Promise<string[]>;
  /** Whether marketing may be sent to the number; null when nothing is known. */
  consent(phone: string): Promise<boolean | null>;
  /** A campaign to all contacts that was handed over. */
  send(): Promise<{ readonly campaignId: number }>;
  close(): Promise<void>;
}

export const OK = '200 OK';

export async function createInbox(contacts: number): Promise<Inbox> {
  const test = await createTestApi({ contacts, emulator: { fateOf: () => 'delivered' } });
  const { rig, http } = test;
  const db = rig.test.db;
  const { companyId } = rig.firm;
  const gateway = await db.selectFrom('gateway').select('inboundSecret').executeTakeFirstOrThrow();
  const path = `/callbacks/smsapi/inbound/${gateway.inboundSecret}`;
  const lines = async (query: ReturnType<typeof sql<{ line: string }>>) =>
    (await query.execute(db)).rows.map(({ line }) => line);
  return {
    test,
    db,
    companyId,
    path,
    tell: async (fields) => {
      const answer = await http.inject({
        method: 'POST',
        url: path,
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return `${answer.statusCode} ${answer.body}`;
    },
    kept: () =>
      lines(
        sql`select concat_ws('/', state, coalesce(handled_by, '-'), body) as line from inbound_message order by id`,
      ),
    ledger: (phone) =>
      lines(sql`
        select concat_ws('/', event, how, recorded_by) as line from consent_event
        where company_id = ${companyId} and phone = ${phone} order by id`),
    consent: async (phone) => {
      const found = await db
        .selectFrom('consent')
        .select('active')
        .where('companyId', '=', companyId)
        .where('phone', '=', phone)
        .where('purpose', '=', 'marketing')
        .executeTakeFirst();
      return found?.active ?? null;
    },
    send: async () => {
      const key = await rig.draft('Dzień dobry');
      const sent = await sendCampaign(rig.deps, key);
      if (!sent.ok) throw new Error(sent.refusal.code);
      for (let batch = await claimNextBatch(rig.deps, 'rig'); batch; batch = await claimNextBatch(rig.deps, 'rig'))
        await sendBatch(rig.deps, 'rig', batch);
      return key;
    },
    close: () => test.close(),
  };
}

/** A call of the gateway about a text from a number. */
export const from = (
  phone: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  sms_from: phone.slice(1),
  sms_to: '48500000200',
  sms_text: text,
  sms_date: '1790000000',
  username: 'firma',
  MsgId: '',
  ...more,
});
