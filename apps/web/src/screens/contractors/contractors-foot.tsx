import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconSend, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCounted } from '../../i18n/use-counted.ts';
import { countMarked, NO_MARKS, type Marks } from '../../ui/grid/grid-column.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';
import css from './contractors.module.css';

interface ContractorsFootProps {
  readonly total: number | undefined;
  readonly marks: Marks;
  readonly onMarks: (marks: Marks) => void;
  readonly onSend: () => void;
  readonly sending: boolean;
}

/** How many there are, how many of them are marked, loaded or not, and what can be done with those. */
export function ContractorsFoot({ total, marks, onMarks, onSend, sending }: ContractorsFootProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const marked = countMarked(marks, total ?? 0);
  return (
    <div className={`${css['foot']} no-print`} data-marked={marked > 0 || undefined}>
      <Text size="xs" c="dimmed" {...(marked > 0 ? { visibleFrom: 'sm' } : {})}>
        {total === undefined ? '' : counted('contractors', total)}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Text
          size="xs"
          fw={marked > 0 ? 600 : 400}
          c={marked > 0 ? undefined : 'dimmed'}
          aria-live="polite"
          {...(marked > 0 ? {} : { visibleFrom: 'sm' })}
        >
          {marked > 0 ? counted('marked', marked) : t('directory.markHint')}
        </Text>
        {marked > 0 ? (
          <>
            <SteadyButton
              size="compact-xs"
              leftSection={<IconSend size={12} />}
              title={t('directory.more.send')}
              loading={sending}
              onClick={onSend}
            >
              {t('directory.more.sendShort')}
            </SteadyButton>
            <Tooltip label={t('directory.unmark')}>
              <ActionIcon size="sm" aria-label={t('directory.unmark')} onClick={() => onMarks(NO_MARKS)}>
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </>
        ) : null}
      </Group>
    </div>
  );
}
