import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../ui/describe-error.ts';

interface TokenRefusalProps {
  readonly error: Error;
  /** Whether there is one that goes on being used. */
  readonly hasOld: boolean;
  readonly onSaveAnyway: () => void;
}

/** A token that was tried and not stored: why, what is used now, and the way to store it all the same. */
export function TokenRefusal({ error, hasOld, onSaveAnyway }: TokenRefusalProps) {
  const { t } = useTranslation();
  const { title, hint } = describeError(error);
  return (
    <Alert color="red" title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {hint} {hasOld ? t('settings.token.keptOld') : null}
        </Text>
        <Button variant="default" onClick={onSaveAnyway}>
          {t('settings.token.saveAnyway')}
        </Button>
      </Stack>
    </Alert>
  );
}
