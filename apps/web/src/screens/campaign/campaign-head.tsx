import { ActionIcon, Badge, Group, Text, Title, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { say } from '../../ui/describe-error.ts';
import { LimitedInput } from '../../ui/limited-input.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import css from './campaign.module.css';
import { ObstaclesNotice } from './obstacles-notice.tsx';
import { shownState, STATE_COLOR } from './state-color.ts';
import type { CampaignView, Draft } from './use-draft.ts';

interface CampaignHeadProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly draft: Draft;
}

export function CampaignHead({ companyId, campaign, draft }: CampaignHeadProps) {
  const { t } = useTranslation();
  const isDraft = campaign.state === 'draft';
  const state = shownState(campaign);
  return (
    <div className={css['head']}>
      {isDraft ? (
        <>
          <VisuallyHidden component="h1">{campaign.subject}</VisuallyHidden>
          <Text className="print-only" fw={650} aria-hidden>
            {campaign.subject}
          </Text>
        </>
      ) : null}
      <Group gap="xs" wrap="wrap">
        <Tooltip label={t('campaigns.backToList')}>
          <ActionIcon component={Link} to={`/firma/${companyId}/wysylki`} aria-label={t('campaigns.backToList')}>
            <IconArrowLeft size={17} />
          </ActionIcon>
        </Tooltip>
        {isDraft ? (
          <LimitedInput
            aria-label={t('campaigns.subject')}
            value={draft.subject}
            maxLength={200}
            error={draft.subject.trim() === '' ? t('campaigns.subjectNeeded') : undefined}
            onChange={(event) => draft.change({ subject: event.currentTarget.value })}
            size="sm"
            style={{ flex: '1 1 240px', maxWidth: 460 }}
          />
        ) : (
          <Title order={1} fz="md" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {campaign.subject}
          </Title>
        )}
        <Badge color={STATE_COLOR[state]}>{t(`campaigns.state.${state}`)}</Badge>
        {isDraft ? (
          <Text size="xs" c="dimmed" aria-live="polite" miw={90}>
            {t(
              draft.failing
                ? 'campaign.notSaved'
                : draft.saving
                  ? 'campaigns.saving'
                  : draft.dirty
                    ? 'campaigns.unsaved'
                    : 'campaigns.allSaved',
            )}
          </Text>
        ) : null}
        <Group gap="xs" ml="auto" className={css['actions']}>
          <CampaignActions companyId={companyId} campaign={campaign} draft={draft} />
        </Group>
      </Group>
      <ObstaclesNotice companyId={companyId} campaign={campaign} />
      {campaign.pause ? (
        <Text size="sm" mt={6} c="var(--goniec-warn)">
          {say(campaign.pause.reason.sentence)}{' '}
          {campaign.pause.reason.action ? say(campaign.pause.reason.action) : null}
        </Text>
      ) : null}
    </div>
  );
}
