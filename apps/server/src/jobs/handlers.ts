import { checkPendingDelivery, closeUnreportedMessages } from '../usecases/await-delivery.ts';
import type { Deps } from '../usecases/deps.ts';
import { readBalance, readBalances } from '../usecases/read-balance.ts';
import { sweep } from '../usecases/sweep.ts';
import type { Jobs } from './queue.ts';

export type Handlers = { readonly [N in keyof Jobs]: (payload: Jobs[N]) => Promise<void> };

/** Every job may run twice; each reads what is there and does what is left to do. */
export function jobHandlers(deps: Deps): Handlers {
  return {
    read_balance: ({ companyId }) => readBalance(deps, companyId).then(() => {}),
    read_balances: () => readBalances(deps),
    poll_delivery: () => checkPendingDelivery(deps),
    close_unreported: () => closeUnreportedMessages(deps),
    sweep: () => sweep(deps),
  };
}
