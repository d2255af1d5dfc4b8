import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { rowAfterKey } from '../../../ui/grid/keys.ts';
import type { HandsetView } from '../phones-queries.ts';
import { phoneOf, type PhonesSearch } from '../phones-search.ts';
import { HandsetLine } from './handset-line.tsx';
import css from './handset-list.module.css';

interface HandsetListProps {
  readonly companyId: string;
  readonly handsets: readonly HandsetView[];
  readonly search: PhonesSearch;
  readonly listRef: RefObject<HTMLUListElement | null>;
  /** Enter: the phone is opened, and its owner wants to write. */
  readonly onEnter: (phone: string) => void;
}

/** Lines that a Page Up or Page Down passes over. */
const PAGE_LINES = 8;

/** The phones, newest first. One of them is reached by Tab, the others by arrows. */
export function HandsetList({ companyId, handsets, search, listRef, onEnter }: HandsetListProps) {
  const { t } = useTranslation();
  const open = search.numer === undefined ? undefined : phoneOf(search.numer);
  const [focused, setFocused] = useState<string | undefined>(open);
  const stop = handsets.some(({ phone }) => phone === focused) ? focused : handsets[0]?.phone;
  const isSeen = useRef(false);
  useEffect(() => {
    // An address names a phone that may be far down; after that the list stays where the eyes are.
    if (isSeen.current || open === undefined || handsets.length === 0) return;
    isSeen.current = true;
    listRef.current?.querySelector('a[data-open]')?.scrollIntoView({ block: 'nearest' });
  }, [handsets.length, listRef, open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const place = handsets.findIndex(({ phone }) => phone === stop);
    if (event.key === 'Enter' && stop !== undefined) onEnter(stop);
    const next = rowAfterKey(event.key, place, handsets.length, PAGE_LINES);
    if (next === undefined) return;
    event.preventDefault();
    listRef.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    <ul ref={listRef} className={css['list']} aria-label={t('phones.list')}>
      {handsets.map((handset) => (
        <li key={handset.phone}>
          <HandsetLine
            companyId={companyId}
            handset={handset}
            search={search}
            isOpen={handset.phone === open}
            isStop={handset.phone === stop}
            onFocus={() => setFocused(handset.phone)}
            onKeyDown={onKeyDown}
          />
        </li>
      ))}
    </ul>
  );
}
