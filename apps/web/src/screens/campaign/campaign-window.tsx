import { Tabs } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconListDetails, IconMessage, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { quoteQuery } from '../../api/campaign-queries.ts';
import { gatewayQuery } from '../../api/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import { CampaignHead } from './campaign-head.tsx';
import { readCampaignSearch } from './campaign-search.ts';
import css from './campaign.module.css';
import { ConflictNotice } from './conflict-notice.tsx';
import { EditorPane } from './editor/editor-pane.tsx';
import { SentPane } from './editor/sent-pane.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LogTab } from './log/log-tab.tsx';
import { NARROW } from './narrow.ts';
import { PresenceNotice } from './presence-notice.tsx';
import { RecipientsTab } from './recipients/recipients-tab.tsx';
import { useAddressee } from './use-addressee.ts';
import { useDraft, type CampaignView } from './use-draft.ts';
import { useFocusAfterState } from './use-focus-after-state.ts';
import { useEditors } from './use-editors.ts';

interface CampaignWindowProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  /** It has just been made: the keyboard begins at its text. */
  readonly isNew: boolean;
}

/** Head with state and actions; the text on the left, who gets it and what became of it on the right. */
export function CampaignWindow({ companyId, campaign, isNew }: CampaignWindowProps) {
  const { t } = useTranslation();
  const logTab = useRef<HTMLButtonElement>(null);
  useFocusAfterState(campaign.state, logTab);
  const draft = useDraft(companyId, campaign);
  const isDraft = campaign.state === 'draft';
  const search = useSearch({ from: '/firma/$companyId/wysylki/$campaignId' });
  const navigate = useNavigate({ from: '/firma/$companyId/wysylki/$campaignId' });
  // Of what was sent one wants to know on a phone what became of it; the text is behind a tab.
  const hasTextTab = useMediaQuery(NARROW, false, { getInitialValueInEffect: false }) && !isDraft;
  const asked = search.tab === 'tresc' && !hasTextTab ? undefined : search.tab;
  const tab = asked ?? (isDraft ? 'odbiorcy' : 'log');
  const { addressee, ...showing } = useAddressee();
  const pricing = useQuery({
    ...quoteQuery({ companyId, campaignId: campaign.id }, campaign.version),
    enabled: isDraft,
  });
  const sender = useQuery(gatewayQuery(companyId)).data?.sender ?? null;
  useHotkeys([['mod + S', draft.save]], []);
  const editors = useEditors({ companyId, campaignId: campaign.id }, { open: isDraft, editing: draft.dirty });
  const editor = isDraft ? (
    <EditorPane
      text={draft}
      onChange={draft.change}
      focusText={isNew}
      quote={draft.dirty || pricing.isFetching ? undefined : pricing.data}
      sender={sender}
      addressee={addressee}
    />
  ) : (
    <SentPane campaign={campaign} sender={sender} addressee={addressee} />
  );
  return (
    <div className={css['window']}>
      <CampaignHead companyId={companyId} campaign={campaign} draft={draft} />
      <PresenceNotice editors={editors} />
      <ConflictNotice draft={draft} />
      <LeaveDialog draft={draft} />
      <div className={css['panes']} data-sent={!isDraft || undefined}>
        {hasTextTab ? null : editor}
        <Tabs
          value={tab}
          onChange={(value) => void navigate({ search: readCampaignSearch({ tab: value }) })}
          keepMounted={false}
          className={css['tabs']}
        >
          <Tabs.List>
            <Tabs.Tab value="odbiorcy" leftSection={<IconUsers size={15} />}>
              <span className={css['long']}>
                {t('campaigns.tabs.recipients', { formatted: formatCount(campaign.recipients) })}
              </span>
              <span className={css['short']}>
                {t('campaign.tabs.recipients', { formatted: formatCount(campaign.recipients) })}
              </span>
            </Tabs.Tab>
            <Tabs.Tab ref={logTab} value="log" leftSection={<IconListDetails size={15} />}>
              <span className={css['long']}>{t('campaigns.tabs.log')}</span>
              <span className={css['short']}>{t('campaign.tabs.log')}</span>
            </Tabs.Tab>
            {hasTextTab ? (
              <Tabs.Tab value="tresc" leftSection={<IconMessage size={15} />}>
                {t('campaign.tabs.text')}
              </Tabs.Tab>
            ) : null}
          </Tabs.List>
          <Tabs.Panel value="odbiorcy" className={css['panel']}>
            <RecipientsTab companyId={companyId} campaign={campaign} showing={showing} onChanged={draft.adopt} />
          </Tabs.Panel>
          <Tabs.Panel value="log" className={css['panel']}>
            <LogTab companyId={companyId} campaign={campaign} showing={showing} />
          </Tabs.Panel>
          {hasTextTab ? <Tabs.Panel value="tresc">{editor}</Tabs.Panel> : null}
        </Tabs>
      </div>
    </div>
  );
}
