import { Paper, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../i18n/format.ts';
import type { ServiceView } from './service-card.tsx';

const PHASES = ['active', 'grace', 'expired'] as const;

/** What comes one after another when a newer line of the program is out, and where one is now (domain facts, section 4). */
export function ServiceTimeline({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation();
  const { state, until, enabled } = service;
  const now = !enabled ? -1 : PHASES.findIndex((phase) => phase === (state === 'unknown' ? 'active' : state));
  const day = until === null ? null : formatDay(until);
  return (
    <Paper withBorder p="md">
      <Title order={2} fz="md" mb="md">
        {t('settings.services.timeline.title')}
      </Title>
      <Timeline active={now} bulletSize={16} lineWidth={2}>
        {PHASES.map((phase, at) => (
          <Timeline.Item
            key={phase}
            title={
              <Text size="sm" fw={600} component="h3" m={0} aria-current={at === now ? 'step' : undefined}>
                {t(`settings.services.timeline.${phase}`)}
                {at === now ? ` – ${t('settings.services.timeline.now')}` : null}
              </Text>
            }
          >
            <Text size="sm" c="dimmed" maw={600}>
              {t(`settings.services.timeline.${phase}Text`)}{' '}
              {phase === 'grace' && day !== null && state !== 'expired'
                ? t(state === 'grace' ? 'settings.services.timeline.lastDay' : 'settings.services.timeline.forecast', {
                    day,
                  })
                : null}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      <Text size="sm" mt="md" maw={640}>
        {t('settings.services.timeline.whatToDo')}
      </Text>
    </Paper>
  );
}
