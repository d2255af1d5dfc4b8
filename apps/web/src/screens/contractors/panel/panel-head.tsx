import { ActionIcon, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface PanelHeadProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly onClose: () => void;
}

/** Whose panel it is, and the way out. Its height does not depend on what is already known. */
export function PanelHead({ title, hint, onClose }: PanelHeadProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" mb={6}>
      <div style={{ minWidth: 0 }}>
        <Title order={2} fz={15} lh={1.35} lineClamp={2} title={title}>
          {title}
        </Title>
        <Text size="xs" c="dimmed" mih={18}>
          {hint}
        </Text>
      </div>
      <Tooltip label={t('common.close')}>
        <ActionIcon aria-label={t('common.close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
