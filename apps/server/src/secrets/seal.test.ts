import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKek, keyCheckOf, keyIdOf, newDek, open, seal, type SealContext, unwrapDek, wrapDek } from './seal.ts';

const dek = newDek();
const context: SealContext = { purpose: 'gateway-token', companyId: '7', recordId: '12' };
const server = { keyFile: Buffer.alloc(32, 1), factor: 'none', installationId: '2f0c1f9e-0000-4000-8000-000000000001' };

/** Every text that differs from this one in a single bit of a single character, and is still ASCII. */
function oneBitOff(text: string): string[] {
  const bits = [1, 2, 4, 8, 16, 32, 64];
  return Array.from(text, (character, index) =>
    bits.map(
      (bit) => text.slice(0, index) + String.fromCharCode(character.charCodeAt(0) ^ bit) + text.slice(index + 1),
    ),
  ).flat();
}

describe('a sealed secret', () => {
  it.each(['token-0123456789', '', 'zażółć gęślą jaźń 🐢', 'x'.repeat(10_000)])(
    'opens to what was sealed',
    (secret) => {
      expect(open(dek, context, seal(dek, context, secret))).toEqual({ ok: true, secret });
    },
  );

  it('has the form v1.<key id>.<nonce>.<ciphertext>.<tag>', () => {
    const sealed = seal(dek, context, 'token');
    expect(sealed).toMatch(/^v1\.[\w-]{12}\.[\w-]{16}\.[\w-]{7}\.[\w-]{22}$/);
    expect(sealed.split('.')[1]).toBe(keyIdOf(dek));
  });

  it('never looks the same twice and never shows the secret', () => {
    const texts = Array.from({ length: 100 }, () => seal(dek, context, 'token'));
    expect(new Set(texts).size).toBe(100);
    expect(new Set(texts.map((text) => text.split('.')[2])).size).toBe(100);
    expect(texts.join()).not.toContain(Buffer.from('token').toString('base64url'));
  });

  it.each<[string, Partial<SealContext>]>([
    ['company', { companyId: '8' }],
    ['record', { recordId: '13' }],
    ['purpose', { purpose: 'callback-secret' }],
  ])('copied to another %s it does not open', (_what, change) => {
    expect(open(dek, { ...context, ...change }, seal(dek, context, 'token'))).toEqual({ ok: false, reason: 'damaged' });
  });

  it('does not open with another key', () => {
    expect(open(newDek(), context, seal(dek, context, 'token'))).toEqual({ ok: false, reason: 'wrong_key' });
  });

  it('does not open with another key even when its id is forged', () => {
    const other = newDek();
    const forged = seal(dek, context, 'token').replace(keyIdOf(dek), keyIdOf(other));
    expect(open(other, context, forged)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('does not open with any single bit changed', () => {
    const changed = oneBitOff(seal(dek, context, 'token'));
    expect(changed).toHaveLength(63 * 7);
    expect(changed.filter((text) => open(dek, context, text).ok)).toEqual([]);
  });

  it('does not open with a tag cut to any length', () => {
    const [format, keyId, nonce, ciphertext, tag = ''] = seal(dek, context, 'token').split('.');
    const bytes = Buffer.from(tag, 'base64url');
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = [format, keyId, nonce, ciphertext, bytes.subarray(0, length).toString('base64url')].join('.');
      expect(open(dek, context, cut)).toEqual({ ok: false, reason: 'damaged' });
    }
  });

  it.each(['', 'v1', 'v1....', 'v2.a.b.c.d', 'v1.a.b.c.d', 'nonsense', 'v1.a.b.c.d.e', 'hasło'])(
    'text that never was a seal is damaged: "%s"',
    (text) => {
      expect(open(dek, context, text)).toEqual({ ok: false, reason: 'damaged' });
    },
  );

  it('with a part added, or padding, it is damaged', () => {
    const sealed = seal(dek, context, 'token');
    expect(open(dek, context, `${sealed}.x`)).toEqual({ ok: false, reason: 'damaged' });
    expect(open(dek, context, `${sealed}=`)).toEqual({ ok: false, reason: 'damaged' });
    expect(open(dek, context, `${sealed}\n`)).toEqual({ ok: false, reason: 'damaged' });
  });

  it.each(['', 'a|b', 'a b', 'ż'])('a context that could be read in two ways is refused: "%s"', (recordId) => {
    expect(() => seal(dek, { ...context, recordId }, 'token')).toThrow(TypeError);
  });
});

describe('a company key', () => {
  const kek = deriveKek(server);

  it('unwraps on its server for its company', () => {
    const opened = unwrapDek(kek, '7', wrapDek(kek, '7', dek));
    expect(opened.ok && opened.secret.equals(dek)).toBe(true);
  });

  it('does not unwrap for another company', () => {
    expect(unwrapDek(kek, '8', wrapDek(kek, '7', dek))).toEqual({ ok: false, reason: 'damaged' });
  });

  it('cannot be replaced by a secret sealed with the same key', () => {
    const planted = seal(kek, { purpose: 'company-key', companyId: '7', recordId: 'dek' }, 'short');
    expect(unwrapDek(kek, '7', planted)).toEqual({ ok: false, reason: 'damaged' });
  });

  it.each([
    ['key file', { keyFile: Buffer.alloc(32, 2) }],
    ['machine', { factor: 'machine-id:aa' }],
    ['installation', { installationId: '2f0c1f9e-0000-4000-8000-000000000002' }],
  ])('does not unwrap with another %s', (_what, change) => {
    const other = deriveKek({ ...server, ...change });
    expect(unwrapDek(other, '7', wrapDek(kek, '7', dek))).toEqual({ ok: false, reason: 'wrong_key' });
    expect(keyCheckOf(other)).not.toBe(keyCheckOf(kek));
  });
});

describe('the derived values', () => {
  it('stay the same between releases: stored secrets depend on them', () => {
    expect(keyCheckOf(deriveKek(server))).toBe('v1.YR-hPkYXgas06wcI7knPRzuJfMeEiUiU4wj6UWC3Lo0');
    expect(keyIdOf(createSecretKey(Buffer.alloc(32, 3)))).toBe('VDJxxU73HM9E');
  });

  it('a secret sealed by an earlier build still opens', () => {
    expect(
      open(
        createSecretKey(Buffer.alloc(32, 3)),
        context,
        'v1.VDJxxU73HM9E.-u8togoJsUzxqAS2.xF9c5IQ.edWT9RXjW1ZfiDz6mXpIPQ',
      ),
    ).toEqual({ ok: true, secret: 'token' });
  });

  it('a key of another size is refused', () => {
    expect(() => deriveKek({ ...server, keyFile: Buffer.alloc(16) })).toThrow(RangeError);
  });
});
