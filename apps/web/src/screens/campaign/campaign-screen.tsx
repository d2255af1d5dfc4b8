import { Title } from '@mantine/core';

export function CampaignScreen() {
  return <Title order={1}>CampaignScreen</Title>;
}
