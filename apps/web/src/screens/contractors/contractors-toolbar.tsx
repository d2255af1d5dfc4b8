import { ActionIcon, Button, Group, Menu, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconFileImport, IconFilter, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { ColumnMenu } from '../../ui/grid/column-menu.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import type { ContractorView } from './contractor-columns.tsx';
import { ContractorFilters } from './contractor-filters.tsx';
import { filterOf, type ContractorsSearch } from './contractors-search.ts';

interface ToolbarProps {
  readonly companyId: string;
  readonly search: ContractorsSearch;
  readonly onSearch: (change: ContractorsSearch) => void;
  readonly onAdd: () => void;
  /** From the search down to what it has found. */
  readonly onDown: () => void;
  readonly marked: number;
  readonly onSend: () => void;
  readonly sending: boolean;
  readonly columns: ComponentProps<typeof ColumnMenu<ContractorView>>;
}

/** Typing is followed, but not letter by letter. */
const PAUSE_MS = 200;

export function ContractorsToolbar(props: ToolbarProps) {
  const { companyId, search, onSearch, onAdd, onDown, marked, onSend, sending, columns } = props;
  const { t } = useTranslation();
  const [filtersOpen, { toggle: toggleFilters }] = useDisclosure(false);
  const filters = Object.keys(filterOf({ ...search, q: undefined })).length;
  const filtersLabel =
    filters > 0 ? t('directory.filtersOn', { formatted: formatCount(filters) }) : t('directory.filters');
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
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
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
      <Tooltip label={filtersLabel}>
        <ActionIcon
          hiddenFrom="sm"
          variant={filters > 0 ? 'light' : 'default'}
          color={filters > 0 ? 'indigo' : 'gray'}
          size={30}
          aria-label={filtersLabel}
          aria-expanded={filtersOpen}
          onClick={toggleFilters}
        >
          <IconFilter size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <ContractorFilters companyId={companyId} search={search} onSearch={onSearch} open={filtersOpen} />
      <Group gap="xs" ml="auto">
        <ColumnMenu {...columns} />
        <Menu position="bottom-end" width={340}>
          <Menu.Target>
            <SteadyButton variant="default" rightSection={<IconChevronDown size={14} />} loading={sending}>
              {t('directory.more.title')}
            </SteadyButton>
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
