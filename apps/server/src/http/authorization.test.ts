import { contract, type Operation } from '@goniec/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { createApiKey } from '../usecases/create-api-key.ts';

const operations: readonly Operation[] = Object.values(contract);

let server: TestHttp;
/** The key of somebody who belongs to company 1 and not to company 2. */
let key: string;
beforeAll(async () => {
  server = await createTestHttp();
  await server.test.pool.query("insert into company (name) values ('Moja'), ('Cudza')");
  await server.test.pool.query("insert into app_user (name) values ('Anna')");
  await server.test.pool.query('insert into membership (company_id, user_id) values (1, 1)');
  ({ secret: key } = await createApiKey(server.deps, { userId: 1, name: 'test', actor: 'test' }));
});
afterAll(() => server.close());

const addressOf = ({ path }: Operation, companyId: string): string =>
  `/api/v1${path
    .replace('{companyId}', companyId)
    .replaceAll(/\{\w*Id\}/g, '1')
    .replace('{phone}', encodeURIComponent('+48501100100'))
    .replace('{code}', 'sms_smsapi')
    .replace('{seat}', 'window-1')}`;

/** Bodies that fit, so that only the right to ask is in question. */
const bodies: Readonly<Record<string, object>> = {
  createCompany: { name: 'X' },
  updateCompany: { name: 'X' },
  createApiKey: { name: 'X' },
  switchService: { enabled: true },
  saveGateway: { provider: 'smsapi' },
  saveGatewayToken: { token: 'x' },
  createCampaign: { subject: 'x', body: 'x' },
  updateCampaign: { subject: 'x' },
  announceEditor: {},
  pickRecipients: { contactIds: ['1'] },
  dropRecipients: {},
  sendCampaign: {},
  decideUncertain: { decision: 'treat_as_sent', messageIds: ['1'] },
  replyFromHandset: { text: 'STOP' },
  setHandsetState: { state: 'off' },
  markInboundRead: { inboundIds: ['1'] },
  measureText: { body: 'x' },
  createContractor: { name: 'X' },
  updateContractor: { name: 'X' },
  createContact: { phone: '501100100' },
  updateContact: { phone: '501100100' },
  recordConsent: { event: 'withdrawn', how: 'paper' },
  addSuppression: { phone: '501100100', reason: 'x' },
};
const upload = {
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  text: '--b\r\ncontent-disposition: form-data; name="file"; filename="k.csv"\r\n\r\nNazwa\r\nA\r\n--b--\r\n',
};
const request = (operation: Operation, companyId: string, options: { key?: string }) => {
  if (operation.upload)
    return server.call(operation.method, addressOf(operation, companyId), { ...options, ...upload });
  const body = bodies[operation.id];
  return server.call(operation.method, addressOf(operation, companyId), { ...options, ...(body ? { body } : {}) });
};

describe('without a key or session', () => {
  it.each(operations.filter(({ open }) => !open).map((operation) => [operation.id, operation] as const))(
    '%s is refused with 401',
    async (_id, operation) => {
      const answer = await request(operation, '1', {});
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'not_signed_in' });
    },
  );

  it('only signing in is open', () => {
    expect(operations.filter(({ open }) => open).map(({ id }) => id)).toEqual(['signIn']);
  });
});

describe('for somebody of another company', () => {
  it.each(
    operations
      .filter(({ path }) => path.includes('{companyId}'))
      .map((operation) => [operation.id, operation] as const),
  )('%s does not exist', async (_id, operation) => {
    const foreign = await request(operation, '2', { key });
    const missing = await request(operation, '999', { key });
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'not_found']);
    // What is forbidden and what is not there look the same.
    const { instance: _i, request_id: _r, ...told } = foreign.json();
    expect(missing.json()).toMatchObject(told);
  });

  it('a stream of its events does not exist', async () => {
    const answer = await server.call('GET', '/api/v1/events?companyId=2', { key });
    expect(answer.statusCode).toBe(404);
  });
});
