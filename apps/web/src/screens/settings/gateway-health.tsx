import type { Contract, Result } from '@goniec/contract';
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatPoints, formatTime } from '../../i18n/format.ts';
import { say } from '../../ui/describe-error.ts';
import { notifyError } from '../../ui/notify.ts';

export type GatewayView = Result<Contract['getGateway']>;

/** Whether the gateway answers with this token, and what it said last. */
export function GatewayHealth({ companyId, gateway }: { readonly companyId: string; readonly gateway: GatewayView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const test = useMutation({
    mutationFn: () => api.testGateway({ params: { companyId } }),
    onError: notifyError,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['gateway', companyId] });
      void client.invalidateQueries({ queryKey: ['balance', companyId] });
    },
  });
  const answer = test.data;
  const points = answer?.balance?.points;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm">
            {gateway.verifiedAt === null
              ? t('settings.gateway.neverTested')
              : t('settings.gateway.verified', {
                  account: gateway.accountName ?? '—',
                  at: formatTime(gateway.verifiedAt),
                })}
          </Text>
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={14} />}
            loading={test.isPending}
            onClick={() => test.mutate()}
          >
            {t('settings.gateway.test')}
          </Button>
        </Group>
        {gateway.lastError ? (
          <Alert color="red" title={formatTime(gateway.lastError.at)}>
            {say(gateway.lastError.sentence)} {gateway.lastError.action ? say(gateway.lastError.action) : null}
          </Alert>
        ) : null}
        <div role="status">
          {answer === undefined ? null : answer.ok ? (
            <Alert color="teal">
              {t('settings.gateway.works', { account: answer.accountName ?? '—' })}{' '}
              {typeof points === 'number' ? t('shell.balance.points', { formatted: formatPoints(points) }) : null}
            </Alert>
          ) : (
            <Alert color="red">
              {answer.reason ? say(answer.reason.sentence) : t('common.error')}{' '}
              {answer.reason?.action ? say(answer.reason.action) : null}
            </Alert>
          )}
        </div>
      </Stack>
    </Paper>
  );
}
