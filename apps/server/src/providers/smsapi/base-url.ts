import { isLoopback } from '../../domain/loopback.ts';

/** The hosts of SMSAPI, all editions (dossier 1.1). A token sent anywhere else would be given away (SSRF, ASVS 1.3.6). */
const officialHosts: ReadonlySet<string> = new Set([
  'api.smsapi.pl',
  'api2.smsapi.pl',
  'api.smsapi.com',
  'api2.smsapi.com',
  'api.smsapi.bg',
  'api.smsapi.se',
  'smsapi.io',
]);

/** Whether tokens may be sent to this address: SMSAPI by https, or an emulator on this very computer. */
export function allowsBaseUrl(url: URL): boolean {
  const { protocol, hostname, port, username, password, search, hash } = url;
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  if (isLoopback(url)) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && port === '' && officialHosts.has(hostname);
}
