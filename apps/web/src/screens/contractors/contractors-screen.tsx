import { VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { countMarked } from '../../ui/grid/grid-column.ts';
import { useGridLayout } from '../../ui/grid/use-grid-layout.ts';
import { useListMarks } from '../../ui/grid/use-list-marks.ts';
import { useContractorColumns } from './contractor-columns.tsx';
import { ContractorsFoot } from './contractors-foot.tsx';
import { ContractorsList } from './contractors-list.tsx';
import { ContractorsToolbar } from './contractors-toolbar.tsx';
import { filterOf, NEW, type ContractorsSearch } from './contractors-search.ts';
import css from './contractors.module.css';
import { useContractorPages } from './use-contractor-pages.ts';
import { useSendMarked } from './use-send-marked.ts';

/** Loaded with the first contractor that is opened. */
const ContractorSide = lazy(async () => ({ default: (await import('./contractor-side.tsx')).ContractorSide }));

/** Room for the list and a contractor beside it; a print must not take the panel away under what is typed into it. */
const WIDE = '(min-width: 75em), print';

/** The cursor is followed by the panel, but not row by row. */
const PAUSE_MS = 120;

export function ContractorsScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const search = useSearch({ from: '/firma/$companyId/kontrahenci' });
  const navigate = useNavigate({ from: '/firma/$companyId/kontrahenci' });
  const docked = useMediaQuery(WIDE, false, { getInitialValueInEffect: false });
  const [marks, setMarks] = useListMarks(companyId, JSON.stringify(filterOf(search)));
  const [layout, setLayout] = useGridLayout('contractors');
  const [gridWidth, setGridWidth] = useState(0);
  /** Whom the address named at first, or who has just been added. */
  const [sought, setSought] = useState(search.open);
  const grid = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLElement>(null);
  /** This very contractor was asked for, not only passed by: its panel takes the focus. */
  const wantsFocus = useRef(false);
  const onShown = useCallback((panel: HTMLElement) => {
    side.current = panel;
    if (wantsFocus.current) panel.focus();
    wantsFocus.current = false;
  }, []);
  const columns = useContractorColumns();
  const pages = useContractorPages(companyId, search);
  const send = useSendMarked(companyId, search);

  const change = (next: ContractorsSearch) => {
    void navigate({ search: (now) => ({ ...now, ...next }), replace: 'q' in next });
  };
  const open = useCallback(
    (id: string | undefined, replace = false) => navigate({ search: (now) => ({ ...now, open: id }), replace }),
    [navigate],
  );
  const openFocused = (id: string) => {
    if (id === search.open) return side.current?.focus();
    wantsFocus.current = true;
    void open(id);
  };
  const close = () => void open(undefined).then(() => grid.current?.focus());
  const followCursor = useDebouncedCallback((id: string) => {
    if (docked && search.open !== undefined && search.open !== NEW && search.open !== id) void open(id, true);
  }, PAUSE_MS);

  const total = pages.total ?? 0;
  return (
    <div className={css['screen']}>
      <VisuallyHidden component="h1">{t('directory.title')}</VisuallyHidden>
      <ContractorsToolbar
        companyId={companyId}
        search={search}
        onSearch={change}
        onAdd={() => void open(NEW)}
        onDown={() => grid.current?.focus()}
        marked={countMarked(marks, total)}
        onSend={() => send.mutate(marks)}
        sending={send.isPending}
        columns={{ columns, layout, onLayout: setLayout, width: gridWidth }}
      />
      <div className={css['middle']}>
        <div className={css['list']}>
          <ContractorsList
            ref={grid}
            companyId={companyId}
            search={search}
            onSearch={change}
            pages={pages}
            columns={columns}
            layout={layout}
            onLayout={setLayout}
            onWidth={setGridWidth}
            marks={marks}
            onMarks={setMarks}
            onOpen={openFocused}
            onActive={followCursor}
            sought={sought}
          />
        </div>
        {search.open === undefined ? null : (
          <Suspense fallback={null}>
            <ContractorSide
              companyId={companyId}
              contractorId={search.open === NEW ? null : search.open}
              docked={docked}
              onShown={onShown}
              onCreated={(id) => {
                setSought(id);
                openFocused(id);
              }}
              onArrow={(key) => {
                grid.current?.focus();
                // the list takes the key as its own
                grid.current?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              }}
              onClose={close}
            />
          </Suspense>
        )}
      </div>
      <ContractorsFoot
        total={pages.total}
        marks={marks}
        onMarks={setMarks}
        onSend={() => send.mutate(marks)}
        sending={send.isPending}
      />
    </div>
  );
}
