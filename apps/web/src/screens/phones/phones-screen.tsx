import { Title } from '@mantine/core';

export function PhonesScreen() {
  return <Title order={1}>PhonesScreen</Title>;
}
