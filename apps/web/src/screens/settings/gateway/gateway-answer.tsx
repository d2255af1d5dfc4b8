import type { Contract, Result } from '@goniec/contract';
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';
import { paymentWords } from './payment-words.ts';

/** What a test of the connection came to: whose account it is and what is on it, or what is wrong and what to do. */
export function GatewayAnswer({ answer }: { readonly answer: Result<Contract['testGateway']> }) {
  const { t } = useTranslation();
  const { ok, accountName, balance, reason } = answer;
  if (!ok)
    return (
      <Alert color="red" title={reason ? say(reason.sentence) : t('common.error')}>
        {reason?.action ? say(reason.action) : null}
      </Alert>
    );
  return (
    <Alert color="teal" title={t('settings.gateway.works', { account: accountName ?? '—' })}>
      {balance === null ? null : (
        <Text size="sm">
          {balance.points === null
            ? null
            : `${t('shell.balance.points', { formatted: formatPoints(balance.points) })} · `}
          {t('settings.payment.type', { type: paymentWords(t, balance.paymentType) })}
        </Text>
      )}
      {balance?.notice ? (
        <Text size="sm" mt={4}>
          {say(balance.notice.sentence)} {balance.notice.action ? say(balance.notice.action) : null}
        </Text>
      ) : null}
    </Alert>
  );
}
