// Sealing of secrets: pure functions over node:crypto (domain-facts 5.1, recommendations 3 and 4).
//
//   KEK (key of this server)   = HKDF-SHA256(key file || HMAC(label, machine factor), salt = installation id, "kek/v1")
//   DEK (key of one company)   = 32 random bytes, kept wrapped by the KEK
//   a secret                   = AES-256-GCM by the DEK
//
// Text form: v1.<key id>.<nonce>.<ciphertext>.<tag>, base64url. The additional data purpose|companyId|recordId|keyVersion ties
// a text to its row: copied to another company or record it does not open.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const FORMAT = 'v1';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const KEY_ID_BYTES = 9;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FACTOR_LABEL = 'goniec/machine-factor/v1';

/** Where a secret belongs. Each part is [A-Za-z0-9_.:-]+, so that joined parts cannot be read in two ways. */
export interface SealContext {
  /** What the secret is for: 'gateway-token'. */
  readonly purpose: string;
  readonly companyId: string;
  readonly recordId: string;
}

/** `wrong_key`: sealed on another server or for another company. `damaged`: changed, cut, or moved to another record. */
export type OpenFailure = { readonly ok: false; readonly reason: 'wrong_key' | 'damaged' };
export type Opened<T> = { readonly ok: true; readonly secret: T } | OpenFailure;

export interface KekInput {
  readonly keyFile: Uint8Array;
  readonly factor: string;
  readonly installationId: string;
}

export function deriveKek({ keyFile, factor, installationId }: KekInput): KeyObject {
  if (keyFile.length !== KEY_BYTES) throw new RangeError(`A key file holds ${KEY_BYTES} bytes, not ${keyFile.length}`);
  const machine = createHmac('sha256', FACTOR_LABEL).update(factor).digest();
  return derive(Buffer.concat([keyFile, machine]), installationId, 'kek/v1');
}

export function newDek(): KeyObject {
  return createSecretKey(randomBytes(KEY_BYTES));
}

/** A fingerprint that names a key without helping to guess it. */
export function keyIdOf(key: KeyObject): string {
  return fingerprint(key, 'key-id/v1', KEY_ID_BYTES).toString('base64url');
}

/** What the database keeps to recognise the KEK at the next start. */
export function keyCheckOf(kek: KeyObject): string {
  return `${FORMAT}.${fingerprint(kek, 'key-check/v1', KEY_BYTES).toString('base64url')}`;
}

export function seal(key: KeyObject, context: SealContext, secret: string): string {
  return sealBytes(key, context, Buffer.from(secret, 'utf8'));
}

export function open(key: KeyObject, context: SealContext, sealed: string): Opened<string> {
  const opened = openBytes(key, context, sealed);
  return opened.ok ? { ok: true, secret: opened.secret.toString('utf8') } : opened;
}

export function wrapDek(kek: KeyObject, companyId: string, dek: KeyObject): string {
  return sealBytes(kek, dekContext(companyId), dek.export());
}

export function unwrapDek(kek: KeyObject, companyId: string, wrapped: string): Opened<KeyObject> {
  const opened = openBytes(kek, dekContext(companyId), wrapped);
  if (!opened.ok) return opened;
  if (opened.secret.length !== KEY_BYTES) return { ok: false, reason: 'damaged' };
  return { ok: true, secret: createSecretKey(opened.secret) };
}

const dekContext = (companyId: string): SealContext => ({ purpose: 'company-key', companyId, recordId: 'dek' });

function sealBytes(key: KeyObject, context: SealContext, secret: Uint8Array): string {
  const keyId = keyIdOf(key);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(context, keyId));
  const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
  return [FORMAT, keyId, ...[nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
    '.',
  );
}

function openBytes(key: KeyObject, context: SealContext, sealed: string): Opened<Buffer> {
  const parts = parse(sealed);
  if (parts === null) return { ok: false, reason: 'damaged' };
  if (parts.keyId !== keyIdOf(key)) return { ok: false, reason: 'wrong_key' };
  const aad = additionalData(context, parts.keyId);
  // Without authTagLength Node would accept a tag cut to four bytes.
  const decipher = createDecipheriv(CIPHER, key, parts.nonce, { authTagLength: TAG_BYTES });
  try {
    decipher.setAAD(aad).setAuthTag(parts.tag);
    return { ok: true, secret: Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]) };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

interface SealedParts {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

function parse(sealed: string): SealedParts | null {
  const [format, keyId, nonceText, ciphertextText, tagText, ...rest] = sealed.split('.');
  if (format !== FORMAT || keyId === undefined || rest.length > 0) return null;
  const [nonce, ciphertext, tag] = [nonceText, ciphertextText, tagText].map(decode);
  if (nonce?.length !== NONCE_BYTES || tag?.length !== TAG_BYTES || !ciphertext) return null;
  if (decode(keyId)?.length !== KEY_ID_BYTES) return null;
  return { keyId, nonce, ciphertext, tag };
}

/** Strict: Node skips what is not base64url, so that several texts would stand for one secret. */
function decode(text: string | undefined): Buffer | null {
  if (text === undefined) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

const CONTEXT_PART = /^[A-Za-z0-9_.:-]+$/;

function additionalData({ purpose, companyId, recordId }: SealContext, keyId: string): Buffer {
  const parts = [purpose, companyId, recordId, `${FORMAT}.${keyId}`];
  const unfit = parts.find((part) => !CONTEXT_PART.test(part));
  if (unfit !== undefined) throw new TypeError(`Not fit for a seal's context: "${unfit}"`);
  return Buffer.from(parts.join('|'), 'utf8');
}

const derive = (material: Uint8Array, salt: string, info: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', material, salt, info, KEY_BYTES)));

const fingerprint = (key: KeyObject, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', info, bytes));
