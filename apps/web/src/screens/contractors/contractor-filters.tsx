import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../../api/queries.ts';
import { CONSENTS, NUMBERS, type ContractorsSearch } from './contractors-search.ts';
import css from './contractors.module.css';

interface ContractorFiltersProps {
  readonly companyId: string;
  readonly search: ContractorsSearch;
  readonly onSearch: (change: ContractorsSearch) => void;
  /** On a phone they are put away until they are asked for. */
  readonly open: boolean;
}

export function ContractorFilters({ companyId, search, onSearch, open }: ContractorFiltersProps) {
  const { t } = useTranslation();
  const groups = useQuery(groupsQuery(companyId)).data?.items ?? [];
  return (
    <div className={css['filters']} data-open={open || undefined}>
      <NativeSelect
        className={css['filter']}
        aria-label={t('directory.columns.groups')}
        data={[
          { value: '', label: t('directory.anyGroup') },
          ...groups.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={search.group ?? ''}
        onChange={(event) => onSearch({ group: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        className={css['filter']}
        aria-label={t('directory.columns.consent')}
        data={[
          { value: '', label: t('directory.anyConsent') },
          ...CONSENTS.map((value) => ({ value, label: t(`directory.consentFilter.${value}`) })),
        ]}
        value={search.consent ?? ''}
        onChange={({ currentTarget }) => onSearch({ consent: CONSENTS.find((known) => known === currentTarget.value) })}
      />
      <NativeSelect
        className={css['filter']}
        aria-label={t('directory.columns.phone')}
        data={[
          { value: '', label: t('directory.anyNumber') },
          ...NUMBERS.map((value) => ({ value, label: t(`directory.numberFilter.${value}`) })),
        ]}
        value={search.number ?? ''}
        onChange={({ currentTarget }) => onSearch({ number: NUMBERS.find((known) => known === currentTarget.value) })}
      />
    </div>
  );
}
