import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { CampaignView } from './use-draft.ts';
import { useRemove } from './use-remove.ts';

interface RemoveDialogProps {
  readonly companyId: string;
  /** The draft that is asked about; null while none is. */
  readonly draft: Pick<CampaignView, 'id' | 'subject'> | null;
  readonly onClose: () => void;
  /** Leaves the window of the draft, where one is in it. */
  readonly leave?: () => Promise<void>;
}

/** Names the draft before it is gone. */
export function RemoveDialog({ companyId, draft, onClose, leave }: RemoveDialogProps) {
  const { t } = useTranslation();
  const remove = useRemove(companyId, leave);
  return (
    <ConfirmDialog
      opened={draft !== null}
      title={t('campaignList.removeTitle')}
      text={t('campaignList.removeText', { subject: draft?.subject ?? '' })}
      confirm={t('campaignList.remove')}
      danger
      loading={remove.isPending}
      onClose={onClose}
      onConfirm={() => {
        if (draft) remove.mutate(draft, { onSettled: onClose });
      }}
    />
  );
}
