import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { findTallyDrift } from '../../src/db/doctor.ts';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import { checkPause, claimNextCheck } from '../../src/usecases/check-pauses.ts';
import { saveGatewayToken } from '../../src/usecases/save-gateway-token.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { resumeCampaign, sendCampaign } from '../../src/usecases/send-campaign.ts';
import { switchService } from '../../src/usecases/switch-service.ts';
import { testGateway } from '../../src/usecases/test-gateway.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { phoneOf } from '../support/firm.ts';
import { holdTable } from '../support/hold-table.ts';
import type { Rig } from '../support/rig.ts';
import { createLogBook, hearAnnouncements } from '../support/watch.ts';

const CONTACTS = 8;
const MINUTE = 60_000;
const LINK = 'Zobacz https://example.com/oferta';

interface Trouble {
  readonly name: string;
  readonly cause: string;
  readonly code: string;
  /** What a person reads: the beginning of the sentence, and something of what to do. */
  readonly sentence: RegExp;
  readonly action: RegExp;
  readonly body?: string;
  readonly begin: (rig: Rig) => Promise<unknown>;
  readonly end: (rig: Rig) => Promise<unknown>;
  /** Who lets it go on. */
  readonly resumes: 'by itself' | 'by a person';
}

/** The gateway refuses whoever asks, as it does with a token that was withdrawn or an address that is filtered. */
const refusing = (code: number, status: number) => ({
  begin: async ({ emulator }: Rig) => {
    emulator.faults.add({ reply: { kind: 'error', code }, accepted: false });
    for (const path of ['/profile', '/sms/sendernames'])
      emulator.faults.add({ reply: { kind: 'status', status }, accepted: false, path });
  },
  end: async ({ emulator }: Rig) => emulator.faults.clear(),
});
const service = (enabled: boolean) => (rig: Rig) =>
  switchService(rig.deps, { companyId: rig.firm.companyId, actor: rig.actor, enabled });

const troubles: readonly Trouble[] = [
  {
    name: 'out of points (103)',
    cause: 'funds',
    code: 'smsapi_103',
    sentence: /za mało punktów/,
    action: /Doładuj konto.*Goniec sam wznowi/,
    begin: ({ emulator }) => emulator.account.setPoints(0.1),
    end: ({ emulator }) => emulator.account.setPoints(100),
    resumes: 'by itself',
  },
  {
    name: 'a token that was withdrawn (101)',
    cause: 'credentials',
    code: 'smsapi_101',
    sentence: /nie przyjęło tokenu/,
    action: /Wygeneruj nowy token.*Goniec sam wznowi/,
    ...refusing(101, 401),
    resumes: 'by itself',
  },
  {
    name: 'an IP filter (105)',
    cause: 'credentials',
    code: 'smsapi_105',
    sentence: /adresu IP tego serwera/,
    action: /filtra adresów.*Goniec sam wznowi/,
    ...refusing(105, 403),
    resumes: 'by itself',
  },
  {
    name: 'a sender that was withdrawn (14)',
    cause: 'credentials',
    code: 'smsapi_14',
    sentence: /nadawcy/,
    action: /Goniec sam wznowi/,
    begin: ({ emulator }) => emulator.account.setSenderStatus('Test', 'INACTIVE'),
    end: ({ emulator }) => emulator.account.setSenderStatus('Test', 'ACTIVE'),
    resumes: 'by itself',
  },
  {
    name: 'a link that is refused (94)',
    cause: 'credentials',
    code: 'smsapi_94',
    sentence: /link/i,
    action: /Potem użyj „Wznów”/,
    body: LINK,
    begin: async ({ emulator }) => emulator.setSwitches({ links: false }),
    end: async ({ emulator }) => emulator.setSwitches({ links: true }),
    resumes: 'by a person',
  },
  {
    name: 'a service that was switched off',
    cause: 'entitlement',
    code: 'service_off',
    sentence: /jest wyłączona w tej firmie/,
    action: /Włącz ją: .* Potem użyj „Wznów”/,
    begin: service(false),
    end: service(true),
    resumes: 'by a person',
  },
];

