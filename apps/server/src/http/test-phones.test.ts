import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { createFirm, phoneOf } from '../../test/support/firm.ts';
import { sendCampaign } from '../usecases/send-campaign.ts';

let test: TestApi;
let params: { readonly companyId: string };
let campaignId: string;
const [first, second] = [phoneOf(1), phoneOf(2)];

beforeAll(async () => {
  test = await createTestApi({ contacts: 3, emulator: { fateOf: () => 'delivered' } });
  params = { companyId: String(test.rig.firm.companyId) };
  campaignId = await send('Zapraszamy na żurek');
});
afterAll(() => test.close());

/** A campaign to all three, handed over and landed. */
async function send(body: string): Promise<string> {
  const key = await test.rig.draft(body);
  const sent = await sendCampaign(test.rig.deps, key);
  if (!sent.ok) throw new Error(sent.refusal.code);
  await test.rig.drain();
  return String(key.campaignId);
}

const list = (q?: string) => test.api.listHandsets({ params, query: q === undefined ? {} : { q } });
const get = (phone: string, query: { limit?: number; cursor?: string } = {}) =>
  test.api.getHandset({ params: { ...params, phone }, query });
const reply = (phone: string, text: string) =>
  test.api.replyFromHandset({ params: { ...params, phone }, body: { text } });
const turn = (phone: string, state: 'on' | 'off' | 'out_of_coverage') =>
  test.api.setHandsetState({ params: { ...params, phone }, body: { state } });
const phonesOf = ({ items }: { readonly items: readonly { readonly phone: string }[] }) =>
  items.map(({ phone }) => phone).toSorted();

describe('test phones', () => {
  it('are listed with whose they are, what is unread and the last text', async () => {
    await expect.poll(async () => (await list()).items.map(({ unread }) => unread)).toEqual([1, 1, 1]);
    const found = await list();
    expect(found).toMatchObject({ total: 3, matching: 3 });
    expect(found.items.find(({ phone }) => phone === first)).toMatchObject({
      owners: { contractors: [{ name: 'Kontrahent 1' }], total: 1 },
      state: 'on',
      stateSince: null,
      waiting: 0,
      last: { by: 'company', sender: 'Test', text: 'Zapraszamy na żurek' },
    });
  });

  it.each([
    ['a part of the number', '501 000 002', [phoneOf(2)]],
    ['the name of the contractor', 'kontrahent 3', [phoneOf(3)]],
    ['a word of the last text', 'żurek', [phoneOf(1), phoneOf(2), phoneOf(3)]],
    ['nothing there is', 'zupełnie nic', []],
  ])('are found by %s', async (_name, q, expected) => {
    expect(phonesOf(await list(q))).toEqual(expected);
  });

  it('show the conversation, newest first, each message with its parts, price, state and campaign', async () => {
    expect(await get(first)).toMatchObject({
      phone: first,
      takesReplies: false,
      items: [
        {
          kind: 'message',
          sender: 'Test',
          segments: ['Zapraszamy na żurek'],
          encoding: 'ucs2',
          parts: 1,
          points: 1_500,
          delivery: 'delivered',
          waiting: false,
          campaign: { id: campaignId, subject: 'Próba' },
        },
      ],
      nextCursor: null,
    });
  });

  it('go further back by cursor', async () => {
    await send('drugi');
    await send('trzeci');
    await expect.poll(async () => (await get(first)).items.length).toBe(3);
    const newest = await get(first, { limit: 2 });
    const older = await get(first, { limit: 2, cursor: newest.nextCursor ?? '' });
    const texts = [...newest.items, ...older.items].flatMap((entry) =>
      entry.kind === 'message' ? entry.segments : [],
    );
    expect(texts).toEqual(['trzeci', 'drugi', 'Zapraszamy na żurek']);
    expect(older.nextCursor).toBeNull();
  });

  it('are read by their owner', async () => {
    expect(await test.api.markHandsetRead({ params: { ...params, phone: first } })).toMatchObject({ unread: 0 });
  });

  it('reply: to nobody while the account has no address, then to Goniec, where a STOP has its effect', async () => {
    expect(await reply(first, 'halo?')).toEqual({ state: 'nobody' });
    expect(await test.api.registerInbound({ params })).toMatchObject({ change: 'added' });
    expect(await reply(first, 'STOP')).toEqual({ state: 'taken' });
    expect(await get(first)).toMatchObject({
      takesReplies: true,
      items: [
        { kind: 'reply', text: 'STOP', state: 'taken' },
        { kind: 'reply', text: 'halo?', state: 'nobody' },
        { kind: 'message' },
        { kind: 'message' },
        { kind: 'message' },
      ],
    });
    const { items } = await test.api.listInboundMessages({ params, query: {} });
    expect(items).toMatchObject([{ phone: first, text: 'STOP', state: 'withdrawn', campaign: { subject: 'Próba' } }]);
    const { items: contractors } = await test.api.listContractors({ params, query: { consent: 'withdrawn' } });
    expect(contractors.map(({ name }) => name)).toEqual(['Kontrahent 1']);
  });

  it('that are switched off reply nothing, and show what waits until they are on again', async () => {
    expect(await turn(second, 'off')).toMatchObject({ phone: second, state: 'off', stateSince: expect.any(String) });
    await expect(reply(second, 'STOP')).rejects.toMatchObject({ problem: { code: 'handset_away', status: 409 } });
    await send('czeka');
    await expect.poll(async () => (await get(second)).waiting).toBe(1);
    expect((await get(second)).items[0]).toMatchObject({ waiting: true, landedAt: null, delivery: 'pending' });
    expect(await turn(second, 'out_of_coverage')).toMatchObject({ state: 'out_of_coverage', waiting: 1 });
    await turn(second, 'on');
    await expect.poll(async () => (await get(second)).waiting).toBe(0);
    expect((await get(second)).items[0]).toMatchObject({ waiting: false, landedAt: expect.any(String) });
  });

  it('of a number nobody has written to are empty', async () => {
    expect(await get('+48600700800')).toMatchObject({ items: [], owners: { total: 0 }, lastAt: null, last: null });
  });
});

