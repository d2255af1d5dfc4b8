const DAY_MS = 86_400_000;

export interface Forecast {
  /** Ten-thousandths of a point a day, on average. */
  readonly spentPerDay: number | null;
  /** Whole days that the points will do at that pace. */
  readonly daysLeft: number | null;
}

/**
 * What goes in a day and how long the rest will do. Nobody can know before a day of readings is there, and an account that
 * spends nothing does for ever.
 */
export function forecast(
  spending: { readonly spent: number; readonly firstAt: Date; readonly points: number } | null,
  now: Date,
): Forecast {
  if (spending === null) return { spentPerDay: null, daysLeft: null };
  const days = (now.getTime() - spending.firstAt.getTime()) / DAY_MS;
  if (days < 1) return { spentPerDay: null, daysLeft: null };
  const spentPerDay = Math.round(spending.spent / days);
  return { spentPerDay, daysLeft: spentPerDay === 0 ? null : Math.max(0, Math.floor(spending.points / spentPerDay)) };
}
