import type { CallInput, Client, Contract } from '@goniec/contract';
import { type Command, Option } from 'commander';
import { readPages } from './api/pages.ts';
import type { PickResult } from './api/shapes.ts';
import { addFilterOptions, type FilterOptions, filterOf } from './contractor-options.ts';
import { usageFailure } from './failure.ts';
import { choice, collectIds, parseCount } from './parse-options.ts';

type Pick = CallInput<Contract['pickRecipients']>['body'];
type Key = CallInput<Contract['pickRecipients']>['params'];

export interface PickOptions extends FilterOptions {
  readonly pickAll?: true;
  readonly query?: string;
  readonly contractor?: readonly string[];
  readonly contact?: readonly string[];
  readonly contacts?: 'primary' | 'all';
  readonly limit?: number;
}

/** The options by which recipients are chosen. */
export const addPickOptions = (command: Command): Command =>
  addFilterOptions(
    command
      .option('--pick-all', 'odbiorcy: wszyscy kontrahenci ze zgodą i numerem')
      .option('--query <szukaj>', 'odbiorcy: kontrahenci, którzy pasują do wyszukiwania'),
  )
    .addOption(
      new Option('--contractor <nr>', 'odbiorcy: kontrahenci o tych numerach (po przecinku)').argParser(collectIds),
    )
    .addOption(new Option('--contact <nr>', 'odbiorcy: kontakty o tych numerach (po przecinku)').argParser(collectIds))
    .addOption(choice('--contacts <które>', 'z każdego kontrahenta jeden kontakt albo wszystkie', ['primary', 'all']))
    .addOption(new Option('-n, --limit <liczba>', 'zostaw najwyżej tylu odbiorców').argParser(parseCount));

/** Whom the options mean, as the API asks it; null when they name nobody. */
export function pickOf(options: PickOptions): Pick | null {
  const { pickAll, query, contractor, contact, contacts } = options;
  const filter = filterOf(options, query);
  const ways = [pickAll, filter, contractor, contact].filter((way) => way !== undefined).length;
  if (ways > 1)
    throw usageFailure('pick_ambiguous', {
      pl: 'Wybierz odbiorców w jeden sposób: --pick-all, filtr (--query, --group, --consent, --number), --contractor albo --contact.',
      en: 'Choose recipients in one way: --pick-all, a filter, --contractor or --contact.',
    });
  const which = contacts === undefined ? {} : { contacts };
  if (pickAll) return { filter: {}, ...which };
  if (filter) return { filter, ...which };
  if (contractor) return { contractorIds: [...contractor], ...which };
  return contact ? { contactIds: [...contact], ...which } : null;
}

/** Adds recipients to a draft and keeps at most `limit` of all it has then. */
export async function pickRecipients(
  api: Client,
  params: Key,
  pick: Pick,
  limit: number | undefined,
): Promise<PickResult> {
  const picked = await api.pickRecipients({ params, body: pick });
  if (limit === undefined || picked.recipients <= limit) return picked;
  const surplus: string[] = [];
  let seen = 0;
  for await (const { items } of readPages((query) => api.listRecipients({ params, query }), Infinity))
    for (const { contactId } of items) if (++seen > limit) surplus.push(contactId);
  let recipients = picked.recipients;
  for (let from = 0; from < surplus.length; from += 10_000)
    ({ recipients } = await api.dropRecipients({
      params,
      body: { contactIds: surplus.slice(from, from + 10_000) },
    }));
  return { ...picked, added: Math.max(0, picked.added - surplus.length), recipients };
}
