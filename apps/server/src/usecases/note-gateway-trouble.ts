import { announce } from '../db/announcements.ts';
import { noteGatewayError, type GatewayOperation } from '../db/gateway-errors.ts';
import type { Deps } from './deps.ts';

export interface GatewayTrouble {
  readonly companyId: number;
  readonly gatewayId: number;
  readonly operation: GatewayOperation;
  readonly code: string;
}

/**
 * Keeps a failure of the gateway for people to look at. On a connection of its own, after what it is about was committed, and it
 * never throws: a history that cannot be written must not stop, repeat or undo anything.
 */
export async function noteGatewayTrouble(deps: Pick<Deps, 'db' | 'log'>, trouble: GatewayTrouble): Promise<void> {
  try {
    const isNew = await noteGatewayError(deps.db, trouble);
    // Whoever hears of it reads the balance again: telling of a balance that cannot be read would go round in circles.
    if (isNew && trouble.operation !== 'balance')
      await announce(deps.db, { type: 'gateway.changed', companyId: String(trouble.companyId), id: null });
  } catch (error) {
    deps.log.warn({ err: error, ...trouble }, 'gateway.trouble_not_noted');
  }
}
