import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addPolish } from '../../../i18n/add-polish.ts';
import { contractor } from '../../../i18n/pl/contractor.ts';
import { inbound } from '../../../i18n/pl/inbound.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorPanel, LoadingPanel } from '../../../ui/state-panels.tsx';
import { ContractorTabs } from './contractor-tabs.tsx';
import { contractorQuery, type ContractorView } from './contractor-query.ts';
import { NewContractor } from './data/new-contractor.tsx';
import { PanelHead } from './panel-head.tsx';
import { useUnsaved, type Unsaved } from './use-unsaved.ts';

addPolish({ contractor, inbound });

interface ContractorPanelProps {
  readonly companyId: string;
  /** Null for a contractor that is being added. */
  readonly contractorId: string | null;
  readonly onCreated: (contractorId: string) => void;
  readonly onClose: () => void;
}

/** One contractor beside the list. What is typed and not saved is never lost without asking. */
export function ContractorPanel({ companyId, contractorId, onCreated, onClose }: ContractorPanelProps) {
  const { t } = useTranslation();
  const unsaved = useUnsaved();
  const { status, proceed, reset } = unsaved.blocker;
  const leaveWith = (leave: () => void) => () => {
    unsaved.forget();
    leave();
  };
  return (
    <>
      {contractorId === null ? (
        <>
          <PanelHead title={t('directory.newContractor')} onClose={onClose} />
          <NewContractor companyId={companyId} unsaved={unsaved} onCreated={(id) => leaveWith(() => onCreated(id))()} />
        </>
      ) : (
        <KnownContractor
          companyId={companyId}
          contractorId={contractorId}
          unsaved={unsaved}
          onClose={onClose}
          onDeleted={leaveWith(onClose)}
        />
      )}
      <ConfirmDialog
        opened={status === 'blocked'}
        title={t('contractor.leaveTitle')}
        text={t('contractor.leaveText')}
        confirm={t('contractor.leaveConfirm')}
        danger
        onClose={() => reset?.()}
        onConfirm={() => proceed?.()}
      />
    </>
  );
}

interface KnownContractorProps {
  readonly companyId: string;
  readonly contractorId: string;
  readonly unsaved: Unsaved;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

function KnownContractor({ companyId, contractorId, unsaved, onClose, onDeleted }: KnownContractorProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(contractorQuery(companyId, contractorId));
  return (
    <>
      <PanelHead title={data?.name ?? ' '} hint={data && hintOf(data)} onClose={onClose} />
      {data ? (
        <ContractorTabs companyId={companyId} contractor={data} unsaved={unsaved} onDeleted={onDeleted} />
      ) : error ? (
        <ErrorPanel
          error={error}
          onRetry={() => void refetch()}
          missing={{
            title: t('contractor.missing'),
            back: (
              <Button variant="default" onClick={onClose}>
                {t('common.close')}
              </Button>
            ),
          }}
        />
      ) : (
        <LoadingPanel />
      )}
    </>
  );
}

/** What tells one contractor from another of the same name. */
const hintOf = ({ code, nip, city }: ContractorView): string =>
  [code, nip === null ? null : `NIP ${nip}`, city].filter(Boolean).join(' · ');
