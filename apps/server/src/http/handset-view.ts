import type { Contract, Result } from '@goniec/contract';
import type { NumberOwners } from '../db/number-owners.ts';
import type { Handset, HandsetEntry } from '../domain/handset.ts';
import type { HandsetRead } from '../usecases/read-handset.ts';
import { ownersView } from './inbound-view.ts';

type HandsetView = Result<Contract['setHandsetState']>;
type EntryView = Result<Contract['getHandset']>['items'][number];

/** One line of the list of handsets, with whose number it is. */
export function handsetView(handset: Handset, owners: ReadonlyMap<string, NumberOwners>): HandsetView {
  const { phone, state, stateSince, lastAt, unread, waiting, last } = handset;
  return {
    phone,
    owners: ownersView(owners.get(phone)),
    state,
    stateSince: stateSince?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
    unread,
    waiting,
    last,
  };
}

/** What lies on a handset or left it. */
export function entryView(entry: HandsetEntry, campaigns: HandsetRead['campaigns']): EntryView {
  const at = entry.at.toISOString();
  if (entry.kind === 'reply') return { ...entry, at };
  const { idx, segments, landedAt, expiresAt, ...message } = entry;
  const campaign = idx === null ? undefined : campaigns.get(idx);
  return {
    ...message,
    at,
    segments: [...segments],
    landedAt: landedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    campaign: campaign ? { id: String(campaign.id), subject: campaign.subject } : null,
  };
}
