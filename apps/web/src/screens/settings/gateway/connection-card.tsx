import { List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { say } from '../../../ui/describe-error.ts';
import { ConnectionForm } from './connection-form.tsx';
import { GatewayErrors } from './gateway-errors.tsx';
import type { GatewayView } from './gateway-view.ts';

/** Token and connection, the last error, and how to get a token of one's own (S16). */
export function ConnectionCard({ companyId, gateway }: { readonly companyId: string; readonly gateway: GatewayView }) {
  const { t } = useTranslation();
  const { tokenSteps } = gateway;
  return (
    <section>
      <Title order={2} fz="md" mb="xs">
        {t('settings.gateway.connection')}
      </Title>
      <ConnectionForm companyId={companyId} gateway={gateway} />
      <Text size="sm" component="details" mt="xs">
        <summary>{t('settings.token.howTo')}</summary>
        <List type="ordered" size="sm" spacing={4} my="xs">
          {tokenSteps.map((step) => (
            <List.Item key={step.en}>{say(step)}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed" span>
          {t('settings.token.separate')}
        </Text>
      </Text>
      <Title order={3} fz="sm" mt="md" mb="xs">
        {t('settings.errors.title')}
      </Title>
      <GatewayErrors companyId={companyId} limit={5} />
    </section>
  );
}
