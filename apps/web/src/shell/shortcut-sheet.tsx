import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure, useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { CALLS } from './call-helper.ts';

const SHORTCUTS = [
  ['palette', ['Ctrl', 'K']],
  ['sheet', ['?']],
  ['move', ['↑', '↓', 'Page Up', 'Page Down', 'Home', 'End']],
  ['mark', ['Spacja']],
  ['markMany', ['Shift', '↓']],
  ['markAll', ['Ctrl', 'A']],
  ['open', ['Enter']],
  ['insert', ['Insert']],
  ['save', ['Ctrl', 'S']],
  ['leave', ['Esc']],
] as const;

/** `?`: everything the keyboard can do, on one page. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  useHotkeys([['shift + ?', open]]);
  useWindowEvent(CALLS.shortcuts, open);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('shell.shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap={8}>
        {SHORTCUTS.map(([id, keys]) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`shell.shortcuts.${id}`)}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
