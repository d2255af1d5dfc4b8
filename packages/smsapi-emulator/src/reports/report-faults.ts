import type { Conditions } from '../faults/conditions.ts';
import type { Fate } from '../fates.ts';

/** What happens to a report on its way out. */
export type ReportMishap =
  /** It never leaves. */
  | { readonly kind: 'lost' }
  /** It leaves so much later, in milliseconds of the emulator's clock; as a late message unless said otherwise. */
  | { readonly kind: 'late'; readonly ms?: number }
  /** It leaves once more, or so many times more, each so long after the one before. */
  | { readonly kind: 'duplicated'; readonly times?: number; readonly ms?: number }
  /** It leaves after the next report of the same message, or when that takes longer than this. */
  | { readonly kind: 'disordered'; readonly ms?: number }
  /** It waits until so many are together (5) or so long has passed (1000 ms); they share one call. */
  | { readonly kind: 'batched'; readonly size?: number; readonly ms?: number }
  /** It tells another status, one that nobody knows (413) unless said otherwise, under that or another name. */
  | { readonly kind: 'wrong'; readonly status?: number; readonly name?: string };

/** A fault of delivery reports. Reports made by hand are never struck. */
export type ReportFault = ReportMishap &
  Conditions & {
    /** Only reports of these status codes. */
    readonly statuses?: readonly number[];
    /** Only messages with one of these fates: `["delivered"]` leaves alone numbers that were picked for their ending. */
    readonly fates?: readonly Fate[];
  };
