import type { Command } from 'commander';
import { addBodyOptions, type BodyOptions, readBody } from '../../body-options.ts';
import { pickLines, quoteLines, textLines, titleLines } from '../../campaign-lines.ts';
import { usageFailure } from '../../failure.ts';
import { createCommand } from '../../help.ts';
import { addPickOptions, pickOf, type PickOptions, pickRecipients } from '../../pick-options.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

interface CreateOptions extends BodyOptions, PickOptions {
  readonly subject: string;
  readonly withoutPolish?: true;
}

export function createCampaignCommand(run: Run): Command {
  const create = createCommand('create', 'Utwórz wysyłkę i wybierz odbiorców; nic jeszcze nie wychodzi', {
    english: 'create a campaign and pick its recipients; nothing goes out yet.',
    examples: [
      'campaign create --subject "Promocja" --body "Dzień dobry!" --pick-all',
      'campaign create --subject "Odbiór" --body-file tresc.txt --group Hurt --without-polish',
      'campaign create --subject "Próba" --body "Test" --query żuraw --limit 5',
      'campaign create --subject "Targi" --body-file - --contractor 3,8 < zaproszenie.txt',
    ],
  }).requiredOption('--subject <temat>', 'temat wysyłki; widać go tylko w Gońcu');
  addBodyOptions(create).option('--without-polish', 'Bez polskich: ą → a; zwykle mniej części');
  return addPickOptions(create).action(run(createCampaign));
}

async function createCampaign(work: Work, options: CreateOptions): Promise<Report> {
  const body = await readBody(options, work);
  if (body === undefined)
    throw usageFailure('body_missing', {
      pl: 'Podaj treść: --body "…", --body-file plik albo --body-file - (ze standardowego wejścia).',
      en: 'Give the text: --body, --body-file FILE, or --body-file - for the standard input.',
    });
  const pick = pickOf(options);
  const { api, companyId } = await work.company();
  const { subject, withoutPolish = false, limit } = options;
  const created = await api.createCampaign({ params: { companyId }, body: { subject, body, withoutPolish } });
  const params = { companyId, campaignId: created.id };
  const picked = pick === null ? null : await pickRecipients(api, params, pick, limit);
  const [campaign, quote] = await Promise.all([api.getCampaign({ params }), api.quoteCampaign({ params })]);
  const { paint, width } = work.terminal;
  const room = Number.isFinite(width) ? width : 100;
  return {
    data: { campaign, quote, picked },
    lines: [
      ...titleLines(campaign, paint),
      ...textLines(quote, room, paint),
      ...(picked ? pickLines(picked, paint) : [`Wybierz odbiorców: npx goniec campaign pick ${campaign.id} --help`]),
      ...quoteLines(quote, room, paint),
      '',
      `Wyślij: npx goniec campaign send ${campaign.id} --watch`,
    ],
  };
}
