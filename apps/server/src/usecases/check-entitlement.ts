import { raiseHighestDate, readInstance } from '../db/instance.ts';
import { listReleaseLines } from '../db/release-lines.ts';
import { isServiceEnabled } from '../db/services.ts';
import { effectiveToday } from '../domain/entitlement-day.ts';
import { entitlementOf } from '../domain/entitlement.ts';
import type { Reason } from '../domain/reason.ts';
import { serviceObstacle, serviceView, SMS_SERVICE, type ServiceView } from '../domain/service.ts';
import type { Deps } from './deps.ts';

export interface ServiceCheck {
  readonly service: ServiceView;
  readonly usable: boolean;
  /** Why it is not usable. */
  readonly obstacle: Reason | null;
}

/**
 * Whether this company may send today (S5, domain-facts section 4): switched on, and this version's line not expired in
 * Warsaw. Asked when a campaign is sent and again for every batch; an error here means "do not send" to every caller.
 */
export async function checkEntitlement(
  deps: Pick<Deps, 'db' | 'clock' | 'line'>,
  companyId: number,
): Promise<ServiceCheck> {
  const [enabled, releases, { highestDate }] = await Promise.all([
    isServiceEnabled(deps.db, { companyId, code: SMS_SERVICE.code }),
    listReleaseLines(deps.db),
    readInstance(deps.db),
  ]);
  const { today, highestSeen, warning } = effectiveToday(deps.clock(), highestDate);
  if (highestSeen !== highestDate) await raiseHighestDate(deps.db, highestSeen);
  const service = serviceView(enabled, entitlementOf({ line: deps.line, releases, today }), warning);
  return { service, usable: service.usable, obstacle: serviceObstacle(service) };
}
