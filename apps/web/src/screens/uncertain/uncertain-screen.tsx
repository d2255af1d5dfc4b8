import { Title } from '@mantine/core';

export function UncertainScreen() {
  return <Title order={1}>UncertainScreen</Title>;
}
