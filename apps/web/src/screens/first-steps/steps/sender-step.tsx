import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { gatewayQuery } from '../../../api/queries.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { notifyError } from '../../../ui/notify.ts';
import { LoadingPanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { settingsOf } from '../../settings/gateway/gateway-view.ts';
import { SenderChoice } from '../../settings/gateway/sender-choice.tsx';
import type { StepProps } from '../first-steps-screen.tsx';
import { StepFoot } from '../step-foot.tsx';

/** Whom the SMS is from: one of the names the gateway lists as approved (S4). */
export function SenderStep({ view, done }: StepProps) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: gateway } = useQuery(gatewayQuery(companyId));
  const [picked, setPicked] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: async (sender: string) => {
      if (!gateway) return;
      const saved = await api.saveGateway({ params: { companyId }, body: { ...settingsOf(gateway), sender } });
      client.setQueryData(gatewayQuery(companyId).queryKey, saved);
      await client.invalidateQueries({ queryKey: ['first-steps', companyId] });
      await navigate({ to: '/firma/$companyId/pierwsze-kroki/$krok', params: { companyId, krok: 'usluga' } });
    },
    onError: notifyError,
  });
  if (!view.steps.some(({ step, done: isDone }) => step === 'token' && isDone))
    return (
      <>
        <Alert color="orange" title={t('wizard.sender.noToken')}>
          <Button variant="default" component={Link} to={`/firma/${companyId}/pierwsze-kroki/token`}>
            {t('wizard.sender.toToken')}
          </Button>
        </Alert>
        <StepFoot slug="nadawca" done={done} />
      </>
    );
  if (!gateway) return <LoadingPanel />;
  const chosen = picked ?? gateway.sender;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) save.mutate(chosen);
      }}
    >
      <Stack gap="lg">
        <SenderChoice companyId={companyId} value={chosen} onChange={setPicked} />
        <StepFoot slug="nadawca" done={done}>
          {chosen !== null && chosen !== gateway.sender ? (
            <SteadyButton type="submit" loading={save.isPending}>
              {t('wizard.saveAndGoOn')}
            </SteadyButton>
          ) : undefined}
        </StepFoot>
      </Stack>
    </form>
  );
}
