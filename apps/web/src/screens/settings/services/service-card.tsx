import type { Contract, Result } from '@goniec/contract';
import { Badge, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { formatDay } from '../../../i18n/format.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { say } from '../../../ui/describe-error.ts';
import { notifyError } from '../../../ui/notify.ts';

export type ServiceView = Result<Contract['listServices']>['items'][number];

const COLOR = { active: 'teal', grace: 'orange', expired: 'red', unknown: 'gray' } as const;

interface ServiceCardProps {
  readonly companyId: string;
  readonly service: ServiceView;
}

/** One service: the company's own switch, and whether this version of the program may still use it. */
export function ServiceCard({ companyId, service }: ServiceCardProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const turn = useMutation({
    mutationFn: (enabled: boolean) =>
      api.switchService({ params: { companyId, code: 'sms_smsapi' }, body: { enabled } }),
    onError: notifyError,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['services', companyId] });
      await client.invalidateQueries({ queryKey: ['first-steps', companyId] });
    },
  });
  const [asking, question] = useDisclosure(false);
  const { state, until, daysLeft, notice, usable, enabled } = service;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} fz="md">
            {say(service.name)}
          </Title>
          <Switch
            checked={enabled}
            onChange={({ currentTarget: { checked } }) => {
              if (turn.isPending) return; // a dead switch would lose the keyboard
              if (checked) turn.mutate(true);
              else question.open();
            }}
            label={t(enabled ? 'settings.services.on' : 'settings.services.off')}
            aria-label={say(service.name)}
          />
        </Group>
        {enabled ? (
          <Group gap="xs">
            <Badge color={COLOR[state]}>{t(`settings.services.state.${state}`)}</Badge>
            <Text size="sm">
              {until === null ? null : t(`settings.services.until.${state}`, { day: formatDay(until) })}{' '}
              {daysLeft === null ? null : t('settings.services.daysLeft', { count: daysLeft })}
            </Text>
          </Group>
        ) : (
          <Text size="sm" c="var(--goniec-warn)">
            {t('settings.services.switchedOff')}
          </Text>
        )}
        {notice ? (
          <Text size="sm" c={usable ? 'var(--goniec-warn)' : 'var(--goniec-bad)'}>
            {say(notice.sentence)} {notice.action ? say(notice.action) : null}
          </Text>
        ) : null}
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={t('settings.services.offTitle', { name: say(service.name) })}
        text={t('settings.services.offText')}
        confirm={t('settings.services.turnOff')}
        danger
        onClose={question.close}
        onConfirm={() => {
          question.close();
          turn.mutate(false);
        }}
      />
    </Paper>
  );
}
