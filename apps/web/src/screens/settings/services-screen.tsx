import { Title } from '@mantine/core';

export function ServicesScreen() {
  return <Title order={1}>ServicesScreen</Title>;
}
