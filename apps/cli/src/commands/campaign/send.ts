import type { Command } from 'commander';
import type { Quote } from '../../api/shapes.ts';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { quoteLine, quoteLines, titleLines } from '../../campaign-lines.ts';
import { requireYes } from '../../confirm.ts';
import { exitCodes } from '../../exit-codes.ts';
import { CommandFailure } from '../../failure.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import { watchCampaign } from '../../watch/watch-campaign.ts';
import type { Outcome, Work } from '../../work.ts';

interface SendOptions {
  readonly yes?: true;
  readonly watch?: true;
}

export function sendCommand(run: Run): Command {
  return createCommand('send', 'Wyślij: pokazuje liczbę SMS-ów i cenę, pyta, wysyła', {
    english: 'show the quote, ask, send; nothing is sent when the quote has changed meanwhile.',
    examples: ['campaign send 12', 'campaign send last --watch', 'campaign send 12 --yes --json'],
  })
    .addArgument(campaignArgument())
    .option('-y, --yes', 'wyślij bez pytania')
    .option('-w, --watch', 'pokazuj postęp do końca')
    .action(run(send));
}

async function send(work: Work, ref: string, { yes, watch }: SendOptions): Promise<Outcome> {
  const { api, params } = await chooseCampaign(work, ref);
  const [campaign, quote] = await Promise.all([api.getCampaign({ params }), api.quoteCampaign({ params })]);
  const { terminal, json } = work;
  const width = Number.isFinite(terminal.width) ? terminal.width : 100;
  const mayStart = campaign.state === 'draft' || campaign.state === 'frozen';
  if (mayStart && !json)
    terminal.note(
      `${[...titleLines(campaign, terminal.paintNote), ...quoteLines(withoutObstacles(quote), width, terminal.paintNote), ''].join('\n')}\n`,
    );
  // what is sent already needs no question: the server's refusal says it best
  if (mayStart) {
    refuseBarred(quote);
    await requireYes(work, `Wyślij ${quoteLine(quote)}?`, yes);
  }
  const sent = await api.sendCampaign({
    params,
    body: { expect: { messages: quote.messages, points: quote.points } },
  });
  if (watch) return watchCampaign(work, { api, params }, { until: 'end' });
  return {
    data: sent,
    lines: [
      terminal.paint('good', `Wysyłka ${sent.id} ruszyła: ${quoteLine(quote)}.`),
      `Postęp: npx goniec campaign watch ${sent.id}`,
    ],
  };
}

const withoutObstacles = (quote: Quote): Quote => ({ ...quote, obstacles: [] });

function refuseBarred({ obstacles }: Quote): void {
  if (obstacles.length === 0) return;
  throw new CommandFailure({
    exit: exitCodes.refused,
    code: 'sending_barred',
    sentence: { pl: 'Nie można teraz wysłać. Nic nie wysłano.', en: 'It cannot be sent now. Nothing was sent.' },
    action: null,
    reasons: obstacles,
  });
}
