import { toUnits, type Units } from './points.ts';

/** What may be bought apart from text messages. */
export type Service = 'mms' | 'vms' | 'hlr' | 'rcs';

export type Prices = Readonly<Record<Service, Units>>;

/** In points; no source names any, so these are only of the right size (E). */
export type PriceOptions = Partial<Readonly<Record<Service, number>>>;

const DEFAULT_POINTS: Readonly<Record<Service, number>> = { mms: 0.35, vms: 0.2, hlr: 0.05, rcs: 0.15 };

/**
 * Prices of everything but text messages; one MMS, one voice message, one lookup, one RCS message each.
 * @example createPrices({ hlr: 0.04 }) // { mms: 3500, vms: 2000, hlr: 400, rcs: 1500 }
 */
export const createPrices = (options: PriceOptions): Prices => ({
  mms: toUnits(options.mms ?? DEFAULT_POINTS.mms),
  vms: toUnits(options.vms ?? DEFAULT_POINTS.vms),
  hlr: toUnits(options.hlr ?? DEFAULT_POINTS.hlr),
  rcs: toUnits(options.rcs ?? DEFAULT_POINTS.rcs),
});
