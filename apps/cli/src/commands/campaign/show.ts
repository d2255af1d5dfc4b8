import type { Command } from 'commander';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { actionLines, quoteLines, sumsLines, textLines, titleLines } from '../../campaign-lines.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

export function showCampaignCommand(run: Run): Command {
  return createCommand('show', 'Pokaż wysyłkę: treść, długość, części, cenę, przeszkody', {
    english: 'show a campaign: text, encoding, units, parts, price, obstacles, allowed actions.',
    examples: ['campaign show 12', 'campaign show last --json'],
  })
    .addArgument(campaignArgument())
    .action(run(show));
}

async function show(work: Work, ref: string): Promise<Report> {
  const { api, params } = await chooseCampaign(work, ref);
  const [campaign, quote] = await Promise.all([api.getCampaign({ params }), api.quoteCampaign({ params })]);
  const { paint, width } = work.terminal;
  const room = Number.isFinite(width) ? width : 100;
  const isOpen = campaign.state === 'draft' || campaign.state === 'frozen';
  return {
    data: { campaign, quote },
    lines: [
      ...titleLines(campaign, paint),
      '',
      ...textLines(quote, room, paint),
      '',
      ...(isOpen ? quoteLines(quote, room, paint) : sumsLines(campaign, paint)),
      '',
      ...actionLines(campaign, paint),
    ],
  };
}
