import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ChangeEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { say } from '../../../../ui/describe-error.ts';
import { useTyping } from '../use-typing.ts';

interface NipFieldProps {
  readonly value?: string;
  readonly onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly error?: ReactNode;
}

/** A tax number. What is odd about it is told once the field is left, and forbids nothing: files from ERP systems are full of such. */
export function NipField({ value = '', ...field }: NipFieldProps) {
  const { t } = useTranslation();
  const { isTyping, ...following } = useTyping(value);
  const nip = value.trim();
  const check = useQuery({
    queryKey: ['check-nip', nip],
    queryFn: ({ signal }) => api.checkNip({ body: { nip } }, { signal }),
    enabled: nip !== '' && !isTyping,
    staleTime: Infinity,
    retry: false,
  });
  const fault = nip === '' || isTyping ? null : (check.data?.fault ?? null);
  return (
    <div {...following}>
      <TextInput
        label={t('contractor.data.nip')}
        maxLength={20}
        autoComplete="off"
        value={value}
        {...field}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={fault && [fault.sentence, fault.action].flatMap((each) => (each ? [say(each)] : [])).join(' ')}
        descriptionProps={{ c: 'var(--goniec-warn)' }}
      />
    </div>
  );
}
