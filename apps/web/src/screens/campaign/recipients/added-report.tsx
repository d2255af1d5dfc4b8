import { Button, Group, Stack, Text } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { LeftOutList, leftOutOf, type Picked } from './left-out-list.tsx';

interface AddedReportProps {
  /** The way out. */
  readonly ref: Ref<HTMLButtonElement>;
  readonly added: Picked;
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** How many came in, how many did not, and why. */
export function AddedReport({ ref, added, onMore, onClose }: AddedReportProps) {
  const { t } = useTranslation();
  const out = leftOutOf(added);
  return (
    <Stack gap="sm" role="status">
      <Text fw={600}>{t('campaign.add.added', { formatted: formatCount(added.added) })}</Text>
      {added.already > 0 ? (
        <Text size="sm">{t('campaign.add.already', { formatted: formatCount(added.already) })}</Text>
      ) : null}
      {out > 0 ? (
        <div>
          <Text size="sm" mb={4}>
            {t('campaign.add.leftOut', { formatted: formatCount(out) })}
          </Text>
          <LeftOutList leftOut={added.leftOut} />
        </div>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onMore}>
          {t('campaign.add.more')}
        </Button>
        <Button ref={ref} onClick={onClose}>
          {t('campaign.add.done')}
        </Button>
      </Group>
    </Stack>
  );
}
