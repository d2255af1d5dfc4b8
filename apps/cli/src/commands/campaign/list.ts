import type { Command } from 'commander';
import { readPages } from '../../api/pages.ts';
import type { Campaign, CampaignState } from '../../api/shapes.ts';
import { stateOf, tallyOf } from '../../campaign-tally.ts';
import { exitCodes } from '../../exit-codes.ts';
import { formatAmount, formatCount, formatShare } from '../../format/numbers.ts';
import { campaignStates, keysOf } from '../../format/states.ts';
import type { Column } from '../../format/table.ts';
import { formatMoment } from '../../format/time.ts';
import { createCommand } from '../../help.ts';
import { writeList } from '../../list.ts';
import { allOption, choice, limitOption } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import type { Outcome, Work } from '../../work.ts';

interface ListOptions {
  readonly state?: CampaignState;
  readonly limit: number;
  readonly all?: true;
}

export function listCommand(run: Run): Command {
  return createCommand('list', 'Lista wysyłek, od najnowszej', {
    english: 'list campaigns, newest first.',
    examples: ['campaign list', 'campaign list promocja --state finished', 'campaign list --all --json'],
  })
    .argument('[szukaj]', 'fragment tematu')
    .addOption(choice('--state <stan>', 'tylko w tym stanie', keysOf(campaignStates)))
    .addOption(limitOption(20))
    .addOption(allOption())
    .action(run(list));
}

async function list(work: Work, q: string | undefined, { state, limit, all }: ListOptions): Promise<Outcome> {
  const { api, companyId } = await work.company();
  const filter = { ...(q === undefined ? {} : { q }), ...(state === undefined ? {} : { state }) };
  const pages = readPages(
    (page) => api.listCampaigns({ params: { companyId }, query: { ...filter, ...page } }),
    all ? Infinity : limit,
  );
  const { shown, last } = await writeList(work, pages, columns);
  if (!work.json && shown === 0)
    work.terminal.note('Nie ma takich wysyłek. Utwórz: npx goniec campaign create --help\n');
  if (!work.json && last?.nextCursor) work.terminal.note('\nTo nie wszystkie; więcej: --all\n');
  return exitCodes.done;
}

const columns: readonly Column<Campaign>[] = [
  { title: 'Nr', value: ({ id }) => id, align: 'right' },
  { title: 'Temat', value: ({ subject }) => subject, shrinksTo: 12 },
  {
    title: 'Stan',
    value: (campaign) => stateOf(campaign).name,
    tone: (campaign) => stateOf(campaign).tone,
  },
  { title: 'Odbiorcy', value: ({ recipients }) => formatCount(recipients), align: 'right' },
  { title: 'Przekazane', value: ({ sums }) => formatCount(sums.handover.accepted), align: 'right' },
  {
    title: 'Doręczone',
    value: (campaign) => {
      const { accepted, delivered } = tallyOf(campaign);
      return accepted === 0 ? '–' : `${formatCount(delivered)} (${formatShare(delivered, accepted)})`;
    },
    align: 'right',
  },
  { title: 'Części', value: ({ sums }) => formatCount(sums.parts), align: 'right' },
  { title: 'Pobrano pkt', value: ({ sums }) => formatAmount(sums.billedPoints), align: 'right' },
  { title: 'Utworzona', value: ({ createdAt }) => formatMoment(createdAt) },
];
