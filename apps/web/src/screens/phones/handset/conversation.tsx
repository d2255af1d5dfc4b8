import { IconMessageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayKey, formatDayName } from '../../../i18n/format-clock.ts';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { StatePanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import type { EntryView } from '../phones-queries.ts';
import { MessageBubble, ReplyBubble } from './bubbles.tsx';
import css from './conversation.module.css';
import { layOut, type Line } from './lay-out.ts';

interface ConversationProps {
  readonly companyId: string;
  readonly phone: string;
  /** As the API gives them, newest first. */
  readonly entries: readonly EntryView[];
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  readonly onEarlier: () => void;
}

/** The screen of the phone: it stands at the newest message, and stays where it is read when older ones come above. */
export function Conversation(props: ConversationProps) {
  const { companyId, phone, entries, hasEarlier, loadingEarlier, onEarlier } = props;
  const { t } = useTranslation();
  if (entries.length === 0)
    return <StatePanel icon={IconMessageOff} title={t('phones.blank')} hint={t('phones.blankHint')} />;
  return (
    <div
      className={css['screen']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls what is longer than the screen
      tabIndex={0}
      role="region"
      aria-label={t('phones.conversation', { phone: formatPhone(phone) })}
    >
      <div>
        {hasEarlier ? (
          <div className={css['earlier']}>
            <SteadyButton variant="subtle" loading={loadingEarlier} onClick={onEarlier}>
              {t('phones.earlier')}
            </SteadyButton>
          </div>
        ) : null}
        <ol className={css['lines']}>
          {layOut(entries, dayKey).map((line) => (
            <ConversationLine key={line.key} companyId={companyId} line={line} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function ConversationLine({ companyId, line }: { readonly companyId: string; readonly line: Line }) {
  switch (line.kind) {
    case 'day':
      return <li className={css['day']}>{formatDayName(line.at)}</li>;
    case 'message':
      return <MessageBubble companyId={companyId} entry={line.entry} isHeaded={line.isHeaded} />;
    case 'reply':
      return <ReplyBubble entry={line.entry} />;
  }
}
