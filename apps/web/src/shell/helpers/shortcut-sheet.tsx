import { Group, Kbd, Modal, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { answerCall, CALLS } from './call-helper.ts';

/** The key that other systems than Apple's call Ctrl. */
const MOD = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘' : 'Ctrl';
const SPACE = Symbol('space');

/** By where they work; of several ways to do the same, in one line. */
const SHORTCUTS = {
  anywhere: [
    ['palette', [MOD, 'K']],
    ['sheet', ['?']],
    ['find', [MOD, 'F']],
    ['insert', ['Insert']],
    ['skip', ['Tab', 'Enter']],
  ],
  inTables: [
    ['move', ['↑', '↓']],
    ['pages', ['Page Up', 'Page Down']],
    ['ends', ['Home', 'End']],
    ['open', ['Enter']],
    ['mark', [SPACE]],
    ['markMany', ['Shift', '↓']],
    ['markAll', [MOD, 'A']],
  ],
  inForms: [
    ['save', [MOD, 'S']],
    ['leave', ['Esc']],
  ],
} as const;
const PARTS = ['anywhere', 'inTables', 'inForms'] as const;

/** `?`: everything the keyboard can do, on one page. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  useWindowEvent(CALLS.shortcuts, () => {
    answerCall();
    open();
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('shell.shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="lg">
        {PARTS.map((part) => (
          <Stack key={part} gap={8}>
            <Title order={3} fz="xs" c="dimmed">
              {t(`helpers.shortcuts.${part}`)}
            </Title>
            {SHORTCUTS[part].map(([id, keys]) => (
              <Group key={id} justify="space-between" wrap="nowrap">
                <Text size="sm">{t(`helpers.shortcuts.${id}`)}</Text>
                <Group gap={4} wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key.toString()} size="xs">
                      {key === SPACE ? t('helpers.shortcuts.space') : key}
                    </Kbd>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </Stack>
    </Modal>
  );
}
