import { ProblemError } from '@goniec/contract/browser';
import { Group, Paper, PasswordInput, Stack } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { gatewayQuery } from '../../../api/queries.ts';
import { describeError } from '../../../ui/describe-error.ts';
import { notifyError } from '../../../ui/notify.ts';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { GatewayAnswer } from './gateway-answer.tsx';
import type { GatewayView } from './gateway-view.ts';
import { TokenRefusal } from './token-refusal.tsx';
import { TokenState } from './token-state.tsx';

/** What a token that was tried first may be refused for; it can be stored all the same. */
const TRIED = ['token_refused', 'token_unchecked'];

interface ConnectionFormProps {
  readonly companyId: string;
  readonly gateway: GatewayView;
}

/** The OAuth token goes in and never comes out. It is tried before it takes the place of another; the gateway's answer stands below. */
export function ConnectionForm({ companyId, gateway }: ConnectionFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [token, setToken] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const test = useMutation({
    mutationFn: () => api.testGateway({ params: { companyId } }),
    onError: notifyError,
    onSettled: () => {
      for (const resource of ['gateway', 'balance', 'first-steps'])
        void client.invalidateQueries({ queryKey: [resource, companyId] });
    },
  });
  const save = useMutation({
    mutationFn: ({ check }: { readonly check: boolean }) =>
      api.saveGatewayToken({ params: { companyId }, body: { token, check } }),
    onMutate: () => test.reset(),
    onSuccess: (saved, { check }) => {
      setToken('');
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      if (check) test.mutate();
    },
    // what is pasted next takes the place of the refused one: nobody sees its letters
    onError: () => field.current?.select(),
  });
  const refused = save.error instanceof ProblemError && TRIED.includes(save.error.problem.code) ? save.error : null;
  const failure = save.error && !refused ? describeError(save.error) : null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <TokenState gateway={gateway} />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (token.trim() !== '') save.mutate({ check: true });
          }}
        >
          <Group align="flex-end" gap="xs">
            <PasswordInput
              ref={field}
              label={t('settings.token.field')}
              description={t('settings.token.hint')}
              value={token}
              onChange={(event) => {
                setToken(event.currentTarget.value);
                if (save.isError) save.reset();
              }}
              autoComplete="off"
              error={failure ? `${failure.title} ${failure.hint ?? ''}` : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('settings.token.show') }}
              style={{ flex: '1 1 280px' }}
            />
            <SteadyButton type="submit" loading={save.isPending && save.variables.check} disabled={token.trim() === ''}>
              {t('settings.token.save')}
            </SteadyButton>
            <SteadyButton
              variant="default"
              leftSection={<IconPlugConnected size={14} />}
              loading={test.isPending}
              disabled={gateway.token === 'missing'}
              onClick={() => {
                save.reset();
                test.mutate();
              }}
            >
              {t('settings.gateway.test')}
            </SteadyButton>
          </Group>
        </form>
        <div role="status">
          {refused ? (
            <TokenRefusal
              error={refused}
              hasOld={gateway.token === 'stored'}
              onSaveAnyway={() => save.mutate({ check: false })}
            />
          ) : test.data && !test.isPending ? (
            <GatewayAnswer answer={test.data} />
          ) : null}
        </div>
      </Stack>
    </Paper>
  );
}
