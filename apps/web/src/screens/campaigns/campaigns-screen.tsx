import { Title } from '@mantine/core';

export function CampaignsScreen() {
  return <Title order={1}>CampaignsScreen</Title>;
}
