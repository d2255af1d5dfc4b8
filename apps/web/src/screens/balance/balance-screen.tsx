import { Title } from '@mantine/core';

export function BalanceScreen() {
  return <Title order={1}>BalanceScreen</Title>;
}
