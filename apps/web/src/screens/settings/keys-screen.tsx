import { Alert, Button, Code, CopyButton, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatTime } from '../../i18n/format.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { notifyError } from '../../ui/notify.ts';
import { ErrorPanel, StatePanel } from '../../ui/state-panels.tsx';
import { LimitedInput } from '../../ui/limited-input.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SettingsSkeleton } from './settings-skeleton.tsx';
import { SignInLinkCard } from './sign-in-link-card.tsx';

const KEYS = ['api-keys'] as const;

addPolish({ settings });

/** *Klucze i dostęp*: keys for programs, shown once, and links that let people in. */
export function KeysScreen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [revoking, setRevoking] = useState<{ id: string; name: string } | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: KEYS,
    queryFn: ({ signal }) => api.listApiKeys(undefined, { signal }),
  });
  const create = useMutation({
    mutationFn: () => api.createApiKey({ body: { name } }),
    onSuccess: () => setName(''),
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: KEYS }),
  });
  const revoke = useMutation({
    mutationFn: (keyId: string) => api.revokeApiKey({ params: { keyId } }),
    onError: notifyError,
    onSettled: () => {
      setRevoking(null);
      return client.invalidateQueries({ queryKey: KEYS });
    },
  });
  return (
    <SettingsPage title={t('settings.keys.title')} hint={t('settings.keys.hint')}>
      <SignInLinkCard />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') create.mutate();
        }}
      >
        <Group align="flex-start" gap="xs">
          <LimitedInput
            label={t('settings.keys.name')}
            placeholder={t('settings.keys.nameHint')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
            style={{ flex: '1 1 220px' }}
          />
          <SteadyButton type="submit" mt={{ base: 0, xs: 24 }} disabled={name.trim() === ''} loading={create.isPending}>
            {t('settings.keys.create')}
          </SteadyButton>
        </Group>
      </form>
      {create.data ? <NewSecret secret={create.data.secret} /> : null}
      {data === undefined ? (
        error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : (
          <SettingsSkeleton heights={[90]} />
        )
      ) : data.items.length === 0 ? (
        <StatePanel icon={IconKey} title={t('settings.keys.empty')} />
      ) : (
        <Paper withBorder>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settings.keys.name')}</Table.Th>
                <Table.Th visibleFrom="xs">{t('settings.keys.prefix')}</Table.Th>
                <Table.Th visibleFrom="xs">{t('settings.keys.lastUsed')}</Table.Th>
                <Table.Th aria-label={t('settings.keys.revoke')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((key) => (
                <Table.Tr key={key.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {key.name}
                    <Text size="xs" c="dimmed" hiddenFrom="xs">
                      {key.prefix}… · {t('settings.keys.lastUsed')}:{' '}
                      {key.lastUsedAt === null ? t('settings.keys.never') : formatTime(key.lastUsedAt)}
                    </Text>
                  </Table.Td>
                  <Table.Td visibleFrom="xs">
                    <Code>{key.prefix}…</Code>
                  </Table.Td>
                  <Table.Td visibleFrom="xs">
                    {key.lastUsedAt === null ? t('settings.keys.never') : formatTime(key.lastUsedAt)}
                  </Table.Td>
                  <Table.Td ta="right">
                    {key.local ? (
                      <Text size="xs" c="dimmed">
                        {t('settings.keys.local')}
                      </Text>
                    ) : (
                      <Button size="compact-xs" variant="default" onClick={() => setRevoking(key)}>
                        {t('settings.keys.revoke')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      <ConfirmDialog
        opened={revoking !== null}
        title={t('settings.keys.revokeTitle', { name: revoking?.name ?? '' })}
        text={t('settings.keys.revokeText')}
        confirm={t('settings.keys.revoke')}
        danger
        loading={revoke.isPending}
        onClose={() => setRevoking(null)}
        onConfirm={() => revoking && revoke.mutate(revoking.id)}
      />
    </SettingsPage>
  );
}

function NewSecret({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="teal" title={t('settings.keys.once')} role="status">
      <Stack gap="xs">
        <Code block>{secret}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <div>
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                onClick={copy}
              >
                {t(copied ? 'common.copied' : 'common.copy')}
              </Button>
            </div>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}
