import { useDebouncedValue } from '@mantine/hooks';
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconAddressBook, IconMessages, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useCompanyId } from '../use-company-id.ts';

const MOST = 5;
/** A single letter matches half of the directory. */
const SHORTEST = 2;

/** Contractors and campaigns that match what is typed, a few of each. */
export function useFound(typed: string): readonly SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const navigate = useNavigate();
  const [q] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: ['palette', companyId, q],
    queryFn: async ({ signal }) => {
      const ask = { params: { companyId }, query: { q, limit: MOST } };
      const [contractors, campaigns] = await Promise.all([
        api.listContractors(ask, { signal }),
        api.listCampaigns(ask, { signal }),
      ]);
      return { contractors: contractors.items, campaigns: campaigns.items };
    },
    enabled: q.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  if (typed.trim().length < SHORTEST || data === undefined) return [];
  const toContractors = (search: object) =>
    void navigate({ to: '/firma/$companyId/kontrahenci', params: { companyId }, search });
  const contractors = data.contractors.map(({ id, name, nip, city }) => ({
    id: `contractor-${id}`,
    label: name,
    description: [nip === null ? null : `NIP ${nip}`, city].filter(Boolean).join(' · '),
    leftSection: <IconAddressBook size={17} stroke={1.6} />,
    onClick: () => toContractors({ q, open: id }),
  }));
  const all = {
    id: 'all-contractors',
    label: t('helpers.palette.allContractors', { q }),
    leftSection: <IconSearch size={17} stroke={1.6} />,
    onClick: () => toContractors({ q }),
  };
  const campaigns = data.campaigns.map(({ id, subject }) => ({
    id: `campaign-${id}`,
    label: subject,
    leftSection: <IconMessages size={17} stroke={1.6} />,
    onClick: () =>
      void navigate({ to: '/firma/$companyId/wysylki/$campaignId', params: { companyId, campaignId: id } }),
  }));
  return [
    { group: t('helpers.palette.contractors'), actions: contractors.length === 0 ? [] : [...contractors, all] },
    { group: t('helpers.palette.campaigns'), actions: campaigns },
  ].filter(({ actions }) => actions.length > 0);
}
