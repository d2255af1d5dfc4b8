import { recordAudit } from '../db/audit-events.ts';
import { insertCompany, type CompanyRow } from '../db/companies.ts';
import { inTransaction } from '../db/database.ts';
import { admitToCompany } from '../db/users.ts';
import { readNip } from '../domain/nip.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';

/** Creates a company. It belongs to the user who made it; made from this computer, it belongs to every administrator. */
export async function createCompany(
  deps: Pick<Deps, 'db'>,
  input: { readonly name: string; readonly nip: string | null; readonly userId: number | null; readonly actor: Actor },
): Promise<Outcome<CompanyRow>> {
  const { name, userId, actor } = input;
  const nip = readNip(input.nip ?? '');
  if (nip.kind === 'faulty')
    return refuse('company_nip_invalid', { errors: [{ pointer: '/body/nip', detail: nip.fault, code: nip.fault }] });
  return inTransaction(deps.db, async (tx) => {
    const company = await insertCompany(tx, { name, nip: nip.kind === 'empty' ? null : nip.nip });
    await admitToCompany(tx, company.id, userId === null ? 'everybody' : { userId });
    await recordAudit(tx, {
      companyId: company.id,
      actor,
      action: 'company.created',
      subject: `company:${company.id}`,
      data: { name },
    });
    return done(company);
  });
}
