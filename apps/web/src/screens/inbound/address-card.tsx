import { Button, Code, CopyButton, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Contract, Result } from '@goniec/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatTime } from '../../i18n/format.ts';
import { inbound } from '../../i18n/pl/inbound.ts';
import { describeError, say } from '../../ui/describe-error.ts';
import { notifyDone } from '../../ui/notify.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';

addPolish({ inbound });

interface AddressCardProps {
  readonly companyId: string;
  readonly address: Result<Contract['getGateway']>['inbound'];
}

/** Where the gateway hands replies over: written down there by one button, or by hand, and whether any has come. */
export function AddressCard({ companyId, address: { url, steps } }: AddressCardProps) {
  const { t } = useTranslation();
  const last = useQuery({
    queryKey: ['inbound', companyId, 'last'],
    queryFn: ({ signal }) => api.listInboundMessages({ params: { companyId }, query: { limit: 1 } }, { signal }),
  }).data?.items[0];
  const register = useMutation({
    mutationFn: () => api.registerInbound({ params: { companyId } }),
    onSuccess: ({ change }) => notifyDone(t(`inbound.address.${change}`)),
  });
  const failure = register.error ? describeError(register.error) : null;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <div style={{ flex: '1 1 240px' }}>
            <Title order={2} fz="md">
              {t('inbound.address.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {last ? t('inbound.address.last', { at: formatTime(last.receivedAt) }) : t('inbound.address.none')}
            </Text>
          </div>
          <SteadyButton variant="default" loading={register.isPending} onClick={() => register.mutate()}>
            {t('inbound.address.register')}
          </SteadyButton>
        </Group>
        {failure ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {failure.title} {failure.hint}
          </Text>
        ) : null}
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <Code block flex={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {url}
          </Code>
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy} flex="none">
                {t(copied ? 'common.copied' : 'common.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Text size="sm" component="details">
          <summary>{t('inbound.address.howTo')}</summary>
          <List type="ordered" size="sm" spacing={4} mt="xs">
            {steps.map((step) => (
              <List.Item key={step.en}>{say(step)}</List.Item>
            ))}
          </List>
        </Text>
      </Stack>
    </Paper>
  );
}
