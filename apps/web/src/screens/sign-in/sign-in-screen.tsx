import { Center, Code, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { access } from '../../i18n/pl/access.ts';
import { describeError } from '../../ui/describe-error.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';

addPolish({ access });

/**
 * The page behind a one-time link. Opening it changes nothing, for link previews and scanners open links too: only the
 * button uses the token up.
 */
export function SignInScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const search = useSearch({ from: '/zaloguj' });
  const [token] = useState(search.token ?? '');
  // The token should not stay in the history of the browser.
  useEffect(() => {
    if (search.token !== undefined) void navigate({ to: '/zaloguj', search: {}, replace: true });
  }, [navigate, search.token]);
  const signIn = useMutation({
    mutationFn: () => api.signIn({ body: { token } }),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  const failure = signIn.error ? describeError(signIn.error) : null;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <Stack gap="md">
          <img src="/goniec.svg" width={40} height={40} alt="" />
          <Title order={1} fz="xl">
            {t('access.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(token === '' ? 'access.noToken' : 'access.once')}
          </Text>
          {token === '' ? <Code block>npx goniec login</Code> : null}
          {failure ? (
            <div role="alert">
              <Text size="sm" c="var(--goniec-bad)" fw={600}>
                {failure.title}
              </Text>
              <Text size="sm">{failure.hint}</Text>
            </div>
          ) : null}
          <SteadyButton size="sm" disabled={token === ''} loading={signIn.isPending} onClick={() => signIn.mutate()}>
            {t('access.signIn')}
          </SteadyButton>
        </Stack>
      </Paper>
    </Center>
  );
}
