import type { Campaign } from './api/shapes.ts';
import { awaitingReports, campaignStates, type State } from './format/states.ts';

/** The sums of a campaign as people count them; every message is in exactly one group of each stage. */
export interface Tally {
  /** Messages that were meant to go out: all but the excluded and the cancelled. */
  readonly sendable: number;
  /** Not yet taken or refused by the gateway. */
  readonly left: number;
  readonly accepted: number;
  readonly refused: number;
  readonly uncertain: number;
  readonly delivered: number;
  /** A report says that it did not arrive. */
  readonly undelivered: number;
  /** Nobody knows: state unknown, or no report came. */
  readonly unclear: number;
  /** Accepted, and a report is still to come. */
  readonly awaited: number;
}

export function tallyOf({ sums: { messages, handover, delivery } }: Pick<Campaign, 'sums'>): Tally {
  const undelivered = delivery.undelivered + delivery.expired + delivery.failed + delivery.rejected;
  const unclear = delivery.unknown + delivery.no_report;
  return {
    sendable: messages - handover.excluded - handover.cancelled,
    left: handover.ready + handover.submitting + handover.uncertain,
    accepted: handover.accepted,
    refused: handover.refused,
    uncertain: handover.uncertain,
    delivered: delivery.delivered,
    undelivered,
    unclear,
    awaited: Math.max(0, handover.accepted - delivery.delivered - undelivered - unclear),
  };
}

/** The state as people see it. */
export const stateOf = ({ state, sums }: Pick<Campaign, 'state' | 'sums'>): State =>
  state === 'sending' && tallyOf({ sums }).left === 0 ? awaitingReports : campaignStates[state];

/** Whether something of what went out has not arrived, as far as is known. */
export const hasFailures = ({ refused, uncertain, undelivered, unclear }: Tally): boolean =>
  refused + uncertain + undelivered + unclear > 0;
