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

const codeOf = (code: string | undefined): string => String(Number(code ?? 0));

/**
 * What the `hlr` callback is told. Names as the Java client reads them from a lookup it waits for (B for those, E that
 * the callback carries the same); `info` holds a word of the vendor's specification.
 */
export const lookupFields = (lookup: Lookup, username: string): Readonly<Record<string, string>> => {
  const isActive = lookup.status === 'active';
  const network = isActive ? networkOf(lookup.number) : null;
  const first = isActive ? firstNetworkOf(lookup.number) : null;
  const isPorted = network !== first;
  return {
    id: lookup.id,
    number: lookup.number,
    idx: lookup.idx ?? '',
    status: isActive ? 'OK' : 'FAIL',
    info: lookup.status,
    mcc: codeOf(network?.mcc),
    mnc: codeOf(network?.mnc),
    ported: isPorted ? '1' : '0',
    ported_from: isPorted ? codeOf(first?.mnc) : '0',
    date: String(Math.floor(lookup.foundAt / 1_000)),
    price: String(toPoints(lookup.price)),
    username,
  };
};
