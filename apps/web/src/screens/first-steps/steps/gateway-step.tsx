import { Group, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { gatewayQuery } from '../../../api/queries.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { notifyError } from '../../../ui/notify.ts';
import { isOnThisComputer, isMissingGateway } from '../../settings/gateway/gateway-view.ts';
import { NamedRadioGroup } from '../../../ui/named-radio-group.tsx';
import { LoadingPanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import type { StepProps } from '../first-steps-screen.tsx';
import css from '../first-steps.module.css';
import { StepFoot } from '../step-foot.tsx';

const WAYS = ['smsapi', 'emulator'] as const;
type Way = (typeof WAYS)[number];

/** The provider first (S1): the real SMSAPI, or the emulator that runs beside the server. */
export function GatewayStep({ view, done }: StepProps) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: gateway, error } = useQuery(gatewayQuery(companyId));
  const [picked, setPicked] = useState<Way | null>(null);
  const present: Way | null = gateway ? (isOnThisComputer(gateway.baseUrl) ? 'emulator' : 'smsapi') : null;
  const way = picked ?? present;
  const save = useMutation({
    mutationFn: (to: Way) =>
      to === 'emulator'
        ? api.connectEmulator({ params: { companyId } })
        : api.saveGateway({ params: { companyId }, body: { provider: 'smsapi' } }),
    onSuccess: async (saved, to) => {
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      if (to === 'emulator') await api.testGateway({ params: { companyId } }).catch(() => null);
      await client.invalidateQueries({ queryKey: ['first-steps', companyId] });
      void client.invalidateQueries({ queryKey: ['gateway', companyId] });
      void client.invalidateQueries({ queryKey: ['balance', companyId] });
      await navigate({ to: '/firma/$companyId/pierwsze-kroki/$krok', params: { companyId, krok: 'token' } });
    },
    onError: notifyError,
  });
  if (!gateway && !isMissingGateway(error)) return <LoadingPanel />;
  const barred: Readonly<Record<Way, string | null>> = {
    smsapi: null,
    emulator: view.emulator || present === 'emulator' ? null : t('wizard.gateway.noEmulator'),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (way !== null) save.mutate(way);
      }}
    >
      <Stack gap="lg">
        <NamedRadioGroup
          name={t('wizard.gateway.choose')}
          value={way}
          onChange={(value) => setPicked(WAYS.find((known) => known === value) ?? null)}
        >
          <Stack gap="xs" maw={620}>
            {WAYS.map((each) => (
              <Radio.Card key={each} value={each} disabled={barred[each] !== null} className={css['card']}>
                <Group wrap="nowrap" align="flex-start">
                  <Radio.Indicator size="sm" mt={2} />
                  <div>
                    <Text size="sm" fw={600}>
                      {t(`wizard.gateway.${each}`)}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {barred[each] ?? t(`wizard.gateway.${each}Hint`)}
                    </Text>
                  </div>
                </Group>
              </Radio.Card>
            ))}
          </Stack>
        </NamedRadioGroup>
        {picked !== null && present !== null && picked !== present && gateway?.token === 'stored' ? (
          <Text size="sm" c="var(--goniec-warn)" role="status">
            {t('wizard.gateway.moves')}
          </Text>
        ) : null}
        <StepFoot slug="bramka" done={done}>
          {way !== null && way !== present ? (
            <SteadyButton type="submit" loading={save.isPending}>
              {t('wizard.saveAndGoOn')}
            </SteadyButton>
          ) : undefined}
        </StepFoot>
      </Stack>
    </form>
  );
}
