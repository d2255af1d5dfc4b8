import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { notifyDone, notifyError } from '../../../../ui/notify.ts';
import { useDirectoryChanged, type ContractorView } from '../contractor-query.ts';

interface DeleteContractorProps {
  readonly companyId: string;
  readonly contractor: ContractorView;
  readonly onDeleted: () => void;
}

export function DeleteContractor({ companyId, contractor, onDeleted }: DeleteContractorProps) {
  const { t } = useTranslation();
  const [asking, ask] = useDisclosure(false);
  const changed = useDirectoryChanged(companyId);
  const remove = useMutation({
    mutationFn: () => api.deleteContractor({ params: { companyId, contractorId: contractor.id } }),
    onSuccess: () => {
      notifyDone(t('contractor.data.deleted'));
      onDeleted();
      void changed();
    },
    onError: notifyError,
    onSettled: ask.close,
  });
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={14} />} onClick={ask.open}>
        {t('contractor.data.delete')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('contractor.data.deleteTitle', { name: contractor.name })}
        text={t('contractor.data.deleteText')}
        confirm={t('contractor.data.delete')}
        danger
        loading={remove.isPending}
        onClose={ask.close}
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}
