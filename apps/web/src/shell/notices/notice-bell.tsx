import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from '../header/header.module.css';
import { useCompanyId } from '../use-company-id.ts';
import { useFinishMessage } from './use-finish-message.ts';
import { useNotices } from './use-notices.ts';

const NoticeList = lazy(async () => ({ default: (await import('./notice-list.tsx')).NoticeList }));

/** The bell: whether something waits for a person, wherever on the screen she is. */
export function NoticeBell() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { waiting } = useNotices(companyId);
  useFinishMessage(companyId);
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size={30}
          aria-label={t('shell.notices.open', { count: waiting.length })}
          onClick={() => setOpened((open) => !open)}
          className={css['bell']}
          data-waiting={waiting.length > 0 || undefined}
        >
          <IconBell size={18} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('shell.notices.title')}>
        <Suspense fallback={null}>
          <NoticeList onLeave={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
