import type { Contract, Result } from '@goniec/contract';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';

interface RecipientChipsProps {
  readonly quote: Result<Contract['quoteCampaign']>;
  /** Code of a reason, `none` for those who get it, undefined for everybody. */
  readonly picked: string | undefined;
  readonly onPick: (obstacle: string | undefined) => void;
}

/** Who gets it, and who is left out and why; a click shows only those, another one lets go. */
export function RecipientChips({ quote, picked, onPick }: RecipientChipsProps) {
  const { t } = useTranslation();
  const chips = [
    { code: 'none', label: t('campaigns.recipients.gets'), count: quote.messages, color: 'teal' },
    ...quote.excluded.map(({ reason, count }) => ({
      code: reason.code,
      label: say(reason.sentence).replace(/\.$/u, ''),
      count,
      color: 'orange',
    })),
  ];
  const reason = quote.excluded.find(({ reason: { code } }) => code === picked)?.reason;
  return (
    <>
      <Group gap={4} role="group" aria-label={t('campaigns.columns.obstacle')}>
        {chips.map(({ code, label, count, color }) => (
          <Button
            key={code}
            size="compact-xs"
            variant={picked === code ? 'filled' : 'light'}
            color={color}
            aria-pressed={picked === code}
            onClick={() => onPick(picked === code ? undefined : code)}
          >
            {t('campaigns.recipients.leftOut', { reason: label, formatted: formatCount(count) })}
          </Button>
        ))}
      </Group>
      {reason?.action ? (
        <Text size="xs" w="100%">
          {t('campaign.recipients.whatToDo', { action: say(reason.action) })}
        </Text>
      ) : null}
    </>
  );
}
