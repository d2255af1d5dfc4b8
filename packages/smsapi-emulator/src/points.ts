/**
 * Points are kept as whole ten-thousandths, so that a balance after a million messages is exact.
 * The gateway itself answers four decimals (`"0.3000"`, dossier 2.5).
 */
export type Units = number;

const UNITS_PER_POINT = 10_000;

export const toUnits = (points: number): Units => Math.round(points * UNITS_PER_POINT);

export const toPoints = (units: Units): number => units / UNITS_PER_POINT;

/** `priority` messages (parameter `fast`) cost half as much again (dossier 2.1). */
export const priceOf = (parts: number, unitPrice: Units, priority: boolean): Units =>
  Math.round(parts * unitPrice * (priority ? 1.5 : 1));

/** As a number, or as the text with four decimals that some replies carry. */
export const showPoints = (units: Units, as: 'number' | 'string'): number | string =>
  as === 'number' ? toPoints(units) : toPoints(units).toFixed(4);
