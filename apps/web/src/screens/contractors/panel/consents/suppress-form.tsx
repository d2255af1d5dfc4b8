import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { notifyDone, notifyError } from '../../../../ui/notify.ts';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { LimitedInput } from '../../../../ui/limited-input.tsx';
import { useDirectoryChanged, type ContactView } from '../contractor-query.ts';

interface SuppressFormProps {
  readonly companyId: string;
  readonly contact: ContactView;
  readonly onDone: () => void;
}

/** Never again to this number; the reason is what an auditor reads, so it is asked for. */
export function SuppressForm({ companyId, contact, onDone }: SuppressFormProps) {
  const { t } = useTranslation();
  const changed = useDirectoryChanged(companyId);
  const [reason, setReason] = useState('');
  const suppress = useMutation({
    mutationFn: () => api.addSuppression({ params: { companyId }, body: { phone: contact.phone ?? '', reason } }),
    onSuccess: async () => {
      await changed();
      notifyDone(t('contractor.consents.suppressDone'));
      onDone();
    },
    onError: notifyError,
  });
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') suppress.mutate();
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('contractor.consents.suppressHint')}</Text>
        <LimitedInput
          label={t('contractor.consents.suppressReason')}
          placeholder={t('contractor.consents.suppressReasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          autoComplete="off"
          required
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <SteadyButton type="submit" color="red" loading={suppress.isPending}>
            {t('contractor.consents.suppress')}
          </SteadyButton>
        </Group>
      </Stack>
    </Paper>
  );
}
