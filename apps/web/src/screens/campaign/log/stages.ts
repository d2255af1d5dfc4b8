/** The states of both stages in the order of a message's life, with the colour each has on the screen. */

export const HANDOVERS = ['ready', 'submitting', 'accepted', 'refused', 'uncertain', 'excluded', 'cancelled'] as const;
export const DELIVERIES = [
  'pending',
  'delivered',
  'undelivered',
  'expired',
  'failed',
  'rejected',
  'unknown',
  'no_report',
] as const;

export const HANDOVER_COLOR = {
  ready: 'gray',
  submitting: 'indigo',
  accepted: 'teal',
  refused: 'red',
  uncertain: 'orange',
  excluded: 'gray',
  cancelled: 'gray',
} as const;

export const DELIVERY_COLOR = {
  none: 'gray',
  pending: 'indigo',
  delivered: 'teal',
  undelivered: 'red',
  expired: 'orange',
  failed: 'red',
  rejected: 'red',
  unknown: 'gray',
  no_report: 'gray',
} as const;
