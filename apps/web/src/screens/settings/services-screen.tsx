import { Badge, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { servicesQuery } from '../../api/queries.ts';
import { formatDay } from '../../i18n/format.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { say } from '../../ui/describe-error.ts';
import { notifyError } from '../../ui/notify.ts';
import { ErrorPanel, LoadingPanel } from '../../ui/state-panels.tsx';
import { SettingsPage } from './settings-page.tsx';

const COLOR = { active: 'teal', grace: 'orange', expired: 'red', unknown: 'gray' } as const;

/** *Usługi subskrypcyjne*: what is switched on, until when it may be used, and what its end means. */
export function ServicesScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(servicesQuery(companyId));
  const turn = useMutation({
    mutationFn: (enabled: boolean) =>
      api.switchService({ params: { companyId, code: 'sms_smsapi' }, body: { enabled } }),
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: ['services', companyId] }),
  });
  if (!data) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingPanel />;
  return (
    <SettingsPage title={t('settings.services.title')} hint={t('settings.services.hint')}>
      {data.items.map((service) => (
        <Paper key={service.code} withBorder p="md">
          <Stack gap="xs">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Title order={2} fz="md">
                {say(service.name)}
              </Title>
              <Switch
                checked={service.enabled}
                disabled={turn.isPending}
                onChange={(event) => turn.mutate(event.currentTarget.checked)}
                label={t(service.enabled ? 'settings.services.on' : 'settings.services.off')}
              />
            </Group>
            <Group gap="xs">
              <Badge color={COLOR[service.state]}>{t(`settings.services.state.${service.state}`)}</Badge>
              <Text size="sm">
                {service.until === null ? null : t('settings.services.until', { day: formatDay(service.until) })}{' '}
                {service.daysLeft === null ? null : t('settings.services.daysLeft', { count: service.daysLeft })}
              </Text>
            </Group>
            {service.notice ? (
              <Text size="sm" c={service.usable ? 'var(--goniec-warn)' : 'var(--goniec-bad)'}>
                {say(service.notice.sentence)} {service.notice.action ? say(service.notice.action) : null}
              </Text>
            ) : null}
            <Text size="sm" c="dimmed">
              {t('settings.services.meaning')}
            </Text>
          </Stack>
        </Paper>
      ))}
    </SettingsPage>
  );
}
