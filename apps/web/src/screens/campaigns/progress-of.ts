import type { CampaignView } from '../campaign/use-draft.ts';

/** How far a campaign has come: what the gateway has taken or refused, of all that was not left out. What was cancelled never went. */
export function progressOf({ sums }: Pick<CampaignView, 'sums'>): { readonly done: number; readonly total: number } {
  const { accepted, refused, excluded } = sums.handover;
  return { done: accepted + refused, total: sums.messages - excluded };
}
