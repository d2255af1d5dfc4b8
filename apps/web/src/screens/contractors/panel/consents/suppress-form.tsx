import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { notifyDone, notifyError } from '../../../../ui/notify.ts';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { LimitedInput } from '../../../../ui/limited-input.tsx';
import { useFirstFault } from '../../../../ui/use-first-fault.ts';
import { useDirectoryChanged, type ContactView } from '../contractor-query.ts';

interface SuppressFormProps {
  readonly companyId: string;
  readonly contact: ContactView;
  readonly onSuppressed: () => void;
  readonly onCancel: () => void;
}

/** Never again to this number; the reason is what an auditor reads, so it is asked for. */
export function SuppressForm({ companyId, contact, onSuppressed, onCancel }: SuppressFormProps) {
  const { t } = useTranslation();
  const changed = useDirectoryChanged(companyId);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('contractor.consents.suppressReasonNeeded') : null) },
  });
  const suppress = useMutation({
    mutationFn: ({ reason }: typeof form.values) =>
      api.addSuppression({ params: { companyId }, body: { phone: contact.phone ?? '', reason } }),
    onSuccess: async () => {
      await changed();
      notifyDone(t('contractor.consents.suppressDone'));
      onSuppressed();
    },
    onError: notifyError,
  });
  const { box, focusFault } = useFirstFault();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = form.onSubmit((values) => suppress.mutate(values), focusFault);
  useHotkeys([['mod + S', () => submit()]], []);
  return (
    <Paper ref={box} withBorder p="sm" component="form" onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Text size="sm">{t('contractor.consents.suppressHint')}</Text>
        <LimitedInput
          label={t('contractor.consents.suppressReason')}
          placeholder={t('contractor.consents.suppressReasonHint')}
          ref={first}
          maxLength={200}
          autoComplete="off"
          withAsterisk
          {...form.getInputProps('reason')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
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
