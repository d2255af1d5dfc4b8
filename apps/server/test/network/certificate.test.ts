import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { createAuthority } from './certificate.ts';

it('a certificate of a test is one: for its address and time, signed by its authority', () => {
  const authority = createAuthority();
  const [from, until] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')];
  const issued = new X509Certificate(authority.issue({ ip: '127.0.0.1', from, until }).cert);
  const root = new X509Certificate(authority.cert);
  expect(root.ca).toBe(true);
  expect(issued.checkIssued(root)).toBe(true);
  expect(issued.verify(root.publicKey)).toBe(true);
  expect(issued.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(issued.validToDate).toEqual(until);
});
