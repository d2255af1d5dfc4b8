import { SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../../../../api/queries.ts';
import { LimitedInput } from '../../../../ui/limited-input.tsx';
import type { ContractorValues } from './contractor-values.ts';
import { NipField } from './nip-field.tsx';

interface ContractorFieldsProps<V extends ContractorValues> {
  readonly companyId: string;
  readonly form: UseFormReturnType<V>;
  /** The keyboard begins at the name. */
  readonly focusFirst?: boolean;
}

/** The fields of a contractor, the same for a new one and for one that is changed. */
export function ContractorFields<V extends ContractorValues>({
  companyId,
  form,
  focusFirst = false,
}: ContractorFieldsProps<V>) {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusFirst) first.current?.focus();
  }, [focusFirst]);
  const groups = useQuery(groupsQuery(companyId)).data?.items ?? [];
  const field = (name: Exclude<keyof ContractorValues, 'name' | 'nip' | 'country' | 'groups'>, maxLength: number) => (
    <LimitedInput
      label={t(`contractor.data.${name}`)}
      maxLength={maxLength}
      autoComplete="off"
      {...form.getInputProps(name)}
    />
  );
  return (
    <Stack gap="sm">
      <LimitedInput
        label={t('contractor.data.name')}
        maxLength={500}
        autoComplete="off"
        withAsterisk
        ref={first}
        data-autofocus={focusFirst || undefined}
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {field('shortName', 200)}
        {field('code', 50)}
        <NipField {...form.getInputProps('nip')} />
      </SimpleGrid>
      {field('street', 200)}
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        {field('postalCode', 20)}
        {field('city', 100)}
        <TextInput
          label={t('contractor.data.country')}
          placeholder={t('contractor.data.countryHint')}
          maxLength={2}
          autoComplete="off"
          {...form.getInputProps('country')}
        />
      </SimpleGrid>
      <TagsInput
        size="xs"
        label={t('contractor.data.groups')}
        description={t('contractor.data.groupsHint')}
        data={groups.map(({ name }) => name)}
        maxTags={50}
        {...form.getInputProps('groups')}
      />
    </Stack>
  );
}
