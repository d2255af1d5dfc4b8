import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SteadyButton } from './steady-button.tsx';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  /** The deed itself as the button's words, never just "OK". */
  readonly confirm: string;
  /** What it means to say no, where "cancel" could be taken for the deed. */
  readonly refuse?: string;
  readonly danger?: boolean;
  readonly loading?: boolean;
  /** Something in the dialog is still to be done first. */
  readonly barred?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    text,
    confirm,
    refuse,
    danger = false,
    loading = false,
    barred = false,
    children,
    onClose,
    onConfirm,
  } = props;
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={danger || undefined}>
            {refuse ?? t('common.cancel')}
          </Button>
          <SteadyButton
            color={danger ? 'red' : undefined}
            loading={loading}
            disabled={barred}
            onClick={onConfirm}
            data-autofocus={!danger || undefined}
          >
            {confirm}
          </SteadyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
