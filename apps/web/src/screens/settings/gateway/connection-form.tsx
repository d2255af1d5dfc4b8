import { Badge, Button, Group, Paper, PasswordInput, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { gatewayQuery } from '../../../api/queries.ts';
import { formatTime } from '../../../i18n/format.ts';
import { describeError } from '../../../ui/describe-error.ts';
import { notifyError } from '../../../ui/notify.ts';
import type { GatewayView } from './gateway-view.ts';
import { GatewayAnswer } from './gateway-answer.tsx';

const TOKEN_COLOR = { missing: 'orange', stored: 'teal', unreadable: 'red' } as const;

interface ConnectionFormProps {
  readonly companyId: string;
  readonly gateway: GatewayView;
}

/** The OAuth token goes in and never comes out; stored, it is tried at once, and the gateway's answer stands below. */
export function ConnectionForm({ companyId, gateway }: ConnectionFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [token, setToken] = useState('');
  const test = useMutation({
    mutationFn: () => api.testGateway({ params: { companyId } }),
    onError: notifyError,
    onSettled: () => {
      for (const resource of ['gateway', 'balance', 'first-steps'])
        void client.invalidateQueries({ queryKey: [resource, companyId] });
    },
  });
  const save = useMutation({
    mutationFn: () => api.saveGatewayToken({ params: { companyId }, body: { token } }),
    onSuccess: (saved) => {
      setToken('');
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      test.mutate();
    },
  });
  const failure = save.error ? describeError(save.error) : null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group gap="xs">
          <Text size="sm">{t('settings.token.title')}</Text>
          <Badge color={TOKEN_COLOR[gateway.token]}>{t(`settings.token.${gateway.token}`)}</Badge>
          <Text size="sm" c="dimmed">
            {gateway.verifiedAt === null
              ? t('settings.gateway.neverTested')
              : t('settings.gateway.verified', {
                  account: gateway.accountName ?? '—',
                  at: formatTime(gateway.verifiedAt),
                })}
          </Text>
        </Group>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (token.trim() !== '') save.mutate();
          }}
        >
          <Group align="flex-end" gap="xs">
            <PasswordInput
              label={t('settings.token.field')}
              description={t('settings.token.hint')}
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
              autoComplete="off"
              error={failure ? `${failure.title} ${failure.hint ?? ''}` : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('settings.token.show') }}
              style={{ flex: '1 1 280px' }}
            />
            <Button type="submit" loading={save.isPending} disabled={token.trim() === ''}>
              {t('settings.token.save')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={14} />}
              loading={test.isPending}
              disabled={gateway.token === 'missing'}
              onClick={() => test.mutate()}
            >
              {t('settings.gateway.test')}
            </Button>
          </Group>
        </form>
        <div role="status">{test.data && !test.isPending ? <GatewayAnswer answer={test.data} /> : null}</div>
      </Stack>
    </Paper>
  );
}
