// Run by `npm start` when the server is ready: makes a company that can send through the emulator, so that the first SMS needs
// no settings. It uses the public API alone, may run any number of times, and leaves every other installation as it is.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, ProblemError, type Client, type Contract, type Result } from '@goniec/contract';
import { isSameServer, readAccess } from '../apps/cli/src/access/access.ts';

export const DEMO_COMPANY = 'Firma Przykładowa sp. z o.o.';

/** Where the emulator listens and the token it asks for. */
export interface Emulator {
  readonly url: string;
  readonly token: string;
}

type Gateway = Result<Contract['getGateway']>;

/** What the seed needs of the API. */
export type SeedApi = Pick<
  Client,
  | 'listCompanies'
  | 'createCompany'
  | 'switchService'
  | 'getGateway'
  | 'saveGateway'
  | 'saveGatewayToken'
  | 'listSenderNames'
  | 'testGateway'
  | 'registerInbound'
>;

/** A finished sentence for the one who started `npm start`. */
export class SeedFault extends Error {}

/**
 * A fresh installation gets the demo company. Where there is one already, only its own way to the emulator is mended: another
 * port, another token, a start that was cut off. Other companies are never touched.
 */
export async function seedDemo(api: SeedApi, emulator: Emulator): Promise<void> {
  const { items } = await api.listCompanies();
  const known = items.find(({ name }) => name === DEMO_COMPANY);
  if (items.length > 0 && !known) return;
  const company = known ?? (await api.createCompany({ body: { name: DEMO_COMPANY } }));
  const params = { companyId: company.id };
  const gateway = await findGateway(api, params);
  if (gateway !== null && !isLoopback(gateway.baseUrl)) return;
  if (gateway === null || !(await isConnected(api, params, emulator, gateway)))
    await connectEmulator(api, params, emulator, gateway);
  // The server may have another port than last time: the emulator has to know where replies go.
  await api.registerInbound({ params });
}

async function isConnected(
  api: SeedApi,
  params: { readonly companyId: string },
  emulator: Emulator,
  { baseUrl, token, sender }: Gateway,
): Promise<boolean> {
  if (!isSameServer(baseUrl, emulator.url) || token !== 'stored' || sender === null) return false;
  return (await api.testGateway({ params })).ok;
}

async function findGateway(api: SeedApi, params: { readonly companyId: string }): Promise<Gateway | null> {
  try {
    return await api.getGateway({ params });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'gateway_missing') return null;
    throw error;
  }
}

/** The steps a person would take in the settings, in that order. */
async function connectEmulator(
  api: SeedApi,
  params: { readonly companyId: string },
  { url, token }: Emulator,
  before: Gateway | null,
): Promise<void> {
  if (before === null) await api.switchService({ params: { ...params, code: 'sms_smsapi' }, body: { enabled: true } });
  const settings = { ...(before ? settingsOf(before) : {}), provider: 'smsapi', baseUrl: url } as const;
  await api.saveGateway({ params, body: { ...settings, sender: null } });
  await api.saveGatewayToken({ params, body: { token } });
  const names = (await api.listSenderNames({ params })).items.filter(({ usable }) => usable);
  const chosen =
    names.find(({ sender }) => sender === before?.sender) ?? names.find(({ isDefault }) => isDefault) ?? names[0];
  if (!chosen) throw new SeedFault('Emulator SMSAPI nie ma żadnej aktywnej nazwy nadawcy.');
  await api.saveGateway({ params, body: { ...settings, sender: chosen.sender } });
  const test = await api.testGateway({ params });
  if (!test.ok) throw new SeedFault(`Emulator SMSAPI odmówił: ${test.reason?.sentence.pl ?? 'nie podał powodu.'}`);
}

function settingsOf({
  timeoutMs,
  batchSize,
  requestsPerSecond,
  concurrency,
  maxParts,
  pointValue,
  lowBalance,
}: Gateway) {
  return { timeoutMs, batchSize, requestsPerSecond, concurrency, maxParts, pointValue, lowBalance };
}

/** Only an address on this very computer can be the emulator's; a real gateway is never redirected. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

async function main(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const [url, home] = [env['GONIEC_URL'], env['GONIEC_HOME']];
  const emulator = { url: env['GONIEC_EMULATOR_URL'] ?? '', token: env['GONIEC_EMULATOR_TOKEN'] ?? '' };
  if (!url || !home || emulator.token === '')
    throw new SeedFault(
      'Potrzebne są zmienne GONIEC_URL, GONIEC_HOME, GONIEC_EMULATOR_URL i GONIEC_EMULATOR_TOKEN: tak uruchamia to npm start.',
    );
  if (!isLoopback(emulator.url)) throw new SeedFault(`${emulator.url}: emulator musi działać na tym komputerze.`);
  const path = join(home, 'cli-access.json');
  const access = await readAccess(path);
  if (access === null) throw new SeedFault(`Brak pliku ${path}, który zapisuje działający serwer.`);
  const client = createClient(url, { authorization: `Bearer ${access.key}` });
  await seedDemo(client, emulator);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.env);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof SeedFault) return error.message;
  if (error instanceof ProblemError) {
    const { sentence, action, detail, title, reasons = [] } = error.problem;
    const words = [sentence?.pl ?? detail ?? title, ...reasons.map((reason) => reason.sentence.pl), action?.pl ?? ''];
    return [...new Set(words)].filter((text) => text !== '').join(' ');
  }
  const why =
    error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
  return `Serwer nie odpowiada na przygotowanie firmy pokazowej: ${why}`;
}
