import { checkLimit } from '@goniec/sms-text';
import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { LengthBadges } from './length-badges.tsx';

/** What the text costs to send once: encoding, parts, units and what remains of the limit; as it is typed. */
export function Counter({ id, text }: { readonly id: string; readonly text: string }) {
  const { t } = useTranslation();
  const { encoding, units, limit, remaining, withinLimit } = checkLimit(text);
  return (
    <Stack gap={4} id={id}>
      <Group gap="xs">
        <LengthBadges text={text} />
        <Text
          size="xs"
          c={withinLimit ? 'dimmed' : 'var(--goniec-bad)'}
          ml="auto"
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {withinLimit
            ? t('campaigns.editor.units', {
                units: formatCount(units),
                limit: formatCount(limit),
                remaining: formatCount(remaining),
              })
            : t('campaigns.editor.tooLong', { over: formatCount(-remaining), limit: formatCount(limit) })}
        </Text>
      </Group>
      <Progress
        value={Math.min(100, (100 * units) / limit)}
        size={4}
        color={withinLimit ? (encoding === 'gsm7' ? 'indigo' : 'orange') : 'red'}
        aria-label={t('campaigns.editor.used')}
      />
    </Stack>
  );
}
