import { Alert, Anchor, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { nameActor } from '../../i18n/name-actor.ts';
import type { ImportView } from './import-query.ts';

interface ResultAlertProps {
  readonly companyId: string;
  readonly record: ImportView;
  readonly seeRef: Ref<HTMLAnchorElement>;
}

/** What became of an import that was written: how much, or that it was taken back. */
export function ResultAlert({ companyId, record, seeRef }: ResultAlertProps) {
  const { t } = useTranslation();
  const { state, summary, undo, undoneAt, undoneBy, undoneByName } = record;
  if (state === 'checked') return null;
  const contractors = (
    <Anchor
      size="sm"
      // the colour of links is too pale on the grey of an undone import
      c="inherit"
      underline="always"
      renderRoot={(props) => <Link {...props} ref={seeRef} to="/firma/$companyId/kontrahenci" params={{ companyId }} />}
    >
      {t('imports.apply.see')}
    </Anchor>
  );
  if (state === 'applied')
    return (
      <Alert color="teal" variant="light" radius={0} py={6} icon={<IconCheck size={16} />} role="status">
        {t('imports.apply.done', {
          create: formatCount(summary.create),
          update: formatCount(summary.update),
          rejected: formatCount(summary.rejected),
        })}{' '}
        {contractors}
      </Alert>
    );
  const kept = undo ? undo.rows.partly + undo.rows.kept : 0;
  return (
    <Alert color="gray" variant="light" radius={0} py={6} icon={<IconArrowBackUp size={16} />} role="status">
      {t('imports.undo.done', {
        removed: formatCount(undo?.contractors.removed ?? 0),
        restored: formatCount(undo?.contractors.restored ?? 0),
        kept: formatCount(kept),
      })}{' '}
      {contractors}
      {undoneAt === null ? null : (
        <Text size="xs">
          {t('imports.undo.by', { at: formatTime(undoneAt), by: nameActor(undoneBy ?? '', undoneByName) })}
        </Text>
      )}
    </Alert>
  );
}
