import { Title } from '@mantine/core';

export function KeysScreen() {
  return <Title order={1}>KeysScreen</Title>;
}
