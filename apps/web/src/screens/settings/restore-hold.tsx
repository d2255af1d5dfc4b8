import type { Contract, Result } from '@goniec/contract';
import { Alert, Button, Radio, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { instanceQuery } from '../../api/queries.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { say } from '../../ui/describe-error.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';

const ELSEWHERE = ['may_have_sent', 'nothing_sent'] as const;
type Elsewhere = (typeof ELSEWHERE)[number];
type Hold = NonNullable<Result<Contract['getInstance']>['hold']>;

/** Sending is held after a restore, a move or a copy: what differs, and the one click that lets it go on. */
export function RestoreHold({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [elsewhere, setElsewhere] = useState<Elsewhere>('may_have_sent');
  const confirm = useMutation({
    mutationFn: () => api.confirmRestore({ body: { elsewhere } }),
    onSuccess: (instance) => {
      client.setQueryData(instanceQuery.queryKey, instance);
      setAsking(false);
      notifyDone(t('settings.hold.released'));
    },
    onError: notifyError,
  });
  return (
    <Alert color="red" title={say(hold.reason.sentence)}>
      <Stack gap="xs">
        <Text size="sm">{hold.reason.action ? say(hold.reason.action) : null}</Text>
        <Text size="sm">
          {t('settings.hold.since', { since: formatTime(hold.since), waiting: formatCount(hold.waiting) })}
        </Text>
        <Table fz="xs" maw={460}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{t('settings.hold.database')}</Table.Th>
              <Table.Th>{t('settings.hold.file')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th>{t('settings.hold.epoch')}</Table.Th>
              <Table.Td>{hold.database.epoch}</Table.Td>
              <Table.Td>{hold.file?.epoch ?? '—'}</Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th>{t('settings.hold.lastMessage')}</Table.Th>
              <Table.Td>{hold.database.lastMessageId ?? '—'}</Table.Td>
              <Table.Td>{hold.file?.lastMessageId ?? '—'}</Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th>{t('settings.hold.at')}</Table.Th>
              <Table.Td>{hold.database.at ? formatTime(hold.database.at) : '—'}</Table.Td>
              <Table.Td>{hold.file?.at ? formatTime(hold.file.at) : '—'}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
        <div>
          <Button color="red" onClick={() => setAsking(true)}>
            {t('settings.hold.confirm')}
          </Button>
        </div>
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={t('settings.hold.askTitle')}
        text={t('settings.hold.askText')}
        confirm={t('settings.hold.confirm')}
        danger
        loading={confirm.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => confirm.mutate()}
      >
        <Radio.Group
          label={t('settings.hold.elsewhere')}
          value={elsewhere}
          onChange={(value) => setElsewhere(ELSEWHERE.find((known) => known === value) ?? 'may_have_sent')}
        >
          <Stack gap={6} mt={6}>
            {ELSEWHERE.map((value) => (
              <Radio key={value} size="xs" value={value} label={t(`settings.hold.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </ConfirmDialog>
    </Alert>
  );
}
