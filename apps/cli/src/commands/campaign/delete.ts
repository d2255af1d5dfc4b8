import type { Command } from 'commander';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { requireYes } from '../../confirm.ts';
import { tidy } from '../../format/width.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

export function deleteCommand(run: Run): Command {
  return createCommand('delete', 'Usuń szkic wysyłki', {
    english: 'delete a draft.',
    examples: ['campaign delete 12', 'campaign delete 12 --yes'],
  })
    .addArgument(campaignArgument())
    .option('-y, --yes', 'nie pytaj')
    .action(run(remove));
}

async function remove(work: Work, ref: string, { yes }: { readonly yes?: true }): Promise<Report> {
  const { api, params } = await chooseCampaign(work, ref);
  const { id, subject } = await api.getCampaign({ params });
  await requireYes(work, `Usunąć wysyłkę ${id} „${tidy(subject)}”?`, yes);
  await api.deleteCampaign({ params });
  return { data: { deleted: id }, lines: [`Usunięto wysyłkę ${id}.`] };
}
