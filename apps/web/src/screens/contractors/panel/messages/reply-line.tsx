import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../../i18n/format-phone.ts';
import { formatTime } from '../../../../i18n/format.ts';
import type { InboundView } from '../../../inbound/inbound-queries.ts';
import { INBOUND_COLOR } from '../../../inbound/state-color.ts';
import css from './message-line.module.css';

/** What came back from a number of the contractor, between what went there. */
export function ReplyLine({ companyId, reply }: { readonly companyId: string; readonly reply: InboundView }) {
  const { t } = useTranslation();
  const { id, text, receivedAt, phone, state } = reply;
  return (
    <li className={css['line']} data-reply>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Group gap={6} wrap="nowrap">
          <IconArrowBackUp size={14} aria-hidden />
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/firma/$companyId/odpowiedzi"
                params={{ companyId }}
                search={{ stan: 'wszystkie', id }}
              />
            )}
          >
            {t('inbound.one')}
          </Anchor>
        </Group>
        <Text size="xs" c="dimmed" style={{ flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
          {formatTime(receivedAt)}
        </Text>
      </Group>
      <Text size="sm" mt={3} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
      <Group gap={6} mt={3}>
        <Badge color={INBOUND_COLOR[state]}>{t(`inbound.states.${state}`)}</Badge>
        <Text size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {phone === null ? null : formatPhone(phone)}
        </Text>
      </Group>
    </li>
  );
}
