import { TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

/** A field that takes so many characters and says so when it is full: what is pasted longer is not cut in silence. */
export function LimitedInput({
  maxLength,
  error,
  ...props
}: ComponentProps<typeof TextInput> & { readonly maxLength: number }) {
  const { t } = useTranslation();
  const isFull = typeof props.value === 'string' && props.value.length >= maxLength;
  return (
    <TextInput
      {...props}
      maxLength={maxLength}
      error={error ?? (isFull ? t('common.longest', { count: maxLength }) : undefined)}
    />
  );
}
