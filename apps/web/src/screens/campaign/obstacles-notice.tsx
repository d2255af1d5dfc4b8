import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { quoteQuery } from '../../api/campaign-queries.ts';
import { sayReason } from '../../ui/say-reason.ts';
import type { CampaignView } from './use-draft.ts';

/** Whether the empty field or the empty list shows it by itself; a field of spaces only does not look empty. */
const isSeenAnyway = (code: string, { body }: CampaignView): boolean =>
  code === 'campaign_without_recipients' || (code === 'campaign_without_text' && body === '');

interface ObstaclesNoticeProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
}

/** What stands in the way of sending a draft, in sight while it is written and not only on the barred button. */
export function ObstaclesNotice({ companyId, campaign }: ObstaclesNoticeProps) {
  const isDraft = campaign.state === 'draft';
  const { data } = useQuery({
    ...quoteQuery({ companyId, campaignId: campaign.id }, campaign.version),
    enabled: isDraft,
  });
  const obstacles = (isDraft ? (data?.obstacles ?? []) : []).filter(({ code }) => !isSeenAnyway(code, campaign));
  if (obstacles.length === 0) return null;
  return (
    <Stack gap={2} mt={6} role="note">
      {obstacles.map((obstacle) => (
        <Text key={obstacle.code} size="sm" c="var(--goniec-warn)">
          {sayReason(obstacle)}
        </Text>
      ))}
    </Stack>
  );
}
