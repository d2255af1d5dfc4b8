import { recordAudit } from '../db/audit-events.ts';
import { insertCompany, type CompanyRow } from '../db/companies.ts';
import { inTransaction } from '../db/database.ts';
import { admitToCompany } from '../db/users.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { readCompanyNip } from './read-company-nip.ts';

/** Creates a company. It belongs to the user who made it; made from this computer, it belongs to every administrator. */
export async function createCompany(
  deps: Pick<Deps, 'db'>,
  input: { readonly name: string; readonly nip: string | null; readonly userId: number | null; readonly actor: Actor },
): Promise<Outcome<CompanyRow>> {
  const { name, userId, actor } = input;
  const read = readCompanyNip(input.nip);
  if (!read.ok) return read;
  return inTransaction(deps.db, async (tx) => {
    const company = await insertCompany(tx, { name, nip: read.value });
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
