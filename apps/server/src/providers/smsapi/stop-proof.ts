import type { StopProof } from '../../domain/pause-rules.ts';

/**
 * Which question shows that SMSAPI would not stop us for the same reason again. Only where an honest question exists: a
 * permission of the token (401), a link in the text (94) or a limit of the account (96, 98) show only when something is sent.
 */
const proofs: Readonly<Record<string, StopProof>> = {
  smsapi_101: 'account',
  smsapi_102: 'account',
  smsapi_105: 'account',
  smsapi_address_wrong: 'account',
  smsapi_14: 'sender',
  smsapi_103: 'balance',
};

/** What shows that the reason behind a code is gone; null when only a person can know. */
export function proofOf(code: string): StopProof | null {
  return Object.hasOwn(proofs, code) ? (proofs[code] ?? null) : null;
}
