import type { Sentence } from '@goniec/contract';
import { Button, Group, List, PasswordInput, Spoiler, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { gatewayQuery } from '../../api/queries.ts';
import { describeError, say } from '../../ui/describe-error.ts';
import { notifyDone } from '../../ui/notify.ts';

interface TokenFormProps {
  readonly companyId: string;
  readonly steps: readonly Sentence[];
}

/** The OAuth token goes in and never comes out: the field is empty whatever is stored. */
export function TokenForm({ companyId, steps }: TokenFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [token, setToken] = useState('');
  const save = useMutation({
    mutationFn: () => api.saveGatewayToken({ params: { companyId }, body: { token } }),
    onSuccess: (gateway) => {
      setToken('');
      client.setQueryData(gatewayQuery(companyId).queryKey, gateway);
      void client.invalidateQueries({ queryKey: ['balance', companyId] });
      notifyDone(t('settings.token.saved'));
    },
  });
  const failure = save.error ? describeError(save.error) : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') save.mutate();
      }}
    >
      <Group align="flex-end" gap="xs">
        <PasswordInput
          label={t('settings.token.field')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          autoComplete="off"
          error={failure ? `${failure.title} ${failure.hint ?? ''}` : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('settings.token.show') }}
          style={{ flex: '1 1 280px' }}
        />
        <Button type="submit" loading={save.isPending} disabled={token.trim() === ''}>
          {t('settings.token.save')}
        </Button>
      </Group>
      <Spoiler maxHeight={0} showLabel={t('settings.token.howTo')} hideLabel={t('common.close')} mt="xs" fz="sm">
        <List type="ordered" size="sm" spacing={4} my="xs">
          {steps.map((step) => (
            <List.Item key={step.en}>{say(step)}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('settings.token.separate')}
        </Text>
      </Spoiler>
    </form>
  );
}
