import { ActionIcon, Button, Group, Menu, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconFileImport, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../../api/queries.ts';
import { CONSENTS, NUMBERS, type ContractorsSearch } from './contractors-search.ts';

interface ToolbarProps {
  readonly companyId: string;
  readonly search: ContractorsSearch;
  readonly onSearch: (change: ContractorsSearch) => void;
  readonly onAdd: () => void;
  readonly marked: number;
  readonly onSend: () => void;
  readonly sending: boolean;
}

/** Typing is followed, but not letter by letter. */
const PAUSE_MS = 200;

export function ContractorsToolbar({ companyId, search, onSearch, onAdd, marked, onSend, sending }: ToolbarProps) {
  const { t } = useTranslation();
  const groups = useQuery(groupsQuery(companyId)).data?.items ?? [];
  const input = useRef<HTMLInputElement>(null);
  const find = useDebouncedCallback((q: string) => onSearch(q === '' ? { q: undefined } : { q }), PAUSE_MS);
  // Filters may be cleared elsewhere; what is being typed is never taken away.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = search.q ?? '';
  }, [search.q]);
  useHotkeys([
    ['mod + F', () => input.current?.focus()],
    ['Insert', onAdd],
  ]);
  const clear = () => {
    if (input.current) input.current.value = '';
    onSearch({ q: undefined });
  };
  return (
    <Group gap="xs" p="xs">
      <TextInput
        ref={input}
        defaultValue={search.q ?? ''}
        onChange={(event) => find(event.currentTarget.value)}
        placeholder={t('directory.searchHint')}
        aria-label={t('common.search')}
        leftSection={<IconSearch size={14} />}
        rightSection={
          search.q === undefined ? null : (
            <ActionIcon size="xs" aria-label={t('common.clear')} onClick={clear}>
              <IconX size={12} />
            </ActionIcon>
          )
        }
        style={{ flex: '1 1 220px', maxWidth: 360 }}
      />
      <NativeSelect
        aria-label={t('directory.columns.groups')}
        data={[
          { value: '', label: t('directory.anyGroup') },
          ...groups.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={search.group ?? ''}
        onChange={(event) => onSearch({ group: event.currentTarget.value || undefined })}
        w={150}
      />
      <NativeSelect
        aria-label={t('directory.columns.consent')}
        data={[
          { value: '', label: t('directory.anyConsent') },
          ...CONSENTS.map((value) => ({ value, label: t(`directory.consentFilter.${value}`) })),
        ]}
        value={search.consent ?? ''}
        onChange={({ currentTarget }) => onSearch({ consent: CONSENTS.find((known) => known === currentTarget.value) })}
        w={150}
      />
      <NativeSelect
        aria-label={t('directory.columns.phone')}
        data={[
          { value: '', label: t('directory.anyNumber') },
          ...NUMBERS.map((value) => ({ value, label: t(`directory.numberFilter.${value}`) })),
        ]}
        value={search.number ?? ''}
        onChange={({ currentTarget }) => onSearch({ number: NUMBERS.find((known) => known === currentTarget.value) })}
        w={150}
      />
      <Group gap="xs" ml="auto">
        <Menu position="bottom-end" width={340}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />} loading={sending}>
              {t('directory.more.title')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item disabled={marked === 0} onClick={onSend}>
              {t('directory.more.send')}
            </Menu.Item>
            {marked === 0 ? <Menu.Label>{t('directory.more.markFirst')}</Menu.Label> : null}
            <Menu.Divider />
            <Menu.Item
              component={Link}
              to={`/firma/${companyId}/kontrahenci/import`}
              leftSection={<IconFileImport size={14} />}
            >
              {t('directory.more.import')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
          {t('directory.add')}
        </Button>
      </Group>
    </Group>
  );
}
