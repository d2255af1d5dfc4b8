import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './use-draft.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';

/** Whoever leaves with unsaved words is asked; also by the browser, when its window closes. */
export function LeaveDialog({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const { dirty, conflict, subject } = draft;
  const { status, proceed, reset } = useBlocker({
    // Another tab of the same window is no leaving.
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const asked = status === 'blocked';
  useEffect(() => {
    if (asked && leaving && !dirty) proceed();
  }, [asked, leaving, dirty, proceed]);
  const stay = () => {
    setLeaving(false);
    reset?.();
  };
  return (
    <Modal
      opened={asked}
      onClose={stay}
      title={t('campaign.leave.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t(conflict === null ? 'campaign.leave.text' : 'campaign.leave.conflict')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="red" onClick={() => proceed?.()}>
            {t('campaign.leave.drop')}
          </Button>
          <Button variant="default" onClick={stay}>
            {t('campaign.leave.stay')}
          </Button>
          {conflict === null && subject.trim() !== '' ? (
            <SteadyButton
              data-autofocus
              loading={leaving && draft.saving}
              onClick={() => {
                setLeaving(true);
                draft.save();
              }}
            >
              {t('campaign.leave.save')}
            </SteadyButton>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}
