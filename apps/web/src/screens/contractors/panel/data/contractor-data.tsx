import { Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { formatTime } from '../../../../i18n/format.ts';
import { notifyDone } from '../../../../ui/notify.ts';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { contractorQuery, useDirectoryChanged, type ContractorView } from '../contractor-query.ts';
import type { Unsaved } from '../use-unsaved.ts';
import { ContractorFields } from './contractor-fields.tsx';
import { bodyOf, valuesOf, type ContractorValues } from './contractor-values.ts';
import { DeleteContractor } from './delete-contractor.tsx';
import { useContractorFaults } from './use-contractor-faults.ts';

interface ContractorDataProps {
  readonly companyId: string;
  readonly contractor: ContractorView;
  readonly unsaved: Unsaved;
  readonly onDeleted: () => void;
}

/** *Dane*: the fields, saved together. Somebody else's change comes in unless one is being typed here. */
export function ContractorData({ companyId, contractor, unsaved, onDeleted }: ContractorDataProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const changed = useDirectoryChanged(companyId);
  const form = useForm<ContractorValues>({
    initialValues: valuesOf(contractor),
    validate: { name: (name) => (name.trim() === '' ? t('contractor.data.nameNeeded') : null) },
  });
  const { setValues, resetDirty, setErrors } = form;
  const dirty = form.isDirty();
  const { report } = unsaved;
  useEffect(() => report('data', dirty), [report, dirty]);
  useEffect(() => {
    if (dirty) return;
    setValues(valuesOf(contractor));
    resetDirty(valuesOf(contractor));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- follows the contractor, not the typing
  }, [contractor]);
  const { box, onError, onInvalid } = useContractorFaults(setErrors);
  const save = useMutation({
    mutationFn: (values: ContractorValues) =>
      api.updateContractor({ params: { companyId, contractorId: contractor.id }, body: bodyOf(values) }),
    onSuccess: (saved) => {
      setValues(valuesOf(saved));
      resetDirty(valuesOf(saved));
      client.setQueryData(contractorQuery(companyId, contractor.id).queryKey, saved);
      notifyDone(t('common.saved'));
      void changed();
    },
    onError,
  });
  const submit = form.onSubmit((values) => {
    if (dirty) save.mutate(values);
  }, onInvalid);
  useHotkeys([['mod + S', () => submit()]], []);
  return (
    <form ref={box} onSubmit={submit} noValidate>
      <Stack gap="md">
        <ContractorFields companyId={companyId} form={form} />
        <Group justify="space-between" gap="xs">
          <DeleteContractor companyId={companyId} contractor={contractor} onDeleted={onDeleted} />
          <Group gap="xs">
            <SteadyButton
              variant="default"
              disabled={!dirty}
              onClick={() => {
                setValues(valuesOf(contractor));
                resetDirty(valuesOf(contractor));
                setErrors({});
              }}
            >
              {t('common.cancel')}
            </SteadyButton>
            <SteadyButton type="submit" loading={save.isPending} disabled={!dirty}>
              {t('common.save')}
            </SteadyButton>
          </Group>
        </Group>
        <Text size="xs" c="dimmed" ta="right">
          {dirty ? ' ' : t('contractor.data.upToDate')}{' '}
          {t('contractor.data.updatedAt', { at: formatTime(contractor.updatedAt) })}
        </Text>
      </Stack>
    </form>
  );
}
