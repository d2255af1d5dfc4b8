import { Button, FileButton, Loader, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './import.module.css';

interface FileDropProps {
  /** The file that is being checked just now. */
  readonly checking: File | null;
  readonly onFile: (file: File) => void;
}

/** A file may be dropped anywhere on it; the button does the same from the keyboard. */
export function FileDrop({ checking, onFile }: FileDropProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  return (
    <div
      className={css['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && checking === null) onFile(file);
      }}
    >
      <Stack align="center" gap={6}>
        {checking ? <Loader size={34} /> : <IconFileSpreadsheet size={34} stroke={1.4} aria-hidden />}
        <Text fw={600} role="status">
          {checking
            ? t('imports.drop.checking', { name: checking.name })
            : t(over ? 'imports.drop.now' : 'imports.drop.label')}
        </Text>
        <Text size="sm" c="dimmed" ta="center">
          {t('imports.drop.or')}
        </Text>
        <FileButton accept=".xlsx,.csv,.txt,text/csv,text/plain" onChange={(file) => file && onFile(file)}>
          {(props) => (
            <Button {...props} mt={4} loading={checking !== null}>
              {t('imports.drop.choose')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </div>
  );
}
