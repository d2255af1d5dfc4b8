import { Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { notifyDone } from '../../../../ui/notify.ts';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { PhoneField } from '../contacts/phone-field.tsx';
import { useDirectoryChanged } from '../contractor-query.ts';
import type { Unsaved } from '../use-unsaved.ts';
import { ContractorFields } from './contractor-fields.tsx';
import { bodyOf, NO_VALUES, type ContractorValues } from './contractor-values.ts';
import { useContractorFaults } from './use-contractor-faults.ts';

interface NewValues extends ContractorValues {
  readonly contactName: string;
  readonly contactPhone: string;
}

interface NewContractorProps {
  readonly companyId: string;
  readonly unsaved: Unsaved;
  readonly onCreated: (contractorId: string) => void;
}

/** A contractor and the one number it is mostly added for. */
export function NewContractor({ companyId, unsaved, onCreated }: NewContractorProps) {
  const { t } = useTranslation();
  const changed = useDirectoryChanged(companyId);
  const form = useForm<NewValues>({
    initialValues: { ...NO_VALUES, contactName: '', contactPhone: '' },
    validate: { name: (name) => (name.trim() === '' ? t('contractor.data.nameNeeded') : null) },
  });
  const dirty = form.isDirty();
  const { report } = unsaved;
  useEffect(() => report('data', dirty), [report, dirty]);
  const { box, onError, onInvalid } = useContractorFaults(form.setErrors);
  const create = useMutation({
    mutationFn: ({ contactName, contactPhone, ...values }: NewValues) => {
      const hasContact = contactName.trim() !== '' || contactPhone.trim() !== '';
      const contacts = hasContact ? [{ name: contactName, phone: contactPhone, isPrimary: true }] : [];
      return api.createContractor({ params: { companyId }, body: { ...bodyOf(values), contacts } });
    },
    onSuccess: ({ id }) => {
      notifyDone(t('contractor.data.created'));
      onCreated(id);
      void changed();
    },
    onError,
  });
  const submit = form.onSubmit((values) => create.mutate(values), onInvalid);
  useHotkeys([['mod + S', () => submit()]], []);
  return (
    <form ref={box} onSubmit={submit} noValidate>
      <Stack gap="md">
        <ContractorFields companyId={companyId} form={form} focusFirst />
        <Fieldset legend={t('contractor.data.firstContact')} p="sm" pt={6}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('contractor.contacts.name')}
              maxLength={200}
              autoComplete="off"
              {...form.getInputProps('contactName')}
            />
            <PhoneField {...form.getInputProps('contactPhone')} />
          </SimpleGrid>
        </Fieldset>
        <Group justify="flex-end">
          <SteadyButton type="submit" loading={create.isPending}>
            {t('contractor.data.create')}
          </SteadyButton>
        </Group>
      </Stack>
    </form>
  );
}
