import { Argument } from 'commander';
import { campaignIdOf, parseCampaignRef } from './api/campaign-ref.ts';
import type { CompanyServer, Work } from './work.ts';

export const campaignArgument = (): Argument =>
  new Argument('<nr>', 'numer wysyłki albo last').argParser(parseCampaignRef);

export interface ChosenCampaign extends CompanyServer {
  readonly params: { readonly companyId: string; readonly campaignId: string };
}

/** The server, the company and the campaign a command is about. */
export async function chooseCampaign(work: Work, ref: string): Promise<ChosenCampaign> {
  const found = await work.company();
  const campaignId = await campaignIdOf(found.api, found.companyId, ref);
  return { ...found, params: { companyId: found.companyId, campaignId } };
}
