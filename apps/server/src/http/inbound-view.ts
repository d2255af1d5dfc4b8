import type { Contract, Result } from '@goniec/contract';
import type { InboundListRow } from '../db/inbound-messages.ts';
import type { NumberOwners } from '../db/number-owners.ts';
import { barInbound, inboundActions } from '../domain/inbound-message.ts';
import { reasonOf } from '../domain/refusal.ts';

export type InboundView = Result<Contract['getInboundMessage']>;

/** A text that somebody sent, with whose number it came from now and what may be done about it. */
export function inboundView(
  row: InboundListRow,
  owners: ReadonlyMap<string, NumberOwners>,
  names: ReadonlyMap<string, string>,
): InboundView {
  const { campaignId, subject } = row;
  return {
    id: String(row.id),
    sender: row.sender ?? '',
    phone: row.phone,
    owners: ownersView(row.phone === null ? undefined : owners.get(row.phone)),
    text: row.body,
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    campaign: campaignId === null || subject === null ? null : { id: String(campaignId), subject },
    state: row.state,
    handledAt: row.handledAt?.toISOString() ?? null,
    handledBy: row.handledBy,
    handledByName: row.handledBy === null ? null : (names.get(row.handledBy) ?? null),
    actions: inboundActions.map((action) => {
      const bar = barInbound(row, action);
      return { action, allowed: bar === null, reason: bar === null ? null : reasonOf(bar) };
    }),
  };
}

export function ownersView(
  { contractors, total }: NumberOwners = { contractors: [], total: 0 },
): InboundView['owners'] {
  return { contractors: contractors.map(({ id, name }) => ({ id: String(id), name })), total };
}
