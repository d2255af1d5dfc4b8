import { Button, Group, NumberInput, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { gatewayQuery } from '../../../api/queries.ts';
import { formatCount } from '../../../i18n/format.ts';
import { fieldErrors } from '../../../ui/field-errors.ts';
import { notifyDone, notifyError } from '../../../ui/notify.ts';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { SettingsCard } from '../settings-card.tsx';
import { UnsavedDialog } from '../unsaved-dialog.tsx';
import { fieldsOf, isInRange, LIMITS, toBody, type GatewayFields } from './gateway-fields.ts';
import type { GatewayView } from './gateway-view.ts';
import css from './gateway.module.css';
import { SenderChoice } from './sender-choice.tsx';

/** Everything of the gateway but its token, in cards; what was changed is saved or taken back as a whole. */
export function GatewayForm({ companyId, gateway }: { readonly companyId: string; readonly gateway: GatewayView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const inRange = (name: keyof typeof LIMITS) => (value: unknown) => {
    const { min, max } = LIMITS[name];
    return isInRange(name, value) ? null : t('settings.gateway.range', { min, max: formatCount(max) });
  };
  const form = useForm<GatewayFields>({
    initialValues: fieldsOf(gateway),
    validateInputOnBlur: true,
    validate: {
      timeoutSeconds: inRange('timeoutSeconds'),
      batchSize: inRange('batchSize'),
      requestsPerSecond: inRange('requestsPerSecond'),
      concurrency: inRange('concurrency'),
      maxParts: inRange('maxParts'),
    },
  });
  const save = useMutation({
    mutationFn: (fields: GatewayFields) => api.saveGateway({ params: { companyId }, body: toBody(gateway, fields) }),
    onSuccess: (saved) => {
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      form.setInitialValues(fieldsOf(saved));
      form.setValues(fieldsOf(saved));
      form.resetDirty(fieldsOf(saved));
      void client.invalidateQueries({ queryKey: ['balance', companyId] });
      void client.invalidateQueries({ queryKey: ['first-steps', companyId] });
      notifyDone(t('common.saved'));
    },
    onError: (error) => {
      const errors = fieldErrors(error, { timeoutMs: 'timeoutSeconds' });
      if (errors) form.setErrors(errors);
      else notifyError(error);
    },
  });
  const submit = form.onSubmit((fields) => save.mutate(fields));
  useHotkeys([['mod + S', () => submit()]], []);
  const dirty = form.isDirty();
  const number = (name: keyof typeof LIMITS) => (
    <NumberInput
      label={t(`settings.gateway.${name}`)}
      description={t(`settings.gateway.${name}Hint`)}
      min={LIMITS[name].min}
      max={LIMITS[name].max}
      suffix={name === 'timeoutSeconds' ? ' s' : ''}
      allowDecimal={false}
      clampBehavior="none"
      inputWrapperOrder={ORDER}
      {...form.getInputProps(name)}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <SettingsCard title={t('settings.gateway.sender')} hint={t('settings.gateway.senderHint')}>
          {gateway.token === 'stored' ? (
            <SenderChoice
              companyId={companyId}
              value={form.values.sender}
              onChange={(sender) => form.setFieldValue('sender', sender)}
            />
          ) : (
            <Text size="sm">{t('settings.sender.noToken')}</Text>
          )}
          {form.errors['sender'] ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {form.errors['sender']}
            </Text>
          ) : null}
        </SettingsCard>
        <SettingsCard title={t('settings.gateway.link')} hint={t('settings.gateway.linkHint')}>
          <SimpleGrid cols={COLUMNS} spacing="md">
            <TextInput
              label={t('settings.gateway.baseUrl')}
              description={t('settings.gateway.baseUrlHint')}
              inputWrapperOrder={ORDER}
              {...form.getInputProps('baseUrl')}
            />
            {number('timeoutSeconds')}
          </SimpleGrid>
        </SettingsCard>
        <SettingsCard title={t('settings.gateway.pace')} hint={t('settings.gateway.paceHint')}>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
            {number('batchSize')}
            {number('requestsPerSecond')}
            {number('concurrency')}
          </SimpleGrid>
          {gateway.pace.requestsPerSecond < gateway.requestsPerSecond ? (
            <Text size="sm" c="var(--goniec-warn)">
              {t('settings.gateway.slowed', { rate: gateway.pace.requestsPerSecond })}
            </Text>
          ) : null}
        </SettingsCard>
        <SettingsCard title={t('settings.gateway.cost')} hint={t('settings.gateway.costHint')}>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
            {number('maxParts')}
            <NumberInput
              label={t('settings.gateway.pointValue')}
              description={t('settings.gateway.pointValueHint')}
              min={0}
              decimalScale={4}
              decimalSeparator=","
              suffix=" zł"
              inputWrapperOrder={ORDER}
              {...form.getInputProps('pointValue')}
            />
            <NumberInput
              label={t('settings.gateway.lowBalance')}
              description={t('settings.gateway.lowBalanceHint')}
              min={0}
              decimalScale={2}
              decimalSeparator=","
              suffix={t('settings.gateway.pointsSuffix')}
              inputWrapperOrder={ORDER}
              {...form.getInputProps('lowBalance')}
            />
          </SimpleGrid>
        </SettingsCard>
        <SettingsCard title={t('settings.gateway.uncertain')}>
          <Switch
            label={t('settings.gateway.settle')}
            description={t('settings.gateway.settleHint')}
            {...form.getInputProps('settleAutomatically', { type: 'checkbox' })}
          />
        </SettingsCard>
        {dirty ? (
          <Group justify="space-between" className={css['save']}>
            <Text size="sm">{t('settings.unsaved.bar')}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => form.reset()}>
                {t('settings.unsaved.undo')}
              </Button>
              <SteadyButton type="submit" loading={save.isPending}>
                {t('common.save')}
              </SteadyButton>
            </Group>
          </Group>
        ) : null}
      </Stack>
      <UnsavedDialog dirty={dirty} />
    </form>
  );
}

/** Explanations of different length stand below their fields, so that fields beside each other are in line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const COLUMNS = { base: 1, xs: 2 };
