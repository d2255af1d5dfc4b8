import type { Client } from '@goniec/contract';
import { startEmulator, type Emulator } from 'smsapi-emulator';

/** A company of a journey's own: its people and a gateway that nobody else sends through. */
export interface Firm {
  readonly companyId: string;
  readonly name: string;
  /** Its gateway: what the handsets got, what is left on the account. */
  readonly emulator: Emulator;
  /** The handsets of its contractors, digits with country code, in the order of their names. */
  readonly phones: readonly string[];
}

export interface FirmOptions {
  /** Behind the demonstration company in the alphabet, which whoever opens `/` is led to. */
  readonly name?: string;
  /** Contractors with a mobile number and consent, all of whom get what they are sent. */
  readonly contractors?: number;
  /** How many messages the gateway gets at once; 1 makes an order of what is sent. */
  readonly batchSize?: number;
  readonly points?: number;
  readonly sender?: string;
}

/** Messages live a hundred times faster than real ones. */
const SPEED = 100;

export async function makeFirm(api: Client, options: FirmOptions = {}): Promise<Firm> {
  const token = `token-of-a-firm-${Math.random()}`;
  return connectFirm(api, await startEmulator({ token, speed: SPEED, points: options.points ?? 1_000 }), options);
}

/** The steps a person takes before the first campaign: company, service, gateway with token and sender, contractors. */
export async function connectFirm(api: Client, emulator: Emulator, options: FirmOptions): Promise<Firm> {
  const { name = 'Hurtownia Źródło', contractors = 5, batchSize = 100, sender = 'Test' } = options;
  const { id: companyId } = await api.createCompany({ body: { name } });
  const params = { companyId };
  await api.switchService({ params: { ...params, code: 'sms_smsapi' }, body: { enabled: true } });
  // one request at a time, so that what happens after the n-th is the same in every run
  const settings = { provider: 'smsapi', baseUrl: emulator.url, batchSize, concurrency: 1 } as const;
  await api.saveGateway({ params, body: { ...settings, sender: null } });
  await api.saveGatewayToken({ params, body: { token: emulator.token } });
  await api.saveGateway({ params, body: { ...settings, sender } });
  await api.testGateway({ params });
  const phones = Array.from({ length: contractors }, (_, at) => phoneOf(at));
  if (contractors > 0) {
    const upload = { file: new Blob([fileOf(phones)]), fileName: 'kontrahenci.csv' };
    const { id: importId } = await api.checkImport({ params, body: {}, ...upload });
    await api.applyImport({ params: { companyId, importId } });
  }
  return { companyId, name, emulator, phones };
}

/** Numbers ending in 50 are delivered. */
const phoneOf = (at: number): string => `48501${String(at).padStart(4, '0')}50`;

const CITIES = ['Gdańsk', 'Łódź', 'Wąchock', 'Kraków', 'Świdnica'];

/** A file as the ERP writes it; the names sort as they are numbered. */
export function fileOf(phones: readonly string[]): string {
  const rows = phones.map((phone, at) => {
    const nth = String(at + 1).padStart(3, '0');
    return `K${nth};Skład Łąka ${nth};${CITIES[at % CITIES.length] ?? ''};${phone};Stali odbiorcy;T;2026-01-15`;
  });
  return ['Kod;Nazwa;Miejscowość;Telefon SMS;Grupa;Zgoda SMS;Data zgody', ...rows].join('\r\n');
}
