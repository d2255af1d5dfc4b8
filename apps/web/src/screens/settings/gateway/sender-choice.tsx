import { Alert, Badge, Group, Paper, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { describeError } from '../../../ui/describe-error.ts';
import { NamedRadioGroup } from '../../../ui/named-radio-group.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import css from './gateway.module.css';

const STATUSES = ['active', 'pending', 'rejected', 'inactive', 'deleted'] as const;
const COLOR = {
  active: 'teal',
  pending: 'orange',
  rejected: 'red',
  inactive: 'gray',
  deleted: 'gray',
  unknown: 'gray',
} as const;

interface SenderChoiceProps {
  readonly companyId: string;
  readonly value: string | null;
  readonly onChange: (sender: string) => void;
}

/** The names of the account with what the gateway says of each; only an approved one can be chosen (S4). */
export function SenderChoice({ companyId, value, onChange }: SenderChoiceProps) {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['gateway', companyId, 'sender-names'],
    queryFn: ({ signal }) => api.listSenderNames({ params: { companyId } }, { signal }),
    retry: false,
    staleTime: 60_000,
  });
  const again = (
    <SteadyButton variant="default" loading={isFetching} onClick={() => void refetch()}>
      {t('common.refresh')}
    </SteadyButton>
  );
  if (!data) {
    if (!error) return <Skeleton height={112} />;
    const { title, hint } = describeError(error);
    return (
      <Alert color="red" title={title}>
        <Stack gap="xs" align="flex-start">
          {hint}
          {again}
        </Stack>
      </Alert>
    );
  }
  const lost = value !== null && !data.items.some(({ sender }) => sender === value);
  return (
    <Stack gap="xs" align="flex-start">
      {lost ? (
        <Text size="sm" c="var(--goniec-bad)" role="alert">
          {t('settings.sender.lost', { sender: value })}
        </Text>
      ) : null}
      {data.items.length === 0 ? (
        <Text size="sm">{t('settings.sender.none')}</Text>
      ) : (
        <Paper withBorder className={css['senders']}>
          <NamedRadioGroup name={t('settings.gateway.sender')} value={value} onChange={onChange}>
            {data.items.map(({ sender, status, usable, isDefault }) => {
              const known = STATUSES.find((each) => each === status) ?? 'unknown';
              return (
                <div key={sender} className={css['sender']}>
                  <Radio
                    size="xs"
                    value={sender}
                    label={sender}
                    disabled={!usable}
                    description={known === 'active' ? undefined : t(`settings.sender.why.${known}`)}
                  />
                  <Group gap={6} wrap="nowrap">
                    {isDefault ? <Badge color="gray">{t('settings.sender.isDefault')}</Badge> : null}
                    <Badge color={COLOR[known]}>{t(`settings.sender.status.${known}`)}</Badge>
                  </Group>
                </div>
              );
            })}
          </NamedRadioGroup>
        </Paper>
      )}
      <Text size="sm" c="dimmed" maw={620}>
        {t('settings.sender.howTo')}
      </Text>
      {again}
    </Stack>
  );
}
