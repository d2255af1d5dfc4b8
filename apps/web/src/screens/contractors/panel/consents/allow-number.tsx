import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { formatPhone } from '../../../../i18n/format-phone.ts';
import { formatTime } from '../../../../i18n/format.ts';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { notifyDone, notifyError } from '../../../../ui/notify.ts';
import { useDirectoryChanged } from '../contractor-query.ts';

interface AllowNumberProps {
  readonly companyId: string;
  readonly phone: string;
  readonly buttonRef: Ref<HTMLButtonElement>;
  /** It is about to be allowed; the button goes as soon as anybody tells that it is. */
  readonly onAllow: () => void;
}

/** Why a number is never sent to, since when, and the way back, which is asked about twice: somebody wanted it so. */
export function AllowNumber({ companyId, phone, buttonRef, onAllow }: AllowNumberProps) {
  const { t } = useTranslation();
  const changed = useDirectoryChanged(companyId);
  const [asking, ask] = useDisclosure(false);
  const found = useQuery({
    queryKey: ['contractors', companyId, 'suppression', phone],
    queryFn: ({ signal }) => api.listSuppressions({ params: { companyId }, query: { phone } }, { signal }),
  });
  const suppression = found.data?.items[0];
  const allow = useMutation({
    mutationFn: (suppressionId: string) => api.removeSuppression({ params: { companyId, suppressionId } }),
    onMutate: onAllow,
    onSuccess: async () => {
      await changed();
      notifyDone(t('contractor.consents.allowed'));
    },
    onError: notifyError,
    onSettled: ask.close,
  });
  if (!suppression) return null;
  return (
    <>
      <Text size="xs" mt={4}>
        {t('contractor.consents.suppressedBecause', {
          reason: suppression.reason,
          at: formatTime(suppression.createdAt),
        })}
      </Text>
      <Button ref={buttonRef} mt={6} variant="default" size="compact-xs" onClick={ask.open}>
        {t('contractor.consents.allow')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('contractor.consents.allowTitle', { phone: formatPhone(phone) })}
        text={t('contractor.consents.allowText', { reason: suppression.reason })}
        confirm={t('contractor.consents.allow')}
        danger
        loading={allow.isPending}
        onClose={ask.close}
        onConfirm={() => allow.mutate(suppression.id)}
      />
    </>
  );
}
