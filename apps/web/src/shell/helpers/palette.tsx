import '@mantine/spotlight/styles.layer.css';
import { useWindowEvent } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionGroupData, type SpotlightFilterFunction } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerCall, CALLS } from './call-helper.ts';
import { fold } from './fold.ts';
import { useDeeds } from './use-deeds.tsx';
import { useFound } from './use-found.tsx';

/** Ctrl+K: every place, the commonest deeds, and the contractors and campaigns that match, by typing. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  useWindowEvent(CALLS.palette, () => {
    answerCall();
    spotlight.open();
  });
  const fixed = useDeeds();
  const found = useFound(query);
  /** What the server found matches by more than its label. */
  const filter: SpotlightFilterFunction = (typed) => [...fixed.flatMap((group) => matching(group, typed)), ...found];
  return (
    <Spotlight
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={[...fixed, ...found]}
      filter={filter}
      scrollable
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35 }}
      maxHeight="60vh"
      nothingFound={t('common.nothingFound')}
      attributes={{ content: { 'aria-label': t('helpers.palette.title') }, header: { role: 'presentation' } }}
      searchProps={{
        placeholder: t('shell.palette.open'),
        leftSection: <IconSearch size={16} />,
        'aria-label': t('shell.palette.open'),
      }}
    />
  );
}

/** The part of a group whose labels hold what is typed; nothing when none does. */
function matching({ group, actions }: SpotlightActionGroupData, typed: string): SpotlightActionGroupData[] {
  const wanted = fold(typed);
  const left = actions.filter(({ label }) => fold(label ?? '').includes(wanted));
  return left.length === 0 ? [] : [{ group, actions: left }];
}
