import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { firstStepsQuery, gatewayQuery } from '../../../api/queries.ts';
import { notifyError } from '../../../ui/notify.ts';
import { isOnThisComputer, type GatewayView } from './gateway-view.ts';

interface ProviderSelectProps {
  readonly companyId: string;
  /** Null before anything was chosen. */
  readonly gateway: GatewayView | null;
}

/** *Dostawca usługi SMS*, chosen before anything else is shown (S1). The first choice is saved at once. */
export function ProviderSelect({ companyId, gateway }: ProviderSelectProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const emulator = useQuery(firstStepsQuery(companyId)).data?.emulator ?? null;
  const choose = useMutation({
    mutationFn: (provider: string) =>
      provider === 'emulator'
        ? api.connectEmulator({ params: { companyId } })
        : api.saveGateway({ params: { companyId }, body: { provider: 'smsapi' } }),
    onSuccess: (saved) => {
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['first-steps', companyId] });
      void client.invalidateQueries({ queryKey: ['gateway', companyId] });
    },
    onError: notifyError,
  });
  const isEmulator = gateway !== null && isOnThisComputer(gateway.baseUrl);
  const data = [
    { value: 'smsapi', label: 'SMSAPI' },
    ...(emulator || isEmulator ? [{ value: 'emulator', label: t('settings.gateway.emulator') }] : []),
  ];
  return (
    <Select
      label={t('settings.gateway.provider')}
      description={gateway === null ? t('settings.gateway.providerHint') : undefined}
      placeholder={t('settings.gateway.providerChoose')}
      data={data}
      value={gateway === null ? null : isEmulator ? 'emulator' : 'smsapi'}
      onChange={(value) => value !== null && choose.mutate(value)}
      // a dead field would lose the keyboard
      readOnly={gateway !== null || choose.isPending}
      allowDeselect={false}
      maw={360}
    />
  );
}
