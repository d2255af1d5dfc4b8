import type { Command } from 'commander';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { pickLines, quoteLine } from '../../campaign-lines.ts';
import { usageFailure } from '../../failure.ts';
import { countOf, nouns } from '../../format/numbers.ts';
import { createCommand } from '../../help.ts';
import { addPickOptions, pickOf, type PickOptions, pickRecipients } from '../../pick-options.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

interface Options extends PickOptions {
  readonly clear?: true;
}

export function pickCommand(run: Run): Command {
  const pick = createCommand('pick', 'Dodaj odbiorców do szkicu wysyłki', {
    english: 'add recipients to a draft.',
    notes: ['Kto nie ma zgody albo numeru komórkowego, zostaje pominięty; powody są na końcu.'],
    examples: [
      'campaign pick 12 --pick-all',
      'campaign pick last --group Detal --contacts all',
      'campaign pick last --clear --query łódź --limit 100',
    ],
  })
    .addArgument(campaignArgument())
    .option('--clear', 'najpierw usuń wszystkich dotychczasowych odbiorców');
  return addPickOptions(pick).action(run(pickForCampaign));
}

async function pickForCampaign(work: Work, ref: string, options: Options): Promise<Report> {
  const pick = pickOf(options);
  if (pick === null && !options.clear)
    throw usageFailure('pick_missing', {
      pl: 'Wskaż odbiorców: --pick-all, --query, --group, --contractor albo --contact (--clear usuwa dotychczasowych).',
      en: 'Name the recipients: --pick-all, --query, --group, --contractor or --contact.',
    });
  const { api, params } = await chooseCampaign(work, ref);
  const dropped = options.clear ? await api.dropRecipients({ params, body: {} }) : null;
  const picked = pick === null ? null : await pickRecipients(api, params, pick, options.limit);
  const quote = await api.quoteCampaign({ params });
  return {
    data: picked ?? dropped,
    lines: [
      ...(dropped ? [`Usunięto z listy: ${countOf(dropped.dropped, nouns.recipient)}.`] : []),
      ...(picked ? pickLines(picked, work.terminal.paint) : []),
      quoteLine(quote),
    ],
  };
}
