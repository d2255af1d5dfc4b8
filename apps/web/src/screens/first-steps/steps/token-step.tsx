import { Alert, Button, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gatewayQuery } from '../../../api/queries.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { say } from '../../../ui/describe-error.ts';
import { LoadingPanel } from '../../../ui/state-panels.tsx';
import { ConnectionForm } from '../../settings/gateway/connection-form.tsx';
import { isMissingGateway } from '../../settings/gateway/gateway-view.ts';
import type { StepProps } from '../first-steps-screen.tsx';
import { StepFoot } from '../step-foot.tsx';

/** The token, tried at once: what it opens, or what is wrong with it and what to do. */
export function TokenStep({ done }: StepProps) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data: gateway, error } = useQuery(gatewayQuery(companyId));
  if (!gateway)
    return isMissingGateway(error) ? (
      <>
        <Alert color="orange" title={t('wizard.token.noGateway')}>
          <Button variant="default" component={Link} to={`/firma/${companyId}/pierwsze-kroki/bramka`}>
            {t('wizard.token.toGateway')}
          </Button>
        </Alert>
        <StepFoot slug="token" done={done} />
      </>
    ) : (
      <LoadingPanel />
    );
  return (
    <>
      {gateway.emulator ? <Text size="sm">{t('wizard.token.emulator')}</Text> : null}
      <ConnectionForm companyId={companyId} gateway={gateway} />
      {gateway.emulator ? null : (
        <div>
          <Title order={2} fz="sm" mb="xs">
            {t('wizard.token.steps')}
          </Title>
          <List type="ordered" size="sm" spacing={4} maw={620}>
            {gateway.tokenSteps.map((step) => (
              <List.Item key={step.en}>{say(step)}</List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed" mt="xs">
            {t('settings.token.separate')}
          </Text>
        </div>
      )}
      <StepFoot slug="token" done={done} />
    </>
  );
}
