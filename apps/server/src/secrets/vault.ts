// The vault: everything the server does with stored credentials, behind a key that only this server can derive.
// On another server nothing throws and nothing is deleted: `matches` says no, `open` says wrong_key, and the administrator
// enters the token again (domain-facts 5.1, recommendation 5).
import { timingSafeEqual } from 'node:crypto';
import * as crypt from './seal.ts';

export type { SealContext } from './seal.ts';

export type CompanyKeyState = 'readable' | 'wrong_key' | 'damaged';

export interface Vault {
  /** To be kept in the database at the first start. */
  keyCheck(): string;
  /** False: this database comes from another server (or its key file, machine or installation id changed). */
  matches(keyCheck: string): boolean;
  /** A new company key, wrapped: kept in the database beside the company. */
  newCompanyKey(companyId: string): string;
  /** Ask before `seal`; a company whose key is not readable here needs a new one. */
  companyKeyState(wrappedKey: string, companyId: string): CompanyKeyState;
  /** Throws when the company's key is not readable here. */
  seal(wrappedKey: string, context: crypt.SealContext, secret: string): string;
  open(wrappedKey: string, context: crypt.SealContext, sealed: string): crypt.Opened<string>;
  /** Rotation of the server's key: the same company key, wrapped for the vault that follows. Secrets stay as they are. */
  rewrap(wrappedKey: string, companyId: string, next: crypt.KekInput): crypt.Opened<string>;
}

/**
 * @example
 * const vault = createVault({ keyFile: await loadOrCreateKeyFile(path), factor: await readMachineFactor('machine-id'), installationId });
 * const companyKey = vault.newCompanyKey('7');
 * const sealed = vault.seal(companyKey, { purpose: 'gateway-token', companyId: '7', recordId: '12' }, token);
 */
export function createVault(input: crypt.KekInput): Vault {
  const kek = crypt.deriveKek(input);
  const keyCheck = crypt.keyCheckOf(kek);

  return {
    keyCheck: () => keyCheck,
    matches: (other) => equalText(other, keyCheck),
    newCompanyKey: (companyId) => crypt.wrapDek(kek, companyId, crypt.newDek()),
    companyKeyState(wrappedKey, companyId) {
      const dek = crypt.unwrapDek(kek, companyId, wrappedKey);
      return dek.ok ? 'readable' : dek.reason;
    },
    seal(wrappedKey, context, secret) {
      const dek = crypt.unwrapDek(kek, context.companyId, wrappedKey);
      if (!dek.ok) throw new Error(`The key of company ${context.companyId} is not readable here: ${dek.reason}`);
      return crypt.seal(dek.secret, context, secret);
    },
    open(wrappedKey, context, sealed) {
      const dek = crypt.unwrapDek(kek, context.companyId, wrappedKey);
      return dek.ok ? crypt.open(dek.secret, context, sealed) : dek;
    },
    rewrap(wrappedKey, companyId, next) {
      const dek = crypt.unwrapDek(kek, companyId, wrappedKey);
      if (!dek.ok) return dek;
      return { ok: true, secret: crypt.wrapDek(crypt.deriveKek(next), companyId, dek.secret) };
    },
  };
}

function equalText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
