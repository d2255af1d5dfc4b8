export const STATES = ['draft', 'frozen', 'sending', 'paused', 'finished', 'cancelled'] as const;

/** What the address of the list of campaigns says. */
export interface CampaignsSearch {
  readonly q?: string | undefined;
  readonly state?: (typeof STATES)[number] | undefined;
  /** Id of the campaign the cursor was on when the list was left: whoever comes back goes on from there. */
  readonly row?: string | undefined;
}

export function readCampaignsSearch({ q, state, row }: Readonly<Record<string, unknown>>): CampaignsSearch {
  return {
    q: typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) || undefined : undefined,
    state: STATES.find((known) => known === state),
    row: typeof row === 'string' || typeof row === 'number' ? String(row) : undefined,
  };
}
