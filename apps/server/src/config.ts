import { isAbsolute, join, resolve } from 'node:path';
import { isLoopback } from './domain/loopback.ts';
import type { EmulatorAccess } from './usecases/deps.ts';

export interface Config {
  /** The state folder: embedded database, key file, epoch mirror, local CLI key, logs. */
  readonly home: string;
  readonly host: string;
  readonly port: number;
  /** How the gateway reaches us for delivery reports, and what links in mails and terminals say. */
  readonly publicUrl: string;
  /** An external PostgreSQL; without it the embedded one is started below `home`. */
  readonly databaseUrl: string | null;
  readonly keyFile: string;
  readonly machineFactor: 'auto' | 'none' | 'machine-id';
  /** How long after the gateway's time-out a silent worker counts as dead, and another takes over its batch. */
  readonly leaseGraceMs: number;
  /** The SMSAPI emulator that `npm start` runs beside the server: companies may be connected to it by one click. */
  readonly emulator: EmulatorAccess | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const factors = ['auto', 'none', 'machine-id'] as const;

/**
 * Reads the environment. Pure; reports every fault at once.
 * @example readConfig(process.env, { root: process.cwd() })
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  at: { readonly root: string },
): ConfigResult {
  const faults: string[] = [];
  const value = (name: string) => env[name]?.trim() || undefined;
  const path = (text: string) => (isAbsolute(text) ? text : resolve(at.root, text));
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const given = value(name) ?? fallback;
    const found = allowed.find((item) => item === given);
    if (!found)
      faults.push(`${name} ma wartość „${given}”, a może mieć: ${allowed.join(', ')}. / must be one of them.`);
    return found ?? fallback;
  };

  const home = path(value('GONIEC_HOME') ?? 'var');
  const host = value('GONIEC_HOST') ?? '127.0.0.1';
  const port = Number(value('GONIEC_PORT') ?? 7300);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push('GONIEC_PORT musi być liczbą od 0 do 65535. / must be a number from 0 to 65535.');
  const databaseUrl = value('DATABASE_URL') ?? null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL musi zaczynać się od postgres://. / must begin with postgres://.');
  const publicUrl =
    value('GONIEC_PUBLIC_URL') ?? `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  if (!/^https?:\/\/[^/]/.test(publicUrl) || !URL.canParse(publicUrl))
    faults.push('GONIEC_PUBLIC_URL musi być adresem http:// lub https://. / must be an http(s) address.');

  const leaseGrace = Number(value('GONIEC_LEASE_GRACE') ?? 30);
  if (!Number.isInteger(leaseGrace) || leaseGrace < 1 || leaseGrace > 600)
    faults.push('GONIEC_LEASE_GRACE musi być liczbą sekund od 1 do 600. / must be a number of seconds from 1 to 600.');

  const emulator = emulatorOf(value('GONIEC_EMULATOR_URL'), value('GONIEC_EMULATOR_TOKEN'));
  const config: Config = Object.freeze({
    home,
    host,
    port,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    databaseUrl,
    keyFile: value('GONIEC_KEY_FILE') ? path(value('GONIEC_KEY_FILE') ?? '') : join(home, 'server.key'),
    machineFactor: oneOf('GONIEC_MACHINE_FACTOR', factors, 'auto'),
    leaseGraceMs: leaseGrace * 1000,
    emulator,
    logLevel: oneOf('GONIEC_LOG_LEVEL', levels, 'info'),
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config };
}

/** Only at an address of this very computer; anything else is left out, since nothing depends on it. */
function emulatorOf(address: string | undefined, token: string | undefined): EmulatorAccess | null {
  const url = URL.parse(address ?? '');
  return url !== null && token !== undefined && isLoopback(url) ? { baseUrl: url.href, token } : null;
}
