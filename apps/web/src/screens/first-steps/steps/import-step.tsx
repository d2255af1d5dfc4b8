import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import type { StepProps } from '../first-steps-screen.tsx';
import { StepFoot } from '../step-foot.tsx';

/** Whom to send to: the way to the import, which shows everything before it stores anything. */
export function ImportStep({ done }: StepProps) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  return (
    <>
      <Stack gap="sm" maw={620} align="flex-start">
        <Text size="sm">{t(done ? 'wizard.import.filled' : 'wizard.import.file')}</Text>
        <Button
          component={Link}
          to={`/firma/${companyId}/kontrahenci/import`}
          variant={done ? 'default' : 'filled'}
          leftSection={<IconFileImport size={14} />}
        >
          {t('wizard.import.open')}
        </Button>
        {done ? null : (
          <>
            <Text size="sm" c="dimmed">
              {t('wizard.import.back')}
            </Text>
            <Anchor component={Link} to={`/firma/${companyId}/kontrahenci?open=nowy`} size="sm">
              {t('wizard.import.byHand')}
            </Anchor>
          </>
        )}
      </Stack>
      <StepFoot slug="import" done={done} />
    </>
  );
}
