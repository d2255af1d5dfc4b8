import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ContractorPanel } from './panel/contractor-panel.tsx';

interface ContractorDrawerProps {
  readonly companyId: string;
  /** Null for a contractor that is being added. */
  readonly contractorId: string | null;
  readonly onOpen: (contractorId: string) => void;
  readonly onClose: () => void;
}

/** One contractor beside the list. */
export function ContractorDrawer({ companyId, contractorId, onOpen, onClose }: ContractorDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t(contractorId === null ? 'directory.newContractor' : 'directory.contractor')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ContractorPanel
        key={contractorId}
        companyId={companyId}
        contractorId={contractorId}
        onCreated={onOpen}
        onDeleted={onClose}
      />
    </Drawer>
  );
}
