import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from './import-query.ts';
import { DELIMITERS, ENCODINGS, HEADER, type ReadOptions } from './reading.ts';

interface ReadingChoiceProps {
  readonly record: ImportView;
  readonly reading: boolean;
  readonly onRead: (options: ReadOptions) => void;
}

/** How the file is read, and otherwise if it was recognised wrongly: a text by its encoding, a workbook by its sheets. */
export function ReadingChoice({ record, reading, onRead }: ReadingChoiceProps) {
  const { t } = useTranslation();
  const { encoding, delimiter, sheet, sheets, header } = record;
  // Not disabled while the file is read again: the keyboard would lose its place.
  const common = { allowDeselect: false, readOnly: reading } as const;
  const firstRow = (
    <Select
      {...common}
      label={t('imports.header.label')}
      data={HEADER.map((value) => ({ value, label: t(`imports.header.${value}`) }))}
      value={header}
      w={150}
      onChange={(value) => onRead({ header: HEADER.find((known) => known === value) })}
    />
  );
  if (sheets !== null)
    return (
      <Group gap="xs">
        <Select
          {...common}
          label={t('imports.sheet')}
          // two sheets may bear one name in a damaged workbook only
          data={[...new Set(sheets)]}
          value={sheet}
          w={200}
          disabled={sheets.length < 2}
          onChange={(value) => value !== null && onRead({ sheet: value })}
        />
        {firstRow}
      </Group>
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
      {firstRow}
    </Group>
  );
}