const book = createLogBook();
let test: TestApi;
let rig: Rig;
let now: number;
beforeEach(async () => {
  test = await createTestApi({
    contacts: CONTACTS,
    batchSize: 2,
    log: book.log,
    emulator: { fateOf: () => 'delivered', points: 1000 },
  });
  ({ rig } = test);
  now = Date.now();
  wait(0);
  rig.emulator.reports.pause();
});
afterEach(() => test.close());

const wait = (ms: number) => {
  now += ms;
  rig.setNow(new Date(now));
};
async function launch(body = 'Test'): Promise<CampaignInput> {
  const key = await rig.draft(body);
  expect(await sendCampaign(rig.deps, key)).toMatchObject({ ok: true });
  return key;
}
/** One turn of a worker, waiting times of batches and pace aside: what it asked the gateway for. */
async function turn(): Promise<void> {
  await sql`update batch set not_before = null where not_before is not null`.execute(rig.test.db);
  await sql`update gateway set next_request_at = now()`.execute(rig.test.db);
  const check = await claimNextCheck(rig.deps);
  if (check) await checkPause(rig.deps, check);
  const batch = await claimNextBatch(rig.deps, 'rig');
  if (batch) await sendBatch(rig.deps, 'rig', batch);
}
const shown = ({ companyId, campaignId }: CampaignInput) =>
  test.api.getCampaign({ params: { companyId: String(companyId), campaignId: String(campaignId) } });
const sent = (path: string) => rig.emulator.requests.all().filter((request) => request.path === path).length;

