/** `tresc` is a tab only where the window has one column and nothing is left to write. */
const TABS = ['odbiorcy', 'log', 'tresc'] as const;

/** What the address of the send window says: which tab, and which lines of the log or of the list. */
export interface CampaignSearch {
  readonly tab?: (typeof TABS)[number] | undefined;
  readonly handover?: string | undefined;
  readonly delivery?: string | undefined;
  readonly q?: string | undefined;
  /** Which recipients: code of the reason for which they are left out, `none` for those who get it. */
  readonly obstacle?: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) || undefined : undefined;

export function readCampaignSearch(search: Readonly<Record<string, unknown>>): CampaignSearch {
  const { tab } = search;
  return {
    tab: TABS.find((known) => known === tab),
    handover: text(search['handover']),
    delivery: text(search['delivery']),
    q: text(search['q']),
    obstacle: text(search['obstacle']),
  };
}
