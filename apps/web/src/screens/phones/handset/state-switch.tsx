import { SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { notifyError } from '../../../ui/notify.ts';
import type { HandsetView } from '../phones-queries.ts';

const STATES = ['on', 'off', 'out_of_coverage'] as const;

interface StateSwitchProps {
  readonly companyId: string;
  readonly phone: string;
  readonly state: HandsetView['state'];
}

/** *Włączony / Wyłączony / Poza zasięgiem* */
export function StateSwitch({ companyId, phone, state }: StateSwitchProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const turn = useMutation({
    mutationFn: (wanted: HandsetView['state']) =>
      api.setHandsetState({ params: { companyId, phone }, body: { state: wanted } }),
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: ['phones', companyId] }),
  });
  return (
    <SegmentedControl
      aria-label={t('phones.state')}
      value={turn.isPending ? turn.variables : state}
      onChange={(value) => {
        const wanted = STATES.find((known) => known === value);
        if (wanted !== undefined) turn.mutate(wanted);
      }}
      data={STATES.map((value) => ({ value, label: t(`phones.states.${value}`) }))}
    />
  );
}
