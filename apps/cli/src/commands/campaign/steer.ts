import type { Client } from '@goniec/contract';
import type { Command } from 'commander';
import type { Campaign } from '../../api/shapes.ts';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { sumsLines, titleLines } from '../../campaign-lines.ts';
import { tallyOf } from '../../campaign-tally.ts';
import { requireYes } from '../../confirm.ts';
import { formatCount } from '../../format/numbers.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

type Steer = (api: Client, params: { readonly companyId: string; readonly campaignId: string }) => Promise<Campaign>;

export function pauseCommand(run: Run): Command {
  return createCommand('pause', 'Wstrzymaj trwającą wysyłkę', {
    english: 'pause a campaign; what the gateway already has goes out.',
    examples: ['campaign pause 12'],
  })
    .addArgument(campaignArgument())
    .action(run((work: Work, ref: string) => steer(work, ref, (api, params) => api.pauseCampaign({ params }))));
}

export function resumeCommand(run: Run): Command {
  return createCommand('resume', 'Wznów wstrzymaną wysyłkę', {
    english: 'resume a paused campaign.',
    examples: ['campaign resume 12'],
  })
    .addArgument(campaignArgument())
    .action(run((work: Work, ref: string) => steer(work, ref, (api, params) => api.resumeCampaign({ params }))));
}

export function cancelCommand(run: Run): Command {
  return createCommand('cancel', 'Anuluj to, co jeszcze nie wyszło', {
    english: 'cancel what has not gone out; this cannot be undone.',
    examples: ['campaign cancel 12', 'campaign cancel 12 --yes'],
  })
    .addArgument(campaignArgument())
    .option('-y, --yes', 'nie pytaj')
    .action(run(cancel));
}

async function cancel(work: Work, ref: string, { yes }: { readonly yes?: true }): Promise<Report> {
  const { api, params } = await chooseCampaign(work, ref);
  const campaign = await api.getCampaign({ params });
  const left = tallyOf(campaign).left || campaign.recipients;
  await requireYes(
    work,
    `Anulować wysyłkę ${campaign.id}? Wiadomości, które nie wyjdą: ${formatCount(left)}. Tego nie da się cofnąć.`,
    yes,
  );
  return steer(work, params.campaignId, () => api.cancelCampaign({ params }));
}

async function steer(work: Work, ref: string, command: Steer): Promise<Report> {
  const { api, params } = await chooseCampaign(work, ref);
  const campaign = await command(api, params);
  const { paint } = work.terminal;
  return { data: campaign, lines: [...titleLines(campaign, paint), ...sumsLines(campaign, paint)] };
}
