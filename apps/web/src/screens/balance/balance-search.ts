/** The days a history may go back, as the address and the API say them. */
export const PERIODS = ['7', '30', '90'] as const;
export type Period = (typeof PERIODS)[number];

export interface BalanceSearch {
  readonly dni?: Period;
}

/** What the address may say: a period that there is, else the usual one. */
export function readBalanceSearch(search: Readonly<Record<string, unknown>>): BalanceSearch {
  const dni = PERIODS.find((period) => period === String(search['dni']));
  return dni === undefined ? {} : { dni };
}
