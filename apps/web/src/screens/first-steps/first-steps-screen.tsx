import { Button, Center, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { notifyError } from '../../ui/notify.ts';

/** A new company, and on to its gateway: provider, token with its test, sender name; then the first import. */
export function FirstStepsScreen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', nip: '' },
    validate: { name: (name) => (name.trim() === '' ? t('wizard.nameNeeded') : null) },
  });
  const create = useMutation({
    mutationFn: ({ name, nip }: { readonly name: string; readonly nip: string }) =>
      api.createCompany({ body: { name, nip: nip.trim() === '' ? null : nip } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: '/firma/$companyId/konfiguracja/wysylka-sms', params: { companyId: id } });
    },
    onError: (error) => {
      const errors = fieldErrors(error);
      if (errors) form.setErrors(errors);
      else notifyError(error);
    },
  });
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={460}>
        <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
          <Stack gap="md">
            <img src="/goniec.svg" width={40} height={40} alt="" />
            <Title order={1} fz="xl">
              {t('wizard.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('wizard.hint')}
            </Text>
            <TextInput label={t('wizard.name')} required data-autofocus {...form.getInputProps('name')} />
            <TextInput label="NIP" {...form.getInputProps('nip')} />
            <Button type="submit" size="sm" loading={create.isPending}>
              {t('wizard.create')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
