export const STATES = ['draft', 'frozen', 'sending', 'paused', 'finished', 'cancelled'] as const;

/** What the address of the list of campaigns says. */
export interface CampaignsSearch {
  readonly q?: string | undefined;
  readonly state?: (typeof STATES)[number] | undefined;
}

export function readCampaignsSearch({ q, state }: Readonly<Record<string, unknown>>): CampaignsSearch {
  return {
    q: typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) || undefined : undefined,
    state: STATES.find((known) => known === state),
  };
}
