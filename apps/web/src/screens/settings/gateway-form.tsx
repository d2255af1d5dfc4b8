import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Switch, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { gatewayQuery } from '../../api/queries.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import type { GatewayView } from './gateway-health.tsx';

const AMOUNT_UNIT = 10_000;

const valuesOf = (gateway: GatewayView) => ({
  baseUrl: gateway.baseUrl,
  sender: gateway.sender,
  timeoutSeconds: gateway.timeoutMs / 1_000,
  batchSize: gateway.batchSize,
  requestsPerSecond: gateway.requestsPerSecond,
  concurrency: gateway.concurrency,
  maxParts: gateway.maxParts,
  settleAutomatically: gateway.settleAutomatically,
  pointValue: gateway.pointValue / AMOUNT_UNIT,
});

/** Everything of the gateway but its token. */
export function GatewayForm({ companyId, gateway }: { readonly companyId: string; readonly gateway: GatewayView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({ initialValues: valuesOf(gateway) });
  const senders = useQuery({
    queryKey: ['gateway', companyId, 'sender-names'],
    queryFn: ({ signal }) => api.listSenderNames({ params: { companyId } }, { signal }),
    enabled: gateway.token === 'stored',
    retry: false,
  });
  const save = useMutation({
    mutationFn: ({ timeoutSeconds, pointValue, ...rest }: ReturnType<typeof valuesOf>) =>
      api.saveGateway({
        params: { companyId },
        body: {
          ...rest,
          provider: gateway.provider,
          timeoutMs: timeoutSeconds * 1_000,
          pointValue: Math.round(pointValue * AMOUNT_UNIT),
        },
      }),
    onSuccess: (saved) => {
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      form.setValues(valuesOf(saved));
      form.resetDirty(valuesOf(saved));
      void client.invalidateQueries({ queryKey: ['balance', companyId] });
      notifyDone(t('common.saved'));
    },
    onError: (error) => {
      const errors = fieldErrors(error, { timeoutMs: 'timeoutSeconds' });
      if (errors) form.setErrors(errors);
      else notifyError(error);
    },
  });
  const submit = form.onSubmit((values) => save.mutate(values));
  useHotkeys([['mod + S', () => submit()]], []);
  const number = (name: 'batchSize' | 'requestsPerSecond' | 'concurrency' | 'maxParts', min: number, max: number) => (
    <NumberInput
      key={form.key(name)}
      label={t(`settings.gateway.${name}`)}
      description={t(`settings.gateway.${name}Hint`)}
      min={min}
      max={max}
      allowDecimal={false}
      {...form.getInputProps(name)}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('settings.gateway.settings')}
        </Title>
        <Select
          label={t('settings.gateway.sender')}
          description={t('settings.gateway.senderHint')}
          placeholder={t('settings.gateway.senderDefault')}
          data={(senders.data?.items ?? []).map(({ sender, status, usable }) => ({
            value: sender,
            label: usable ? sender : `${sender} (${status})`,
            disabled: !usable,
          }))}
          clearable
          {...form.getInputProps('sender')}
        />
        <TextInput
          label={t('settings.gateway.baseUrl')}
          description={t('settings.gateway.baseUrlHint')}
          {...form.getInputProps('baseUrl')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NumberInput
            label={t('settings.gateway.timeout')}
            description={t('settings.gateway.timeoutHint')}
            min={1}
            max={120}
            suffix=" s"
            allowDecimal={false}
            {...form.getInputProps('timeoutSeconds')}
          />
          <NumberInput
            label={t('settings.gateway.pointValue')}
            description={t('settings.gateway.pointValueHint')}
            min={0}
            decimalScale={4}
            decimalSeparator=","
            suffix=" zł"
            {...form.getInputProps('pointValue')}
          />
          {number('batchSize', 1, 10_000)}
          {number('requestsPerSecond', 1, 100)}
          {number('concurrency', 1, 20)}
          {number('maxParts', 1, 10)}
        </SimpleGrid>
        <Switch
          label={t('settings.gateway.settle')}
          description={t('settings.gateway.settleHint')}
          {...form.getInputProps('settleAutomatically', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
