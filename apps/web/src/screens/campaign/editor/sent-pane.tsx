import { toGsm } from '@goniec/sms-text';
import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from '../campaign.module.css';
import type { Addressee } from '../use-addressee.ts';
import type { CampaignView } from '../use-draft.ts';
import { LengthBadges } from './length-badges.tsx';
import { PhonePreview } from './phone-preview.tsx';
import { SentFacts } from './sent-facts.tsx';

interface SentPaneProps {
  readonly campaign: CampaignView;
  readonly sender: string | null;
  readonly addressee: Addressee | null;
}

/** What was sent, by whom and for how much: nothing of it changes any more. */
export function SentPane({ campaign, sender, addressee }: SentPaneProps) {
  const { t } = useTranslation();
  const { body, withoutPolish } = campaign;
  const sent = withoutPolish ? toGsm(body) : body;
  return (
    <section className={css['editor']} aria-label={t('campaigns.editor.title')}>
      <Stack gap="md">
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('campaigns.editor.body')}
          </Text>
          <Text size="sm" className={css['sent']}>
            {body}
          </Text>
          <Group gap="xs" mt={8}>
            <LengthBadges text={sent} />
          </Group>
          {withoutPolish ? (
            <Text size="xs" c="dimmed" mt={6}>
              {t('campaigns.editor.sentWithoutPolish')}
            </Text>
          ) : null}
        </div>
        <SentFacts campaign={campaign} />
        <PhonePreview text={sent} sender={sender} addressee={addressee} />
      </Stack>
    </section>
  );
}