describe('a campaign of which a part has gone out', () => {
  it.each(troubles)('stands still: $name', async ({ cause, code, sentence, action, body, begin, end, resumes }) => {
    const key = await launch(body);
    await turn();
    await begin(rig);
    const announcements = await hearAnnouncements(rig.test.connection);
    const lines = book.lines.length;
    await turn();

    const { state, pause, sums } = await shown(key);
    expect(state).toBe('paused');
    expect(pause).toMatchObject({ cause, since: new Date(now).toISOString() });
    expect(pause?.reason.code).toBe(code);
    expect(pause?.reason.sentence.pl).toMatch(sentence);
    expect(pause?.reason.action?.pl).toMatch(action);
    expect(pause?.nextCheckAt === null).toBe(resumes === 'by a person');
    expect(sums.handover).toMatchObject({ accepted: 2, ready: 6, refused: 0, uncertain: 0 });

    // Four hours of a worker that looks every minute.
    const [asked, messages] = [rig.emulator.requests.total, sent('/sms.do')];
    for (let minute = 0; minute < 4 * 60; minute++) {
      wait(MINUTE);
      await turn();
    }
    expect(sent('/sms.do')).toBe(messages);
    // 15 minutes apart at most, with half of it as jitter; a person who has to look is not spared by asking a gateway.
    expect(rig.emulator.requests.total - asked).toBeLessThanOrEqual(resumes === 'by itself' ? 36 : 0);
    const told = book.lines.slice(lines);
    expect(told.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual(['campaign.paused']);
    // Beside it only the story of the one batch that found out.
    expect(told.filter(({ msg }) => !msg.startsWith('batch.'))).toHaveLength(1);
    expect(told.length).toBeLessThanOrEqual(5);
    expect(announcements.heard.length).toBeLessThanOrEqual(resumes === 'by itself' ? 80 : 3);
    await announcements.close();
    expect((await shown(key)).sums.handover).toMatchObject({ accepted: 2, ready: 6 });

    await end(rig);
    if (resumes === 'by itself') wait(15 * MINUTE);
    else expect(await resumeCampaign(rig.deps, key)).toMatchObject({ ok: true });
    for (let n = 0; n < 6; n++) await turn();
    rig.emulator.reports.resume();
    await rig.emulator.idle();
    expect((await shown(key)).state).toBe('finished');
    const taken = Array.from(
      { length: CONTACTS },
      (_, n) => rig.emulator.ledger.accepted(phoneOf(n + 1).slice(1)).length,
    );
    expect(taken).toEqual(Array.from({ length: CONTACTS }, () => 1));
    expect(await findTallyDrift(rig.test.db)).toEqual([]);
  });
});

describe('others than the campaign itself', () => {
  const stop = async (begin: Trouble['begin'], body?: string) => {
    const [first, other] = [await launch(body), await launch('Inna')];
    await begin(rig);
    await turn();
    return { first, other: (await shown(other)).state };
  };

  it('stand still for an account that is barred, before each of them has asked in vain', async () => {
    const { other } = await stop(refusing(101, 401).begin);
    expect(other).toBe('paused');
    expect(sent('/sms.do')).toBe(1);
  });

  it('go on when only this text is refused', async () => {
    const { first, other } = await stop(async ({ emulator }) => emulator.setSwitches({ links: false }), LINK);
    expect((await shown(first)).state).toBe('paused');
    expect(other).toBe('sending');
  });

  it('go on while there are points for them, and wait for their turn when points come back', async () => {
    const [first, second] = [await launch(), await launch('Inna')];
    await rig.emulator.account.setPoints(0.1);
    await turn();
    await turn();
    expect([(await shown(first)).state, (await shown(second)).state]).toEqual(['paused', 'paused']);
    // Enough for one of them: 8 SMS of 0.15.
    await rig.emulator.account.setPoints(1.3);
    wait(MINUTE);
    await turn();
    expect([(await shown(first)).state, (await shown(second)).state]).toEqual(['sending', 'paused']);
  });
});

describe('a pause for the credentials', () => {
  it('is looked at as soon as a new token has been entered, and not a quarter of an hour later', async () => {
    const key = await launch();
    await refusing(101, 401).begin(rig);
    await turn();
    for (let n = 0; n < 30; n++) {
      wait(MINUTE);
      await turn();
    }
    rig.emulator.faults.clear();
    await saveGatewayToken(rig.deps, { companyId: key.companyId, actor: rig.actor, token: 'rig-token' });
    await turn();
    expect((await shown(key)).state).toBe('sending');
  });

  it('is looked at again when a new token is entered while it is being looked at with the old one', async () => {
    const key = await launch();
    await refusing(101, 401).begin(rig);
    await turn();
    wait(MINUTE);
    const check = (await claimNextCheck(rig.deps)) ?? never();
    const asked = sent('/profile');
    // the answer of the old token is there, and not yet written down
    const release = await holdTable(rig.test.connection, 'instance');
    const looking = checkPause(rig.deps, check);
    await expect.poll(() => sent('/profile')).toBe(asked + 1);
    rig.emulator.faults.clear();
    await saveGatewayToken(rig.deps, { companyId: key.companyId, actor: rig.actor, token: 'rig-token' });
    await release();
    await looking;
    expect((await shown(key)).state).toBe('paused');
    await turn();
    expect((await shown(key)).state).toBe('sending');
  });

  it('is looked at as soon as a person has seen that the account answers', async () => {
    const key = await launch();
    await refusing(105, 403).begin(rig);
    await turn();
    expect(await testGateway(rig.deps, key.companyId)).toMatchObject({ value: { ok: false } });
    await turn();
    expect((await shown(key)).state).toBe('paused');
    rig.emulator.faults.clear();
    expect(await testGateway(rig.deps, key.companyId)).toMatchObject({ value: { ok: true } });
    await turn();
    expect((await shown(key)).state).toBe('sending');
  });

  it('never resumes what a person has stopped, nor while a restored database is held', async () => {
    const key = await launch();
    await refusing(101, 401).begin(rig);
    await turn();
    rig.emulator.faults.clear();
    await rig.test.db.updateTable('instance').set({ holdReason: 'no_file', heldAt: new Date() }).execute();
    wait(15 * MINUTE);
    await turn();
    expect((await shown(key)).state).toBe('paused');
    await rig.test.db.updateTable('instance').set({ holdReason: null, heldAt: null }).execute();
    wait(15 * MINUTE);
    await turn();
    expect((await shown(key)).state).toBe('sending');
  });
});

function never(): never {
  throw new Error('nothing there');
}
