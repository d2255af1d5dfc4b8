import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SettingsPageProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One column that is read from top to bottom, scrolled as a whole. */
export function SettingsPage({ title, hint, children }: SettingsPageProps) {
  return (
    <div style={{ height: '100%', overflowY: 'auto' }}>
      <Stack gap="lg" p="md" maw={760}>
        <div>
          <Title order={1} fz="lg">
            {title}
          </Title>
          {hint === undefined ? null : (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </div>
  );
}
