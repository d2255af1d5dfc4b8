import { Title } from '@mantine/core';

export function ContractorsScreen() {
  return <Title order={1}>ContractorsScreen</Title>;
}
