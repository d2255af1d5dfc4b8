import { Drawer } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './contractors.module.css';
import { ContractorPanel } from './panel/contractor-panel.tsx';

interface ContractorSideProps {
  readonly companyId: string;
  /** Null for a contractor that is being added. */
  readonly contractorId: string | null;
  /** Beside the list, where there is room; else over it. */
  readonly docked: boolean;
  /** The panel beside the list, each time it shows another contractor. */
  readonly onShown: (panel: HTMLElement) => void;
  readonly onCreated: (contractorId: string) => void;
  /** An arrow pressed where the panel itself has the keyboard: the next card of the file. */
  readonly onArrow: (key: string) => void;
  readonly onClose: () => void;
}

/** One contractor with the list beside it: the row under the cursor can be looked through like a file of cards. */
export function ContractorSide(props: ContractorSideProps) {
  const { companyId, contractorId, docked, onShown, onCreated, onArrow, onClose } = props;
  const { t } = useTranslation();
  const title = t(contractorId === null ? 'directory.newContractor' : 'directory.contractor');
  const panel = (
    <ContractorPanel
      key={contractorId}
      companyId={companyId}
      contractorId={contractorId}
      onCreated={onCreated}
      onClose={onClose}
    />
  );
  if (docked)
    return (
      <DockedSide key={contractorId} label={title} onShown={onShown} onArrow={onArrow} onClose={onClose}>
        {panel}
      </DockedSide>
    );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
    >
      {panel}
    </Drawer>
  );
}

interface DockedSideProps extends Pick<ContractorSideProps, 'onShown' | 'onArrow' | 'onClose'> {
  readonly label: string;
  readonly children: ReactNode;
}

function DockedSide({ label, onShown, onArrow, onClose, children }: DockedSideProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (panel.current) onShown(panel.current);
  }, [onShown]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      onArrow(event.key);
    }
    if (event.key !== 'Escape' || event.defaultPrevented || isOpenList(event.target)) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, as it leaves a dialog
    <aside ref={panel} className={css['side']} aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {children}
    </aside>
  );
}

/** Escape closes an open list of choices first. */
const isOpenList = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true';
