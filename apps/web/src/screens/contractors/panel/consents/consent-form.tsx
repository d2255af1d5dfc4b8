import { Button, Group, Input, Paper, SegmentedControl, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { notifyDone, notifyError } from '../../../../ui/notify.ts';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { LimitedInput } from '../../../../ui/limited-input.tsx';
import { useFirstFault } from '../../../../ui/use-first-fault.ts';
import { useDirectoryChanged, type ContactView } from '../contractor-query.ts';
import { dayOf, momentOf } from './consent-day.ts';
import { WAYS } from './ways.ts';

type How = (typeof WAYS)[number];
const EVENTS = ['given', 'confirmed', 'withdrawn'] as const;

interface ConsentFormProps {
  readonly companyId: string;
  readonly contact: ContactView;
  readonly event: 'given' | 'withdrawn';
  readonly onDone: () => void;
}

/** What the holder of the number said, when and in which way: this is the proof (PKE art. 398, 400). */
export function ConsentForm({ companyId, contact, event, onDone }: ConsentFormProps) {
  const { t } = useTranslation();
  const changed = useDirectoryChanged(companyId);
  const [today] = useState(() => dayOf(new Date()));
  const form = useForm({
    initialValues: {
      event: event as (typeof EVENTS)[number],
      day: today,
      how: null as How | null,
      source: '',
    },
    validate: {
      day: (day) => (momentOf(day, new Date()) === null ? t('contractor.consents.dayNeeded') : null),
      how: (how) => (how === null ? t('contractor.consents.howNeeded') : null),
    },
  });
  const save = useMutation({
    mutationFn: async (values: typeof form.values) => {
      const { how, day, source } = values;
      if (how === null) return;
      const effectiveAt = momentOf(day, new Date()) ?? undefined;
      await api.recordConsent({
        params: { companyId, contactId: contact.id },
        body: { event: values.event, how, effectiveAt, source: source.trim() === '' ? null : source },
      });
    },
    onSuccess: async () => {
      await changed();
      notifyDone(t('contractor.consents.saved'));
      onDone();
    },
    onError: notifyError,
  });
  const { box, focusFault } = useFirstFault();
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [box]);
  const submit = form.onSubmit((values) => save.mutate(values), focusFault);
  useHotkeys([['mod + S', () => submit()]], []);
  return (
    <Paper ref={box} withBorder p="sm" component="form" onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Input.Wrapper label={t('contractor.consents.event')} size="xs" labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('contractor.consents.event')}
            data={EVENTS.map((value) => ({ value, label: t(`contractor.consents.events.${value}`) }))}
            {...form.getInputProps('event')}
          />
        </Input.Wrapper>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <TextInput
            type="date"
            label={t('contractor.consents.day')}
            description={t('contractor.consents.dayHint')}
            max={today}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('day')}
          />
          <Select
            label={t('contractor.consents.how')}
            placeholder={t('contractor.consents.howChoose')}
            data={WAYS.map((value) => ({ value, label: t(`contractor.consents.ways.${value}`) }))}
            {...form.getInputProps('how')}
          />
        </SimpleGrid>
        <LimitedInput
          label={t('contractor.consents.source')}
          placeholder={t('contractor.consents.sourceHint')}
          maxLength={500}
          autoComplete="off"
          {...form.getInputProps('source')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <SteadyButton type="submit" loading={save.isPending}>
            {t('common.save')}
          </SteadyButton>
        </Group>
      </Stack>
    </Paper>
  );
}
