import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from './import-query.ts';
import { DELIMITERS, ENCODINGS, type ReadOptions } from './reading.ts';

interface ReadingChoiceProps {
  readonly record: ImportView;
  readonly reading: boolean;
  readonly onRead: (options: ReadOptions) => void;
}

/** How the file is read, and otherwise if it was recognised wrongly: a text by its encoding, a workbook by its sheets. */
export function ReadingChoice({ record, reading, onRead }: ReadingChoiceProps) {
  const { t } = useTranslation();
  const { encoding, delimiter, sheet, sheets } = record;
  const common = { allowDeselect: false, disabled: reading } as const;
  if (sheets !== null)
    return (
      <Select
        {...common}
        label={t('imports.sheet')}
        // two sheets may bear one name in a damaged workbook only
        data={[...new Set(sheets)]}
        value={sheet}
        w={200}
        disabled={reading || sheets.length < 2}
        onChange={(value) => value !== null && onRead({ sheet: value })}
      />
    );
  return (
    <Group gap="xs">
      <Select
        {...common}
        label={t('imports.encoding')}
        data={ENCODINGS}
        value={encoding}
        w={130}
        onChange={(value) => onRead({ encoding: ENCODINGS.find((known) => known === value) })}
      />
      <Select
        {...common}
        label={t('imports.delimiter')}
        data={DELIMITERS.map(({ value, name }) => ({ value, label: t(`imports.delimiters.${name}`) }))}
        value={delimiter}
        w={130}
        onChange={(chosen) => onRead({ delimiter: DELIMITERS.find(({ value }) => value === chosen)?.value })}
      />
    </Group>
  );
}
