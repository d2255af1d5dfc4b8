import type { Client } from '@goniec/contract';
import { InvalidArgumentError } from 'commander';
import { usageFailure } from '../failure.ts';

/** `12`, or `last` for the newest campaign. */
export function parseCampaignRef(text: string): string {
  if (text === 'last' || /^[1-9]\d{0,15}$/.test(text)) return text;
  throw new InvalidArgumentError('numer wysyłki, na przykład 12, albo last: ostatnio utworzona.');
}

export async function campaignIdOf(api: Client, companyId: string, ref: string): Promise<string> {
  if (ref !== 'last') return ref;
  const { items } = await api.listCampaigns({ params: { companyId }, query: { limit: 1 } });
  const newest = items[0];
  if (newest) return newest.id;
  throw usageFailure(
    'campaign_missing',
    { pl: 'Nie ma jeszcze żadnej wysyłki.', en: 'There is no campaign yet.' },
    { pl: 'Utwórz ją: npx goniec campaign create --help', en: 'Create one: npx goniec campaign create --help' },
  );
}
