import type { Command } from 'commander';
import { addBodyOptions, type BodyOptions, readBody } from '../../body-options.ts';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { quoteLines, textLines, titleLines } from '../../campaign-lines.ts';
import { usageFailure } from '../../failure.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

interface EditOptions extends BodyOptions {
  readonly subject?: string;
  readonly withoutPolish?: boolean;
}

export function editCommand(run: Run): Command {
  const edit = createCommand('edit', 'Zmień temat, treść albo „Bez polskich” szkicu wysyłki', {
    english: 'change subject, text or "without Polish letters" of a draft.',
    examples: [
      'campaign edit 12 --without-polish',
      'campaign edit last --body "Dzień dobry! Zapraszamy." --no-without-polish',
    ],
  })
    .addArgument(campaignArgument())
    .option('--subject <temat>', 'nowy temat');
  return addBodyOptions(edit)
    .option('--without-polish', 'włącz „Bez polskich”')
    .option('--no-without-polish', 'wyłącz „Bez polskich”')
    .action(run(change));
}

async function change(work: Work, ref: string, options: EditOptions): Promise<Report> {
  const body = await readBody(options, work);
  const { subject, withoutPolish } = options;
  const changes = {
    ...(subject === undefined ? {} : { subject }),
    ...(body === undefined ? {} : { body }),
    ...(withoutPolish === undefined ? {} : { withoutPolish }),
  };
  if (Object.keys(changes).length === 0)
    throw usageFailure('nothing_to_change', {
      pl: 'Nie podano, co zmienić: --subject, --body, --body-file, --without-polish albo --no-without-polish.',
      en: 'Nothing to change was given.',
    });
  const { api, params } = await chooseCampaign(work, ref);
  const { version } = await api.getCampaign({ params });
  const campaign = await api.updateCampaign({ params, body: { ...changes, version } });
  const quote = await api.quoteCampaign({ params });
  const { paint, width } = work.terminal;
  const room = Number.isFinite(width) ? width : 100;
  return {
    data: { campaign, quote },
    lines: [...titleLines(campaign, paint), ...textLines(quote, room, paint), ...quoteLines(quote, room, paint)],
  };
}
