import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One thing that is known, under what it is. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Group gap="xs" fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Group>
    </div>
  );
}
