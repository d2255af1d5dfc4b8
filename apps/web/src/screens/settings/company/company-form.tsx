import type { Contract, Result } from '@goniec/contract';
import { ProblemError } from '@goniec/contract/browser';
import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { sessionQuery } from '../../../api/queries.ts';
import { fieldErrors } from '../../../ui/field-errors.ts';
import { notifyError } from '../../../ui/notify.ts';
import { LimitedInput } from '../../../ui/limited-input.tsx';

export type CompanyView = Result<Contract['getCompany']>;

interface CompanyFormProps {
  /** Null makes a new one. */
  readonly company: CompanyView | null;
  readonly onSaved: (company: CompanyView) => void | Promise<void>;
  readonly renderButtons: (form: {
    readonly dirty: boolean;
    readonly saving: boolean;
    readonly reset: () => void;
  }) => ReactNode;
}

const NIP_FAULTS = [
  'check_digit',
  'too_few_digits',
  'too_many_digits',
  'repeated_digit',
  'not_digits',
  'damaged',
] as const;

/** What a company is called, and its tax number with what is wrong about it in words. */
export function CompanyForm({ company, onSaved, renderButtons }: CompanyFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const initial = { name: company?.name ?? '', nip: company?.nip ?? '' };
  const form = useForm({
    initialValues: initial,
    validate: { name: (name) => (name.trim() === '' ? t('company.nameNeeded') : null) },
  });
  const save = useMutation({
    mutationFn: ({ name, nip }: typeof initial) => {
      const body = { name, nip: nip.trim() === '' ? null : nip };
      return company ? api.updateCompany({ params: { companyId: company.id }, body }) : api.createCompany({ body });
    },
    onSuccess: async (saved) => {
      const values = { name: saved.name, nip: saved.nip ?? '' };
      form.setValues(values);
      form.resetDirty(values);
      client.setQueryData(['company', saved.id], saved);
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await onSaved(saved);
    },
    onError: (error) => {
      const fault = nipFaultOf(error);
      const errors = fault === null ? fieldErrors(error) : { nip: t(`company.nipFault.${fault}`) };
      if (errors) form.setErrors(errors);
      else notifyError(error);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="md">
        <LimitedInput
          label={t('company.name')}
          required
          maxLength={200}
          maw={460}
          data-autofocus={company === null || undefined}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('company.nip')}
          description={t('company.nipHint')}
          maxLength={20}
          maw={460}
          {...form.getInputProps('nip')}
        />
        {renderButtons({ dirty: form.isDirty(), saving: save.isPending, reset: form.reset })}
      </Stack>
    </form>
  );
}

function nipFaultOf(error: Error): (typeof NIP_FAULTS)[number] | null {
  if (!(error instanceof ProblemError)) return null;
  const code = error.problem.errors?.find(({ pointer }) => pointer === '/body/nip')?.code;
  return NIP_FAULTS.find((fault) => fault === code) ?? null;
}
