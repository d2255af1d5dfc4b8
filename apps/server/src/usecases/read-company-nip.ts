import { readNip } from '../domain/nip.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';

/** The tax number of a company as it is kept: none, a NIP whose check digit is right, or a VAT id of another country. */
export function readCompanyNip(typed: string | null): Outcome<string | null> {
  const nip = readNip(typed ?? '');
  if (nip.kind === 'faulty')
    return refuse('company_nip_invalid', { errors: [{ pointer: '/body/nip', detail: nip.fault, code: nip.fault }] });
  return done(nip.kind === 'empty' ? null : nip.nip);
}
