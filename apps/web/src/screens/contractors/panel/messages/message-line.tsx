import type { Contract, Result } from '@goniec/contract';
import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../../i18n/format-phone.ts';
import { formatTime } from '../../../../i18n/format.ts';
import { say } from '../../../../ui/describe-error.ts';
import { DELIVERY_COLOR, HANDOVER_COLOR } from '../../../campaign/log/stages.ts';
import css from './message-line.module.css';

type MessageView = Result<Contract['listContractorMessages']>['items'][number];

interface MessageLineProps {
  readonly companyId: string;
  readonly message: MessageView;
}

export function MessageLine({ companyId, message }: MessageLineProps) {
  const { t } = useTranslation();
  const { handover, delivery, campaignId } = message;
  const at = message.reportedAt ?? message.acceptedAt;
  const reason = message.deliveryReason ?? message.handoverReason;
  return (
    <li className={css['line']}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Anchor
          size="sm"
          truncate
          renderRoot={(props) => (
            <Link
              {...props}
              to="/firma/$companyId/wysylki/$campaignId"
              params={{ companyId, campaignId }}
              search={{ tab: 'log' }}
            />
          )}
        >
          {message.subject === '' ? t('contractor.messages.noSubject') : message.subject}
        </Anchor>
        <Text size="xs" c="dimmed" style={{ flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
          {at === null ? null : formatTime(at)}
        </Text>
      </Group>
      {message.text === null ? null : (
        <Text size="sm" mt={3} lineClamp={2} title={message.text} style={{ overflowWrap: 'anywhere' }}>
          {message.text}
        </Text>
      )}
      <Group gap={6} mt={3}>
        <Badge color={HANDOVER_COLOR[handover]}>{t(`campaigns.handover.${handover}`)}</Badge>
        {delivery === 'none' ? null : (
          <Badge color={DELIVERY_COLOR[delivery]}>{t(`campaigns.delivery.${delivery}`)}</Badge>
        )}
        <Text size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {[message.phone === null ? null : formatPhone(message.phone), message.contactName]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {reason ? (
        <Text size="xs" mt={3}>
          {say(reason.sentence)}
        </Text>
      ) : null}
    </li>
  );
}
