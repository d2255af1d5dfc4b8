import { toGsm } from '@goniec/sms-text';
import { Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { quoteQuery } from '../../../api/campaign-queries.ts';
import { formatMoney } from '../../../i18n/format.ts';
import css from '../campaign.module.css';
import type { CampaignView, Draft } from '../use-draft.ts';
import { Counter } from './counter.tsx';
import { PhonePreview } from './phone-preview.tsx';
import { PolishMarks } from './polish-marks.tsx';
import { TextEditor } from './text-editor.tsx';

interface EditorPaneProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly draft: Draft;
}

/** The text, what it costs, what makes it dearer, and how it will look. */
export function EditorPane({ companyId, campaign, draft }: EditorPaneProps) {
  const { t } = useTranslation();
  const counterId = useId();
  const isDraft = campaign.state === 'draft';
  const { data: quote } = useQuery({ ...quoteQuery({ companyId, campaignId: campaign.id }), enabled: isDraft });
  const sent = draft.withoutPolish ? toGsm(draft.body) : draft.body;
  const saves = quote?.withoutPolish?.saves ?? 0;
  return (
    <section className={css['editor']} aria-label={t('campaigns.editor.title')}>
      <Stack gap="sm">
        <TextEditor
          value={draft.body}
          onChange={(body) => draft.change({ body })}
          readOnly={!isDraft}
          marked={isDraft && !draft.withoutPolish}
          describedBy={counterId}
        />
        <Counter id={counterId} text={sent} />
        <Switch
          checked={draft.withoutPolish}
          disabled={!isDraft}
          onChange={(event) => draft.change({ withoutPolish: event.currentTarget.checked })}
          label={t('campaigns.editor.withoutPolish')}
          description={
            saves > 0 && !draft.withoutPolish
              ? t('campaigns.editor.saves', { amount: formatMoney(saves) })
              : t('campaigns.editor.withoutPolishHint')
          }
        />
        {isDraft && !draft.withoutPolish ? (
          <PolishMarks text={draft.body} onChange={(body) => draft.change({ body })} />
        ) : null}
        <div>
          <Text size="sm" fw={500} mb={6}>
            {t('campaigns.editor.preview')}
          </Text>
          <PhonePreview companyId={companyId} text={sent} />
        </div>
      </Stack>
    </section>
  );
}