describe('a gateway', () => {
  const refusals = async (companyId: string) => {
    const of = { companyId, phone: first };
    const asked = [
      test.api.listHandsets({ params: of, query: {} }),
      test.api.getHandset({ params: of, query: {} }),
      test.api.replyFromHandset({ params: of, body: { text: 'x' } }),
      test.api.setHandsetState({ params: of, body: { state: 'off' } }),
      test.api.markHandsetRead({ params: of }),
    ];
    const settled = await Promise.allSettled<unknown>(asked);
    return new Set(
      settled.map((each) =>
        each.status === 'rejected' ? (each.reason as { problem: { code: string } }).problem.code : 'answered',
      ),
    );
  };
  const firmAt = async (baseUrl: string) =>
    String((await createFirm(test.rig.test.db, { contacts: 0, baseUrl })).companyId);
  const isEmulator = async (companyId: string) => (await test.api.getGateway({ params: { companyId } })).emulator;

  it('that is an emulator says so', async () => {
    expect(await isEmulator(params.companyId)).toBe(true);
  });

  it('that is real is refused, without being asked', async () => {
    const real = await firmAt('https://api.smsapi.pl/');
    expect(await refusals(real)).toEqual(new Set(['emulator_only']));
    expect(await isEmulator(real)).toBe(false);
  });

  it('on a local port that is no emulator (a tunnel to a real one) is refused too', async () => {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      response
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"message":"Not found","error":"not_found"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const tunnel = await firmAt(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
    expect(await refusals(tunnel)).toEqual(new Set(['emulator_only']));
    expect(await isEmulator(tunnel)).toBe(false);
    expect(paths.every((path) => path.startsWith('/_emulator/'))).toBe(true);
    server.close();
    server.closeAllConnections();
  });

  it('that does not answer is told apart from one that is none', async () => {
    const closed = await firmAt('http://127.0.0.1:9/');
    expect(await refusals(closed)).toEqual(new Set(['emulator_unreachable']));
    expect(await isEmulator(closed)).toBe(false);
  });

  it('that is missing is missing', async () => {
    const { id } = await test.api.createCompany({ body: { name: 'Bez bramki' } });
    expect(await refusals(id)).toEqual(new Set(['gateway_missing']));
  });
});
