import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { setService } from '../db/services.ts';
import { SMS_SERVICE, type ServiceView } from '../domain/service.ts';
import { checkEntitlement } from './check-entitlement.ts';
import type { Actor, Deps } from './deps.ts';

/** Switches the subscription service of a company on or off (S5). Running campaigns notice at their next batch. */
export async function switchService(
  deps: Pick<Deps, 'db' | 'clock' | 'line'>,
  input: { readonly companyId: number; readonly actor: Actor; readonly enabled: boolean },
): Promise<ServiceView> {
  const { companyId, actor, enabled } = input;
  const { code } = SMS_SERVICE;
  await inTransaction(deps.db, async (tx) => {
    await setService(tx, { companyId, code, enabled, changedBy: actor });
    await recordAudit(tx, {
      companyId,
      actor,
      action: 'service.switched',
      subject: `service:${code}`,
      data: { enabled },
    });
  });
  return (await checkEntitlement(deps, companyId)).service;
}
