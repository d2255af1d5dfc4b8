import { Badge, Drawer, Stack, Text } from '@mantine/core';
import type { Reason } from '@goniec/contract';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { formatCount, formatExactTime, formatPrice } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';
import { Fact } from '../../../ui/fact.tsx';
import type { MessageView } from './log-columns.tsx';
import { DELIVERY_COLOR, HANDOVER_COLOR } from './stages.ts';

interface MessageDetailsProps {
  readonly message: MessageView | null;
  readonly onClose: () => void;
}

/** Everything known of one message, with what to do about it. */
export function MessageDetails({ message, onClose }: MessageDetailsProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={message !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={message?.contractorName ?? t('campaigns.log.message')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {message === null ? null : (
        <Stack gap="md">
          <Fact label={t('campaigns.columns.phone')}>{message.phone === null ? '—' : formatPhone(message.phone)}</Fact>
          <Fact label={t('campaigns.log.handover')}>
            <Badge color={HANDOVER_COLOR[message.handover]}>{t(`campaigns.handover.${message.handover}`)}</Badge>
            <Why reason={message.handoverReason} />
          </Fact>
          <Fact label={t('campaigns.log.delivery')}>
            {message.delivery === 'none' ? (
              '–'
            ) : (
              <Badge color={DELIVERY_COLOR[message.delivery]}>{t(`campaigns.delivery.${message.delivery}`)}</Badge>
            )}
            <Why reason={message.deliveryReason} />
          </Fact>
          <Fact label={t('campaigns.log.parts')}>
            <Cost cost={message.cost} format={({ parts }) => formatCount(parts)} />
          </Fact>
          <Fact label={t('campaigns.log.points')}>
            <Cost cost={message.cost} format={({ points }) => formatPrice(points)} />
          </Fact>
          <Fact label={t('campaigns.log.acceptedAt')}>
            {message.acceptedAt === null ? '—' : formatExactTime(message.acceptedAt)}
          </Fact>
          <Fact label={t('campaigns.log.reportedAt')}>
            {message.reportedAt === null ? '—' : formatExactTime(message.reportedAt)}
          </Fact>
          <Fact label={t('campaigns.log.providerId')}>{message.providerId ?? '—'}</Fact>
          <Fact label={t('campaigns.log.batchId')}>{message.batchId ?? '—'}</Fact>
        </Stack>
      )}
    </Drawer>
  );
}

interface CostProps extends Pick<MessageView, 'cost'> {
  readonly format: (cost: NonNullable<MessageView['cost']>) => string;
}

function Cost({ cost, format }: CostProps) {
  const { t } = useTranslation();
  if (cost === null) return '—';
  return cost.estimated ? t('campaigns.log.estimate', { formatted: format(cost) }) : format(cost);
}

function Why({ reason }: { readonly reason: Reason | null }) {
  if (reason === null) return null;
  return (
    <Text size="sm">
      {say(reason.sentence)} {reason.action ? say(reason.action) : null}
    </Text>
  );
}
