import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './campaign.module.css';
import type { Draft, DraftText } from './use-draft.ts';

/** Two people changed the same words: both are shown side by side, and one chooses. Nothing is saved until then. */
export function ConflictNotice({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const { conflict, dropped } = draft;
  if (conflict === null) {
    return dropped === null ? null : (
      <Alert role="status" color="gray" radius={0} py={6}>
        <Group gap="xs">
          <Text size="sm">{t('campaign.conflict.dropped')}</Text>
          <Button size="compact-xs" variant="default" onClick={draft.restore}>
            {t('campaign.conflict.restore')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={draft.letGo}>
            {t('campaign.conflict.letGo')}
          </Button>
        </Group>
      </Alert>
    );
  }
  const { theirs, clashes, keepMine, takeTheirs } = conflict;
  return (
    <Alert
      role="alert"
      color="orange"
      radius={0}
      icon={<IconGitMerge size={18} />}
      title={t('campaign.conflict.title')}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
        <Version title={t('campaign.conflict.mine')} text={draft} fields={clashes}>
          <Button size="compact-sm" onClick={keepMine}>
            {t('campaign.conflict.keepMine')}
          </Button>
        </Version>
        <Version title={t('campaign.conflict.theirs')} text={theirs} fields={clashes}>
          <Button size="compact-sm" variant="default" onClick={takeTheirs}>
            {t('campaign.conflict.takeTheirs')}
          </Button>
        </Version>
      </SimpleGrid>
    </Alert>
  );
}

interface VersionProps {
  readonly title: string;
  readonly text: DraftText;
  readonly fields: readonly (keyof DraftText)[];
  readonly children: ReactNode;
}

function Version({ title, text, fields, children }: VersionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={6} role="group" aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {fields.map((field) => (
        <div key={field} className={css['version']}>
          <Text size="xs" c="dimmed">
            {t(`campaign.conflict.field.${field}`)}
          </Text>
          {field === 'withoutPolish'
            ? t(text.withoutPolish ? 'common.yes' : 'common.no')
            : text[field] || t('campaign.conflict.empty')}
        </div>
      ))}
      <div>{children}</div>
    </Stack>
  );
}
