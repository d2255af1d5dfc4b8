import { Title } from '@mantine/core';

export function FirstStepsScreen() {
  return <Title order={1}>FirstStepsScreen</Title>;
}
