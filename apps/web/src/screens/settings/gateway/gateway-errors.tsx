import { Badge, Group, List, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { formatTime } from '../../../i18n/format.ts';
import { describeError, say } from '../../../ui/describe-error.ts';

interface GatewayErrorsProps {
  readonly companyId: string;
  readonly limit: number;
}

/** What went wrong at the gateway lately: when, how often, at what, and what to do about it. */
export function GatewayErrors({ companyId, limit }: GatewayErrorsProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['gateway', companyId, 'errors', limit],
    queryFn: ({ signal }) => api.listGatewayErrors({ params: { companyId }, query: { limit } }, { signal }),
  });
  if (error) return <Text size="sm">{describeError(error).title}</Text>;
  if (!data) return <Skeleton height={20} />;
  if (data.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('settings.errors.none')}
      </Text>
    );
  /** What to do is said once, and only while there is something to do. */
  const advises = (at: number) =>
    data.items.findIndex(({ code, over }) => code === data.items[at]?.code && !over) === at;
  return (
    <List listStyleType="none" spacing="sm" size="sm">
      {data.items.map(({ id, operation, code, sentence, action, times, firstAt, lastAt, over }, at) => (
        <List.Item key={id} styles={{ itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } }}>
          <Group gap={6}>
            <Text size="xs" c="dimmed">
              {formatTime(firstAt) === formatTime(lastAt)
                ? formatTime(lastAt)
                : t('settings.errors.span', { first: formatTime(firstAt), last: formatTime(lastAt) })}
            </Text>
            <Text size="xs" fw={600}>
              {t(`settings.errors.operation.${operation}`)}
            </Text>
            {times === 1 ? null : (
              <Badge size="sm" color={over ? 'gray' : 'orange'}>
                {t('settings.errors.times', { count: times })}
              </Badge>
            )}
            {over ? (
              <Badge size="sm" color="teal">
                {t('settings.errors.over')}
              </Badge>
            ) : null}
            <Text size="xs" c="dimmed" ff="monospace">
              {code}
            </Text>
          </Group>
          <Text size="sm" c={over ? 'dimmed' : undefined}>
            {say(sentence)}
          </Text>
          {action && advises(at) ? (
            <Text size="sm" c="dimmed">
              {t('settings.errors.toDo')} {say(action)}
            </Text>
          ) : null}
        </List.Item>
      ))}
    </List>
  );
}
