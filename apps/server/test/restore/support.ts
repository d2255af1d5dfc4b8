import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from '@goniec/contract';
import pg from 'pg';
import type { Emulator } from 'smsapi-emulator';
import { inject } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Connection } from '../../src/db/database.ts';
import { createLog } from '../../src/log.ts';
import { renewLocalKey } from '../../src/usecases/renew-local-key.ts';
import { phoneOf } from '../support/firm.ts';
import { injectFetch } from '../support/inject-fetch.ts';

export interface Server {
  readonly app: App;
  readonly api: Client;
}

/** Reports of these tests go where nobody listens: the log of a handed-over message is enough here. */
export const NOWHERE = 'http://127.0.0.1:9';

/** A whole server on a state folder of its own, sending and jobs included, as `serve` joins it. */
export async function startServer(home: string, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const read = readConfig(
    { GONIEC_HOME: home, GONIEC_MACHINE_FACTOR: 'none', GONIEC_PUBLIC_URL: NOWHERE, ...env },
    { root: home },
  );
  if (!read.ok) throw new Error(read.faults.join());
  const app = await createApp(read.config, createLog('silent', 'test'));
  try {
    const key = await renewLocalKey(app.deps);
    await app.startWork();
    const api = createClient('http://goniec.test', { authorization: `Bearer ${key}` }, injectFetch(app.http));
    return { app, api };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** A company with a gateway at the emulator and people who may be sent to. */
export async function setUpCompany(api: Client, emulator: Emulator, options: { readonly contacts: number }) {
  const { id: companyId } = await api.createCompany({ body: { name: 'Przeprowadzka' } });
  const params = { companyId };
  await api.switchService({ params: { companyId, code: 'sms_smsapi' }, body: { enabled: true } });
  const gateway = { provider: 'smsapi', baseUrl: emulator.url, sender: 'Test', batchSize: 2, concurrency: 1 } as const;
  await api.saveGateway({ params, body: { ...gateway, requestsPerSecond: 5 } });
  await api.saveGatewayToken({ params, body: { token: emulator.token } });
  for (let n = 1; n <= options.contacts; n += 1) {
    const contacts = [{ phone: phoneOf(n * 100 + 50) }];
    const made = await api.createContractor({ params, body: { name: `Odbiorca ${n}`, contacts } });
    const contactId = made.contacts[0]?.id ?? '0';
    await api.recordConsent({ params: { companyId, contactId }, body: { event: 'given', how: 'paper' } });
  }
  return companyId;
}

/** A campaign to everybody, on its way. */
export async function sendToAll(api: Client, companyId: string, body: string): Promise<string> {
  const { id: campaignId } = await api.createCampaign({ params: { companyId }, body: { subject: body, body } });
  await api.pickRecipients({ params: { companyId, campaignId }, body: { filter: {} } });
  await api.sendCampaign({ params: { companyId, campaignId }, body: {} });
  return campaignId;
}

/** How many messages of this text each of the first n handsets was sent. */
export const received = (emulator: Emulator, n: number, text: string): number[] =>
  Array.from({ length: n }, (_, index) => {
    const phone = phoneOf((index + 1) * 100 + 50).slice(1);
    return emulator.ledger.accepted(phone).filter((message) => message.text === text).length;
  });

/** Requests to send that reached the gateway. */
export const sends = (emulator: Emulator): number =>
  emulator.requests.all().filter(({ path, fields }) => path.endsWith('/sms.do') && 'to' in fields).length;

/** How long anything may take, just within the time-out of a test: a loaded computer takes its time. */
const PATIENCE_MS = 110_000;

/** Waits until something has happened that has to happen. */
export async function until(what: string, happened: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS;) {
    if (await happened()) return;
    await sleep(50);
  }
  throw new Error(`waited in vain: ${what}`);
}

/** Long enough for every loop and job of a program to have had its turn more than once. */
export const afterAWhile = (): Promise<void> => sleep(1_500);

export const everything = (count: number, times = 1): number[] => Array.from({ length: count }, () => times);

/** Copies a stopped cluster, as a file backup does. */
export async function copyCluster(from: string, to: string): Promise<void> {
  await rm(join(to, 'postgres'), { recursive: true, force: true });
  await cp(join(from, 'postgres'), join(to, 'postgres'), {
    recursive: true,
    filter: (path) => !/\.(lock|sock)$|\.s\.PGSQL/.test(path),
  });
}

/** The files that say where a database is at home. */
export async function copyIdentity(from: string, to: string): Promise<void> {
  for (const file of ['epoch.json', 'server.key']) await cp(join(from, file), join(to, file));
}

/** An external PostgreSQL for several programs: databases are made, copied and dropped by name. */
export async function administer(command: string): Promise<void> {
  const client = new pg.Client(inject('postgres'));
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}

export const urlOf = (database: string, connection: Connection = inject('postgres')): string => {
  const { host, port, user, password } = connection;
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  return `postgres://${user}${secret}@${encodeURIComponent(String(host))}${port ? `:${port}` : ''}/${database}`;
};
