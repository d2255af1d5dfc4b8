import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createVault } from './vault.ts';

const server = { keyFile: Buffer.alloc(32, 1), factor: 'machine-id:aa', installationId: 'a-1' };
const vault = createVault(server);
const companyKey = vault.newCompanyKey('7');
const context = { purpose: 'gateway-token', companyId: '7', recordId: '12' };
const sealed = vault.seal(companyKey, context, 'token');

describe('the vault', () => {
  it('opens after a restart of the same server', () => {
    const restarted = createVault({ ...server, keyFile: Buffer.alloc(32, 1) });
    expect(restarted.matches(vault.keyCheck())).toBe(true);
    expect(restarted.open(companyKey, context, sealed)).toEqual({ ok: true, secret: 'token' });
  });

  it.each([
    ['key file', { keyFile: Buffer.alloc(32, 2) }],
    ['machine', { factor: 'machine-id:bb' }],
    ['container instead of a machine', { factor: 'none' }],
    ['installation', { installationId: 'a-2' }],
  ])('on another %s says that the token must be entered again', (_what, change) => {
    const moved = createVault({ ...server, ...change });
    expect(moved.matches(vault.keyCheck())).toBe(false);
    expect(moved.companyKeyState(companyKey, '7')).toBe('wrong_key');
    expect(moved.open(companyKey, context, sealed)).toEqual({ ok: false, reason: 'wrong_key' });
    expect(() => moved.seal(companyKey, context, 'token')).toThrow('company 7');
  });

  it('takes the new token on the new server with a new company key', () => {
    const moved = createVault({ ...server, factor: 'machine-id:bb' });
    const newKey = moved.newCompanyKey('7');
    expect(moved.companyKeyState(newKey, '7')).toBe('readable');
    const opened = moved.open(newKey, context, moved.seal(newKey, context, 'new token'));
    expect(opened).toEqual({ ok: true, secret: 'new token' });
  });

  it("does not open one company's secret for another, whichever parts are swapped", () => {
    const otherKey = vault.newCompanyKey('8');
    const otherContext = { ...context, companyId: '8' };
    const otherSealed = vault.seal(otherKey, otherContext, 'their token');
    expect(vault.open(companyKey, context, otherSealed)).toEqual({ ok: false, reason: 'wrong_key' });
    expect(vault.open(otherKey, context, sealed)).toEqual({ ok: false, reason: 'damaged' });
    expect(vault.open(otherKey, context, otherSealed)).toEqual({ ok: false, reason: 'damaged' });
    expect(vault.open(companyKey, otherContext, sealed)).toEqual({ ok: false, reason: 'damaged' });
    expect(vault.open(otherKey, otherContext, sealed)).toEqual({ ok: false, reason: 'wrong_key' });
    expect(vault.companyKeyState(otherKey, '7')).toBe('damaged');
  });

  it('does not open in another record of the same company', () => {
    expect(vault.open(companyKey, { ...context, recordId: '13' }, sealed)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('gives every company its own key, each time another', () => {
    const keys = ['7', '7', '8'].map((companyId) => vault.newCompanyKey(companyId));
    const texts = keys.map((key, index) =>
      vault.seal(key, { ...context, companyId: index === 2 ? '8' : '7' }, 'token'),
    );
    expect(new Set(texts.map((text) => text.split('.')[1])).size).toBe(3);
  });

  it.each(['', 'v1.AAAA', 'nonsense', 'ż'])('a key check that is none does not match: "%s"', (keyCheck) => {
    expect(vault.matches(keyCheck)).toBe(false);
  });

  it('after a rotation of the server key the old secrets open with the new key only', () => {
    const next = { ...server, keyFile: Buffer.alloc(32, 9) };
    const rewrapped = vault.rewrap(companyKey, '7', next);
    if (!rewrapped.ok) throw new Error(rewrapped.reason);
    expect(createVault(next).open(rewrapped.secret, context, sealed)).toEqual({ ok: true, secret: 'token' });
    expect(vault.open(rewrapped.secret, context, sealed)).toEqual({ ok: false, reason: 'wrong_key' });
    expect(createVault(next).rewrap(companyKey, '7', server)).toEqual({ ok: false, reason: 'wrong_key' });
  });

  it('shows no key when it gets into a log', () => {
    const shown = `${inspect(vault, { depth: 9, showHidden: true })}${JSON.stringify(vault)}`;
    expect(shown).not.toMatch(/01010101|Buffer|machine-id/);
  });
});
