import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import css from '../campaign.module.css';
import type { CampaignView } from '../use-draft.ts';
import { DELIVERIES, DELIVERY_COLOR, HANDOVER_COLOR, HANDOVERS } from './stages.ts';

interface StageSumsProps {
  readonly campaign: CampaignView;
  readonly handover: string | undefined;
  readonly delivery: string | undefined;
  readonly onPick: (stage: 'handover' | 'delivery', state: string | undefined) => void;
}

/** How many messages stand in each state of both stages; a click filters by it, another one lets go. */
export function StageSums({ campaign: { sums }, handover, delivery, onPick }: StageSumsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={6} p="xs">
      <Group gap={4} role="group" aria-label={t('campaigns.log.handover')}>
        <Text size="xs" c="dimmed" className={css['stage']}>
          {t('campaigns.log.handover')}
        </Text>
        {HANDOVERS.filter((state) => sums.handover[state] > 0).map((state) => (
          <Button
            key={state}
            className="printed"
            size="compact-xs"
            variant={handover === state ? 'filled' : 'light'}
            color={HANDOVER_COLOR[state]}
            aria-pressed={handover === state}
            onClick={() => onPick('handover', handover === state ? undefined : state)}
          >
            {t(`campaigns.handover.${state}`)} {formatCount(sums.handover[state])}
          </Button>
        ))}
      </Group>
      <Group gap={4} role="group" aria-label={t('campaigns.log.delivery')}>
        <Text size="xs" c="dimmed" className={css['stage']}>
          {t('campaigns.log.delivery')}
        </Text>
        {DELIVERIES.filter((state) => sums.delivery[state] > 0).map((state) => (
          <Button
            key={state}
            className="printed"
            size="compact-xs"
            variant={delivery === state ? 'filled' : 'light'}
            color={DELIVERY_COLOR[state]}
            aria-pressed={delivery === state}
            onClick={() => onPick('delivery', delivery === state ? undefined : state)}
          >
            {t(`campaigns.delivery.${state}`)} {formatCount(sums.delivery[state])}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
