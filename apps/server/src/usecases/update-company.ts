import { recordAudit } from '../db/audit-events.ts';
import { lockCompany, updateCompany as writeCompany, type CompanyRow } from '../db/companies.ts';
import { inTransaction } from '../db/database.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { readCompanyNip } from './read-company-nip.ts';

/** Changes what a company is called and its tax number; the trail keeps what stood there before. */
export async function updateCompany(
  deps: Pick<Deps, 'db'>,
  input: { readonly companyId: number; readonly name: string; readonly nip: string | null; readonly actor: Actor },
): Promise<Outcome<CompanyRow>> {
  const { companyId, name, actor } = input;
  const read = readCompanyNip(input.nip);
  if (!read.ok) return read;
  const nip = read.value;
  return inTransaction(deps.db, async (tx) => {
    const before = await lockCompany(tx, companyId);
    if (!before) return refuse('not_found');
    if (before.name === name && before.nip === nip) return done(before);
    const after = await writeCompany(tx, { id: companyId, name, nip });
    await recordAudit(tx, {
      companyId,
      actor,
      action: 'company.updated',
      subject: `company:${companyId}`,
      data: { name, nip, before: { name: before.name, nip: before.nip } },
    });
    return done(after);
  });
}
