import { Text } from '@mantine/core';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './import.module.css';

interface DropAreaProps {
  /** Null while a file is being read: another has to wait. */
  readonly onFile: ((file: File) => void) | null;
  readonly children: ReactNode;
}

/** The whole screen takes a file that is dropped on it. */
export function DropArea({ onFile, children }: DropAreaProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={css['area']}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(onFile !== null);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile?.(file);
      }}
    >
      {children}
      {over ? (
        <div className={css['over']} aria-hidden>
          <Text fw={600}>{t('imports.drop.now')}</Text>
        </div>
      ) : null}
    </div>
  );
}
