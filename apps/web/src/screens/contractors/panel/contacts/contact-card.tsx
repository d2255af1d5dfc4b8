import { ActionIcon, Anchor, Badge, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../../../../ui/describe-error.ts';
import { ConsentBadge } from '../consent-badge.tsx';
import type { ContactView } from '../contractor-query.ts';
import { PhoneLine } from '../phone-line.tsx';

interface ContactCardProps {
  readonly contact: ContactView;
  /** While another contact is being written its form is the only one. */
  readonly locked: boolean;
  readonly editRef: Ref<HTMLButtonElement>;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

export function ContactCard({ contact, locked, editRef, onEdit, onDelete }: ContactCardProps) {
  const { t } = useTranslation();
  const name = contact.name ?? t('contractor.contacts.unnamed');
  return (
    <Paper withBorder px="sm" py={8}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            {contact.role === null ? null : (
              <Text size="xs" c="dimmed">
                {contact.role}
              </Text>
            )}
            {contact.isPrimary ? <Badge color="indigo">{t('contractor.contacts.primary')}</Badge> : null}
          </Group>
          <Group gap={8}>
            <PhoneLine contact={contact} />
            <ConsentBadge contact={contact} />
          </Group>
          {contact.phoneFault ? (
            <Text size="xs" c="var(--goniec-bad)">
              {say(contact.phoneFault.sentence)}
            </Text>
          ) : null}
          {contact.email === null ? null : (
            <Anchor size="xs" href={`mailto:${contact.email}`} style={{ overflowWrap: 'anywhere' }}>
              {contact.email}
            </Anchor>
          )}
        </Stack>
        {locked ? null : (
          <Group gap={2} wrap="nowrap">
            <Tooltip label={t('common.edit')}>
              <ActionIcon ref={editRef} aria-label={t('contractor.contacts.editOne', { name })} onClick={onEdit}>
                <IconPencil size={16} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('common.delete')}>
              <ActionIcon aria-label={t('contractor.contacts.deleteOne', { name })} onClick={onDelete}>
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
