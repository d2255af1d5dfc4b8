import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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

/** The changes of a draft's text that are on their way. */
export const savingKey = ({ companyId, campaignId }: CampaignKey) => ['saving', companyId, campaignId] as const;

/** What became of those who were marked in the directory; kept here until it has been read. */
export const pickedKey = ({ companyId, campaignId }: CampaignKey) => ['picked', companyId, campaignId] as const;

/** All prices of a campaign. */
export const quoteKey = ({ companyId, campaignId }: CampaignKey) => ['quote', companyId, campaignId] as const;

/**
 * What this version of a campaign costs; a change of it, whoever made it, has a price of its own. It asks the gateway for the
 * balance, so it is kept a while.
 */
export const quoteQuery = (key: CampaignKey, version: number) =>
  queryOptions({
    queryKey: [...quoteKey(key), version],
    queryFn: ({ signal }) => api.quoteCampaign({ params: { ...key } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 20_000,
    retry: false,
  });
