import { Text, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconHelpHexagon, IconMessageReply, IconPlayerPause, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { notices } from '../../i18n/pl/notices.ts';
import { say } from '../../ui/describe-error.ts';
import { useCompanyId } from '../use-company-id.ts';
import css from './notices.module.css';
import { useNotices, type Notice } from './use-notices.ts';

addPolish({ notices });

/** What waits for a person, and what has ended lately; every line leads to where it can be dealt with. */
export function NoticeList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { waiting, finished } = useNotices(useCompanyId());
  return (
    <>
      <Heading>{t('notices.waiting')}</Heading>
      {waiting.length === 0 ? (
        <Text size="xs" c="dimmed" px="sm" pb="sm">
          {t('notices.nothing')}
        </Text>
      ) : (
        waiting.map((notice) => <Line key={keyOf(notice)} notice={notice} onLeave={onLeave} />)
      )}
      {finished.length === 0 ? null : (
        <>
          <Heading>{t('notices.finished')}</Heading>
          {finished.map((notice) => (
            <Line key={keyOf(notice)} notice={notice} onLeave={onLeave} />
          ))}
        </>
      )}
    </>
  );
}

const Heading = ({ children }: { readonly children: string }) => (
  <Text size="xs" fw={600} c="dimmed" px="sm" pt="sm" pb={4}>
    {children}
  </Text>
);

function Line({ notice, onLeave }: { readonly notice: Notice; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  switch (notice.kind) {
    case 'uncertain':
      return (
        <Entry
          icon={IconHelpHexagon}
          to="niepewne"
          title={t('notices.uncertain', counted(notice.count))}
          onLeave={onLeave}
        />
      );
    case 'replies':
      return (
        <Entry
          icon={IconMessageReply}
          to="odpowiedzi"
          title={t('notices.replies', counted(notice.count))}
          onLeave={onLeave}
        />
      );
    case 'paused':
      return (
        <Entry
          icon={IconPlayerPause}
          to={`wysylki/${notice.campaign.id}`}
          title={t('notices.paused', { subject: notice.campaign.subject })}
          onLeave={onLeave}
        >
          {say(notice.reason.sentence)}
        </Entry>
      );
    case 'finished':
      return (
        <Entry
          icon={IconCircleCheck}
          to={`wysylki/${notice.campaign.id}?tab=log`}
          title={notice.campaign.subject}
          onLeave={onLeave}
        >
          {t('notices.result', {
            delivered: formatCount(notice.delivered),
            messages: formatCount(notice.messages),
            moment: formatTime(notice.at),
          })}
        </Entry>
      );
  }
}

interface EntryProps {
  readonly icon: Icon;
  /** Below the company's address. */
  readonly to: string;
  readonly title: string;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

function Entry({ icon: Sign, to, title, onLeave, children }: EntryProps) {
  const companyId = useCompanyId();
  return (
    <UnstyledButton component={Link} to={`/firma/${companyId}/${to}`} className={css['entry']} onClick={onLeave}>
      <Sign size={17} stroke={1.6} aria-hidden />
      <span>
        <Text span size="sm" display="block">
          {title}
        </Text>
        {children === undefined ? null : (
          <Text span size="xs" c="dimmed" display="block">
            {children}
          </Text>
        )}
      </span>
    </UnstyledButton>
  );
}

const counted = (count: number) => ({ count, formatted: formatCount(count) });

const keyOf = (notice: Notice): string => ('campaign' in notice ? `${notice.kind}-${notice.campaign.id}` : notice.kind);
