import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export interface CampaignKey {
  readonly companyId: string;
  readonly campaignId: string;
}

export const campaignQuery = ({ companyId, campaignId }: CampaignKey) =>
  queryOptions({
    queryKey: ['campaign', companyId, campaignId],
    queryFn: ({ signal }) => api.getCampaign({ params: { companyId, campaignId } }, { signal }),
  });

/** Asks the gateway for the balance, so it is kept a while; every change of the campaign makes it old at once. */
export const quoteQuery = ({ companyId, campaignId }: CampaignKey) =>
  queryOptions({
    queryKey: ['quote', companyId, campaignId],
    queryFn: ({ signal }) => api.quoteCampaign({ params: { companyId, campaignId } }, { signal }),
    staleTime: 20_000,
    retry: false,
  });
