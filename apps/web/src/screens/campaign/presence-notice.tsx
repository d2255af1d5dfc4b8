import { Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatSince } from '../../i18n/format-clock.ts';
import css from './campaign.module.css';
import type { Editor } from './use-editors.ts';

/** More than so many people are counted, not named. */
const NAMED = 2;

/** Who else has the campaign open: quiet, for nothing has happened yet. */
export function PresenceNotice({ editors }: { readonly editors: readonly Editor[] }) {
  const { t } = useTranslation();
  const people = onePerPerson(editors);
  const sentenceOf = ({ name, you, openedAt, editingSince }: Editor): string => {
    const who = you ? 'you' : 'other';
    const time = formatSince(editingSince ?? openedAt);
    return t(`campaign.presence.${who}.${editingSince === null ? 'open' : 'editing'}`, {
      name: name ?? t('campaign.presence.program'),
      time,
    });
  };
  const sentences = [
    ...people.slice(0, NAMED).map(sentenceOf),
    ...(people.length > NAMED ? [t('campaign.presence.more', { count: people.length - NAMED })] : []),
  ];
  // The place is there from the beginning, so that what comes into it is read out.
  return (
    <div role="status">
      {people.length === 0 ? null : (
        <Group gap={8} px="sm" py={5} wrap="nowrap" className={css['presence']}>
          <IconUsers size={15} aria-hidden style={{ flex: 'none' }} />
          <Text size="sm">{sentences.join(' ')}</Text>
        </Group>
      )}
    </div>
  );
}

/** Somebody with two windows is one person, who writes in the window where they write. */
function onePerPerson(editors: readonly Editor[]): readonly Editor[] {
  const found = new Map<string, Editor>();
  for (const editor of editors) {
    const who = `${editor.you} ${editor.name}`;
    if (!found.has(who)) found.set(who, editor);
  }
  return [...found.values()];
}
