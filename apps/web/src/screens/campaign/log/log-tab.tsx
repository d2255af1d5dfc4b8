import type { CampaignView } from '../use-draft.ts';

interface LogTabProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
}

export function LogTab({ campaign }: LogTabProps) {
  return <p>{campaign.sums.messages}</p>;
}
