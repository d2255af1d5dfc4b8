import type { CampaignView } from '../campaign/use-draft.ts';

/** How far a campaign has come: messages with an outcome, of those that were not left out. */
export function progressOf({ sums }: Pick<CampaignView, 'sums'>): { readonly done: number; readonly total: number } {
  const { accepted, refused, cancelled, excluded } = sums.handover;
  return { done: accepted + refused + cancelled, total: sums.messages - excluded };
}
