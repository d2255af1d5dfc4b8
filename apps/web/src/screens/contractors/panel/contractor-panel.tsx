import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorPanel, LoadingPanel } from '../../../ui/state-panels.tsx';
import { ContractorTabs } from './contractor-tabs.tsx';
import { contractorQuery } from './contractor-query.ts';
import { NewContractor } from './data/new-contractor.tsx';
import { useUnsaved, type Unsaved } from './use-unsaved.ts';

interface ContractorPanelProps {
  readonly companyId: string;
  /** Null for a contractor that is being added. */
  readonly contractorId: string | null;
  readonly onCreated: (contractorId: string) => void;
  readonly onDeleted: () => void;
}

/** One contractor beside the list. What is typed and not saved is never lost without asking. */
export function ContractorPanel({ companyId, contractorId, onCreated, onDeleted }: ContractorPanelProps) {
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
        <NewContractor companyId={companyId} unsaved={unsaved} onCreated={(id) => leaveWith(() => onCreated(id))()} />
      ) : (
        <KnownContractor
          companyId={companyId}
          contractorId={contractorId}
          unsaved={unsaved}
          onDeleted={leaveWith(onDeleted)}
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

function KnownContractor({
  companyId,
  contractorId,
  unsaved,
  onDeleted,
}: {
  readonly companyId: string;
  readonly contractorId: string;
  readonly unsaved: Unsaved;
  readonly onDeleted: () => void;
}) {
  const { data, error, refetch } = useQuery(contractorQuery(companyId, contractorId));
  if (!data) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingPanel />;
  return <ContractorTabs companyId={companyId} contractor={data} unsaved={unsaved} onDeleted={onDeleted} />;
}
