import '@mantine/spotlight/styles.layer.css';
import { useWindowEvent } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconListCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CALLS } from './call-helper.ts';
import { DESTINATIONS } from './destinations.ts';
import { useCompanyId } from './use-company-id.ts';
import { useEmulator } from './use-emulator.ts';
import { useOpenSteps } from './use-open-steps.ts';

/** Ctrl+K: every place and the commonest deeds, by typing. */
export function Palette() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const emulator = useEmulator(companyId);
  const openSteps = useOpenSteps(companyId);
  const navigate = useNavigate();
  useWindowEvent(CALLS.palette, () => spotlight.open());
  const places = Object.values(DESTINATIONS)
    .flat()
    .filter(({ emulatorOnly }) => emulatorOnly !== true || emulator !== null)
    .map(({ id, to, icon: Sign }): SpotlightActionData => ({
      id,
      label: t(`shell.places.${id}`),
      leftSection: <Sign size={17} stroke={1.6} />,
      onClick: () => void navigate({ to, params: { companyId } }),
    }));
  if (openSteps !== null)
    places.push({
      id: 'firstSteps',
      label: t('shell.places.firstSteps'),
      leftSection: <IconListCheck size={17} stroke={1.6} />,
      onClick: () => void navigate({ to: '/firma/$companyId/pierwsze-kroki', params: { companyId } }),
    });
  const deeds: SpotlightActionData[] = [
    {
      id: 'new-campaign',
      label: t('shell.palette.newCampaign'),
      leftSection: <IconPlus size={17} stroke={1.6} />,
      onClick: () =>
        void navigate({ to: '/firma/$companyId/wysylki/$campaignId', params: { companyId, campaignId: 'nowa' } }),
    },
  ];
  return (
    <Spotlight
      shortcut="mod + K"
      actions={[...deeds, ...places]}
      nothingFound={t('common.nothingFound')}
      searchProps={{
        placeholder: t('shell.palette.open'),
        leftSection: <IconSearch size={16} />,
        'aria-label': t('shell.palette.open'),
      }}
    />
  );
}
