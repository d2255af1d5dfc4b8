import { Title } from '@mantine/core';

export function GatewayScreen() {
  return <Title order={1}>GatewayScreen</Title>;
}
