import { Button, VisuallyHidden } from '@mantine/core';
import { ProblemError } from '@goniec/contract/browser';
import { IconDeviceMobile, IconDeviceMobileMessage, IconDeviceMobileOff, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPolish } from '../../i18n/add-polish.ts';
import { phones } from '../../i18n/pl/phones.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { describeError } from '../../ui/describe-error.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import { HandsetPane } from './handset/handset-pane.tsx';
import { ListPane } from './list/list-pane.tsx';
import { handsetsQuery } from './phones-queries.ts';
import { phoneOf } from './phones-search.ts';
import css from './phones.module.css';

addPolish({ phones });

/** *Telefony testowe*: the phones that the emulator plays, what they received, and what their owners do. */
export function PhonesScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const search = useSearch({ from: '/firma/$companyId/telefony' });
  const { data, error, refetch } = useQuery(handsetsQuery(companyId, search.q));
  const list = useRef<HTMLUListElement>(null);
  const [call, setCall] = useState({ phone: '', nth: 0 });
  const { numer, ...rest } = search;
  const open = numer === undefined ? undefined : phoneOf(numer);
  if (data === undefined || (error && open === undefined))
    return (
      <>
        <VisuallyHidden component="h1">{t('phones.title')}</VisuallyHidden>
        {error ? <Refused error={error} onRetry={() => void refetch()} /> : <LoadingPanel />}
      </>
    );
  if (data.total === 0 && open === undefined) return <NoPhones companyId={companyId} />;
  return (
    <div className={css['screen']} data-open={open !== undefined || undefined}>
      <VisuallyHidden component="h1">{t('phones.title')}</VisuallyHidden>
      <ListPane
        companyId={companyId}
        found={data}
        search={search}
        listRef={list}
        onEnter={(phone) => setCall(({ nth }) => ({ phone, nth: nth + 1 }))}
      />
      {open === undefined ? (
        <div className={css['none']}>
          <StatePanel icon={IconDeviceMobile} title={t('phones.choose')} hint={t('phones.chooseHint')} />
        </div>
      ) : (
        <HandsetPane
          key={open}
          companyId={companyId}
          phone={open}
          list={rest}
          focusCall={call.phone === open ? call.nth : 0}
          onLeave={() => list.current?.querySelector<HTMLElement>('a[data-open]')?.focus()}
        />
      )}
    </div>
  );
}

function Refused({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  if (!(error instanceof ProblemError) || error.problem.code !== 'emulator_only')
    return <ErrorPanel error={error} onRetry={onRetry} />;
  const { title, hint } = describeError(error);
  return <StatePanel icon={IconDeviceMobileOff} title={title} hint={hint} />;
}

function NoPhones({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  return (
    <StatePanel order={1} icon={IconDeviceMobileMessage} title={t('phones.empty')} hint={t('phones.emptyHint')}>
      <Button
        leftSection={<IconPlus size={14} />}
        renderRoot={(props) => (
          <Link
            {...props}
            to="/firma/$companyId/wysylki/$campaignId"
            params={{ companyId, campaignId: 'nowa' }}
            search={{}}
          />
        )}
      >
        {t('campaigns.list.add')}
      </Button>
    </StatePanel>
  );
}
