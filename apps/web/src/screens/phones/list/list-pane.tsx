import type { Contract, Result } from '@goniec/contract';
import { ActionIcon, Anchor, Button, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconExternalLink, IconSearch, IconSearchOff, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { useEmulator } from '../../../shell/use-emulator.ts';
import { StatePanel } from '../../../ui/state-panels.tsx';
import type { PhonesSearch } from '../phones-search.ts';
import { HandsetList } from './handset-list.tsx';
import css from './list-pane.module.css';

interface ListPaneProps {
  readonly companyId: string;
  readonly found: Result<Contract['listHandsets']>;
  readonly search: PhonesSearch;
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly onEnter: (phone: string) => void;
}

/** Typing is followed, but not letter by letter. */
const PAUSE_MS = 200;

/** The list of phones with its search, how many there are, and the way to the emulator's own page. */
export function ListPane({ companyId, found, search, listRef, onEnter }: ListPaneProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const navigate = useNavigate({ from: '/firma/$companyId/telefony' });
  const emulator = useEmulator(companyId);
  const input = useRef<HTMLInputElement>(null);
  const look = (q: string) =>
    void navigate({ search: (now) => ({ ...now, q: q === '' ? undefined : q }), replace: true });
  const find = useDebouncedCallback(look, PAUSE_MS);
  useHotkeys([['mod + F', () => input.current?.focus()]]);
  const clear = () => {
    if (input.current) input.current.value = '';
    look('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    listRef.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
  };
  const { items, matching } = found;
  return (
    <div className={css['pane']}>
      <div className={css['search']}>
        <TextInput
          ref={input}
          defaultValue={search.q ?? ''}
          onChange={(event) => find(event.currentTarget.value.trim())}
          onKeyDown={onKeyDown}
          placeholder={t('phones.search')}
          aria-label={t('common.search')}
          leftSection={<IconSearch size={14} />}
          rightSection={
            search.q === undefined ? null : (
              <ActionIcon size="xs" aria-label={t('common.clear')} onClick={clear}>
                <IconX size={12} />
              </ActionIcon>
            )
          }
        />
      </div>
      {items.length === 0 ? (
        <StatePanel icon={IconSearchOff} title={t('common.nothingFound')}>
          <Button variant="default" onClick={clear}>
            {t('common.clear')}
          </Button>
        </StatePanel>
      ) : (
        <HandsetList companyId={companyId} handsets={items} search={search} listRef={listRef} onEnter={onEnter} />
      )}
      <div className={css['foot']}>
        <Text size="xs" c="dimmed" role="status">
          {items.length < matching
            ? t('phones.shown', { shown: formatCount(items.length), matching: formatCount(matching) })
            : counted('phones', matching)}
        </Text>
        {emulator === null ? null : (
          <Anchor
            size="xs"
            href={new URL('/_emulator/', emulator).href}
            target="_blank"
            rel="noreferrer"
            title={t('phones.emulatorHint')}
          >
            {t('phones.emulator')} <IconExternalLink size={11} aria-hidden />
          </Anchor>
        )}
      </div>
    </div>
  );
}
