import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconListCheck, IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DESTINATIONS } from '../destinations.ts';
import { useCompanyId } from '../use-company-id.ts';
import { useEmulator } from '../use-emulator.ts';
import { useOpenSteps } from '../use-open-steps.ts';

/** What the palette always offers: the commonest deeds, and every place. */
export function useDeeds(): readonly SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const emulator = useEmulator(companyId);
  const openSteps = useOpenSteps(companyId);
  const navigate = useNavigate();
  const deeds = [
    {
      id: 'new-campaign',
      label: t('helpers.palette.newCampaign'),
      leftSection: <IconPlus size={17} stroke={1.6} />,
      onClick: () =>
        void navigate({ to: '/firma/$companyId/wysylki/$campaignId', params: { companyId, campaignId: 'nowa' } }),
    },
    {
      id: 'new-contractor',
      label: t('helpers.palette.newContractor'),
      leftSection: <IconUserPlus size={17} stroke={1.6} />,
      onClick: () =>
        void navigate({ to: '/firma/$companyId/kontrahenci', params: { companyId }, search: { open: 'nowy' } }),
    },
  ];
  const { trial, ...always } = DESTINATIONS;
  const places = [...Object.values(always).flat(), ...(emulator === null ? [] : trial)].map(
    ({ id, to, icon: Sign }) => ({
      id,
      label: t(`shell.places.${id}`),
      leftSection: <Sign size={17} stroke={1.6} />,
      onClick: () => void navigate({ to, params: { companyId } }),
    }),
  );
  const firstSteps = {
    id: 'firstSteps',
    label: t('shell.places.firstSteps'),
    leftSection: <IconListCheck size={17} stroke={1.6} />,
    onClick: () => void navigate({ to: '/firma/$companyId/pierwsze-kroki', params: { companyId } }),
  };
  return [
    { group: t('helpers.palette.deeds'), actions: deeds },
    { group: t('helpers.palette.places'), actions: openSteps === null ? places : [...places, firstSteps] },
  ];
}
