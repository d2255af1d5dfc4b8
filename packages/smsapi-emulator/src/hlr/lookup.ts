import type { Fate } from '../fates.ts';
import { firstNetworkOf, networkOf } from '../networks.ts';
import { toPoints, type Units } from '../points.ts';
import { between, type Random } from '../random.ts';
import type { Timings } from '../reports/plan.ts';

/** What a lookup can find; the words of the vendor's specification, which knows `in_progress` too (OAS). */
export type LookupStatus = 'active' | 'inactive' | 'unverified';

/** One number that was looked up in its home register (dossier 7.5). */
export interface Lookup {
  readonly id: string;
  readonly number: string;
  readonly idx: string | null;
  readonly price: Units;
  readonly at: number;
  readonly foundAt: number;
  readonly status: LookupStatus;
}

const STATUSES: Readonly<Partial<Record<Fate, LookupStatus>>> = {
  undelivered: 'inactive',
  expired: 'inactive',
  rejected: 'inactive',
  failed: 'unverified',
  unknown: 'unverified',
};

/** A number whose texts would arrive is active. */
export const lookupStatus = (fate: Fate): LookupStatus => STATUSES[fate] ?? 'active';

/** How long the home register takes, in milliseconds; as long as a text, and as late with the late ones. */
export const lookupMs = (fate: Fate, timings: Timings, random: Random): number =>
  between(random, timings.finalMinMs, timings.finalMaxMs) + (fate === 'late' ? timings.lateMs : 0);

/** How many calls tell the result: none for a silent number, two for one whose reports come twice. */
export const timesTold = (fate: Fate): number => (fate === 'silent' ? 0 : fate === 'duplicated' ? 2 : 1);

/** What the `hlr` callback is told (E: no source names its fields; the words are those of reports and of OAS). */
export const lookupFields = (lookup: Lookup, username: string): Readonly<Record<string, string>> => {
  const network = networkOf(lookup.number);
  const first = firstNetworkOf(lookup.number);
  const isFound = lookup.status === 'active';
  return {
    id: lookup.id,
    number: lookup.number,
    idx: lookup.idx ?? '',
    status: lookup.status,
    mcc: isFound ? (network?.mcc ?? '') : '',
    mnc: isFound ? (network?.mnc ?? '') : '',
    network: isFound ? (network?.name ?? '') : '',
    ported: isFound && network !== first ? '1' : '0',
    ported_from: isFound && network !== first ? (first?.name ?? '') : '',
    date: String(Math.floor(lookup.foundAt / 1_000)),
    price: String(toPoints(lookup.price)),
    username,
  };
};
