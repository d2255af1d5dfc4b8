import { Button, Code, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatTime } from '../../i18n/format.ts';
import { notifyError } from '../../ui/notify.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';

/** A one-time link for another browser or person. */
export function SignInLinkCard() {
  const { t } = useTranslation();
  const make = useMutation({ mutationFn: () => api.createSignInLink(), onError: notifyError });
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <div>
            <Title order={2} fz="md">
              {t('settings.link.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('settings.link.hint')}
            </Text>
          </div>
          <SteadyButton variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {t('settings.link.make')}
          </SteadyButton>
        </Group>
        {make.data ? (
          <div role="status">
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {make.data.url}
            </Code>
            <Group justify="space-between" mt={6}>
              <Text size="xs" c="dimmed">
                {t('settings.link.until', { at: formatTime(make.data.expiresAt) })}
              </Text>
              <CopyButton value={make.data.url}>
                {({ copied, copy }) => (
                  <Button size="compact-xs" variant="default" onClick={copy}>
                    {t(copied ? 'common.copied' : 'common.copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </div>
        ) : null}
      </Stack>
    </Paper>
  );
}
