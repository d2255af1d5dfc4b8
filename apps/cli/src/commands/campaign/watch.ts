import { type Command, Option } from 'commander';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { createCommand } from '../../help.ts';
import { parseSeconds } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import { watchCampaign } from '../../watch/watch-campaign.ts';
import type { Outcome, Work } from '../../work.ts';

interface WatchOptions {
  readonly handedOver?: true;
  readonly timeout?: number;
}

export function watchCommand(run: Run): Command {
  return createCommand('watch', 'Pokazuj postęp wysyłki na żywo', {
    english: 'show the progress until the campaign is finished, paused or cancelled.',
    notes: [
      'Kończy, gdy wysyłka jest zakończona (wszystkie raporty doręczeń), wstrzymana albo anulowana.',
      'Raport może przyjść po wielu godzinach: --handed-over kończy, gdy bramka przyjęła albo odrzuciła wszystko.',
      'Ctrl+C przestaje pokazywać; wysyłka trwa dalej. Z --json: jeden obiekt wysyłki w każdym wierszu.',
    ],
    examples: ['campaign watch 12', 'campaign watch last --handed-over', 'campaign watch 12 --timeout 120'],
  })
    .addArgument(campaignArgument())
    .option('--handed-over', 'nie czekaj na raporty doręczeń')
    .addOption(new Option('--timeout <sekundy>', 'pokazuj najwyżej tak długo').argParser(parseSeconds))
    .action(run(watch));
}

async function watch(work: Work, ref: string, { handedOver, timeout }: WatchOptions): Promise<Outcome> {
  const { api, params } = await chooseCampaign(work, ref);
  return watchCampaign(work, { api, params }, { until: handedOver ? 'handover' : 'end', timeoutMs: timeout });
}
