/**
 * Status doręczenia, from weakest to strongest knowledge. A report may only raise a message: `delivered` is the last word
 * because a handset said so, `no_report` is only our own impatience (ADR 0006). Same order as the database's enum.
 */
export const deliveryStates = [
  'none',
  'pending',
  'no_report',
  'unknown',
  'expired',
  'rejected',
  'failed',
  'undelivered',
  'delivered',
] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** The state after a report, whatever order reports come in: the stronger of the two. */
export function foldDelivery(current: DeliveryState, reported: DeliveryState): DeliveryState {
  return deliveryStates.indexOf(reported) > deliveryStates.indexOf(current) ? reported : current;
}

/** Whether nothing more is awaited: a campaign is finished when this holds for all it handed over. */
export function isFinalDelivery(state: DeliveryState): boolean {
  return state !== 'none' && state !== 'pending';
}
