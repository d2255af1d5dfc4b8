import { Button, Checkbox, Group, Paper, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { fieldErrors } from '../../../../ui/field-errors.ts';
import { notifyDone, notifyError } from '../../../../ui/notify.ts';
import { LimitedInput } from '../../../../ui/limited-input.tsx';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { useFirstFault } from '../../../../ui/use-first-fault.ts';
import { useDirectoryChanged, type ContactView, type ContractorView } from '../contractor-query.ts';
import type { Unsaved } from '../use-unsaved.ts';
import { PhoneField } from './phone-field.tsx';

interface ContactFormProps {
  readonly companyId: string;
  readonly contractor: ContractorView;
  /** Null for a contact that is being added. */
  readonly contact: ContactView | null;
  readonly unsaved: Unsaved;
  readonly onDone: () => void;
}

export function ContactForm({ companyId, contractor, contact, unsaved, onDone }: ContactFormProps) {
  const { t } = useTranslation();
  const changed = useDirectoryChanged(companyId);
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      role: contact?.role ?? '',
      // As it was typed: a faulty number is there to be corrected.
      phone: contact?.phone ?? contact?.phoneRaw ?? '',
      email: contact?.email ?? '',
      isPrimary: contact?.isPrimary ?? contractor.contacts.length === 0,
    },
  });
  const { box, focusFault } = useFirstFault();
  const dirty = form.isDirty();
  const { report } = unsaved;
  useEffect(() => report('contact', dirty), [report, dirty]);
  const close = () => {
    report('contact', false);
    onDone();
  };
  const save = useMutation({
    mutationFn: ({ phone, ...rest }: typeof form.values) => {
      // A number nobody touched is left alone: a faulty one must not stand in the way of another name.
      const body = { ...nulled(rest), ...(form.isDirty('phone') || contact === null ? { phone } : {}) };
      return contact === null
        ? api.createContact({ params: { companyId, contractorId: contractor.id }, body })
        : api.updateContact({ params: { companyId, contactId: contact.id }, body });
    },
    onSuccess: async () => {
      await changed();
      notifyDone(t('common.saved'));
      close();
    },
    onError: (error) => {
      const errors = fieldErrors(error);
      if (errors) {
        form.setErrors(errors);
        focusFault(errors);
      } else notifyError(error);
    },
  });
  const submit = form.onSubmit((values) => save.mutate(values));
  useHotkeys([['mod + S', () => submit()]], []);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const field = (name: 'name' | 'role' | 'email', maxLength: number) => (
    <LimitedInput
      label={t(`contractor.contacts.${name}`)}
      maxLength={maxLength}
      autoComplete="off"
      ref={name === 'name' ? first : undefined}
      {...form.getInputProps(name)}
    />
  );
  return (
    <Paper ref={box} withBorder p="sm" component="form" onSubmit={submit} noValidate>
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {field('name', 200)}
          {field('role', 100)}
          <PhoneField {...form.getInputProps('phone')} />
          {field('email', 254)}
        </SimpleGrid>
        {contact?.isPrimary === true ? null : (
          <Checkbox
            label={t('contractor.contacts.isPrimary')}
            description={t('contractor.contacts.isPrimaryHint')}
            {...form.getInputProps('isPrimary', { type: 'checkbox' })}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <SteadyButton type="submit" loading={save.isPending}>
            {t(contact === null ? 'contractor.contacts.add' : 'common.save')}
          </SteadyButton>
        </Group>
      </Stack>
    </Paper>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

const nulled = ({
  name,
  role,
  email,
  isPrimary,
}: Readonly<Record<'name' | 'role' | 'email', string>> & { isPrimary: boolean }) => ({
  name: orNull(name),
  role: orNull(role),
  email: orNull(email),
  isPrimary,
});
