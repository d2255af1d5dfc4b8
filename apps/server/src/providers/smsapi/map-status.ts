import type { DeliveryState } from '../../domain/delivery.ts';

/** SMSAPI's words for what became of a message → ours (dossier, section 5). */
const states: ReadonlyMap<number, DeliveryState> = new Map([
  [401, 'unknown'], // the gateway has forgotten the id
  [402, 'expired'],
  [403, 'pending'], // sent, no final report yet
  [404, 'delivered'],
  [405, 'undelivered'],
  [406, 'failed'],
  [407, 'rejected'],
  [408, 'unknown'],
  [409, 'pending'], // waiting to be sent
  [410, 'pending'], // the operator has it: not the handset yet, whatever the vendor's Java client says
  [411, 'pending'], // further attempts under way
  [412, 'undelivered'], // stopped by hand in the panel
]);

/** A status nobody has heard of is `unknown`, which a later `delivered` still beats. */
export function deliveryOf(status: number | null): DeliveryState {
  return (status === null ? undefined : states.get(status)) ?? 'unknown';
}
