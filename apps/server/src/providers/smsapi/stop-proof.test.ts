import { expect, it } from 'vitest';
import { proofOf } from './stop-proof.ts';

it.each([
  ['smsapi_101', 'account'],
  ['smsapi_105', 'account'],
  ['smsapi_address_wrong', 'account'],
  ['smsapi_14', 'sender'],
  ['smsapi_103', 'balance'],
  ['smsapi_94', null],
  ['smsapi_96', null],
  ['smsapi_401', null],
  ['token_missing', null],
  ['toString', null],
])('what shows that %s is over: %s', (code, proof) => {
  expect(proofOf(code)).toBe(proof);
});
