import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Two people at one campaign: what was typed here is kept on the screen until one decides. */
export function ConflictNotice({ onTake }: { readonly onTake: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="orange" radius={0} icon={<IconUsers size={16} />}>
      <Group>
        <Text size="sm">{t('campaigns.conflict')}</Text>
        <Button size="compact-xs" variant="default" onClick={onTake}>
          {t('campaigns.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
