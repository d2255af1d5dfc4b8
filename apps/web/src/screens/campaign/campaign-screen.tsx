import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { campaignQuery } from '../../api/campaign-queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatTime } from '../../i18n/format.ts';
import { campaign } from '../../i18n/pl/campaign.ts';
import { campaignList } from '../../i18n/pl/campaign-list.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { notifyError } from '../../ui/notify.ts';
import { ErrorPanel, LoadingPanel } from '../../ui/state-panels.tsx';
import { CampaignWindow } from './campaign-window.tsx';

addPolish({ campaign, campaignList });

/** The address of a campaign that does not exist yet. */
const NEW = 'nowa';

/** *Okno wysyłki*, for a campaign of the address, or for a new one. */
export function CampaignScreen() {
  const { campaignId } = useParams({ from: '/firma/$companyId/wysylki/$campaignId' });
  const [made, setMade] = useState<string | null>(null);
  if (campaignId === NEW) return <NewCampaign onMade={setMade} />;
  return <KnownCampaign key={campaignId} campaignId={campaignId} isNew={campaignId === made} />;
}

/** Makes the draft and goes to its address, so that it can be left and found again from the first letter on. */
function NewCampaign({ onMade }: { readonly onMade: (campaignId: string) => void }) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const navigate = useNavigate();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const subject = t('directory.newSubject', { at: formatTime(new Date().toISOString()) });
    api
      .createCampaign({ params: { companyId }, body: { subject, body: '' } })
      .then(({ id }) => {
        onMade(id);
        return navigate({
          to: '/firma/$companyId/wysylki/$campaignId',
          params: { companyId, campaignId: id },
          replace: true,
        });
      })
      .catch(notifyError);
  }, [companyId, navigate, onMade, t]);
  return <LoadingPanel />;
}

function KnownCampaign({ campaignId, isNew }: { readonly campaignId: string; readonly isNew: boolean }) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, error, refetch } = useQuery(campaignQuery({ companyId, campaignId }));
  if (data) return <CampaignWindow companyId={companyId} campaign={data} isNew={isNew} />;
  if (!error) return <LoadingPanel page />;
  const back = (
    <Button component={Link} to={`/firma/${companyId}/wysylki`} variant="default">
      {t('campaigns.backToList')}
    </Button>
  );
  const missing = { title: t('campaigns.missing'), back };
  return <ErrorPanel page error={error} onRetry={() => void refetch()} missing={missing} />;
}
