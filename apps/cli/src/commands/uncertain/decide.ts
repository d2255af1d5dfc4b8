import type { CallInput, Contract } from '@goniec/contract';
import { Argument, type Command, Option } from 'commander';
import { campaignIdOf, parseCampaignRef } from '../../api/campaign-ref.ts';
import type { UncertainDecision } from '../../api/shapes.ts';
import { requireYes } from '../../confirm.ts';
import { exitCodes } from '../../exit-codes.ts';
import { usageFailure } from '../../failure.ts';
import { formatCount } from '../../format/numbers.ts';
import { reasonLines } from '../../format/reasons.ts';
import { createCommand } from '../../help.ts';
import { collectIds } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import type { CompanyServer, Report, Work } from '../../work.ts';

type Choice = Pick<CallInput<Contract['decideUncertain']>['body'], 'messageIds' | 'campaignId'>;

const messages = (): Argument => new Argument('[nr...]', 'numery wiadomości z listy').argParser(collectIds);
const campaign = (): Option =>
  new Option('--campaign <nr>', 'wszystkie niepewne z tej wysyłki (numer albo last)').argParser(parseCampaignRef);

export function treatAsSentCommand(run: Run): Command {
  return createCommand('treat-as-sent', 'Uznaj niepewne wiadomości za wysłane', {
    english: 'treat uncertain messages as sent; they still take delivery reports.',
    notes: ['Jeśli bramka ich nie przyjęła, odbiorcy ich nie dostaną.'],
    examples: ['uncertain treat-as-sent 4711', 'uncertain treat-as-sent --campaign 12 --yes'],
  })
    .addArgument(messages())
    .addOption(campaign())
    .option('-y, --yes', 'nie pytaj')
    .action(
      run((work: Work, ids: readonly string[] | undefined, options: Options & { readonly yes?: true }) =>
        decide(work, ids, options.campaign, {
          decision: 'treat_as_sent',
          question: (what) => `Uznać za wysłane ${what}? Jeśli bramka ich nie przyjęła, odbiorcy ich nie dostaną.`,
          yes: options.yes,
          option: '--yes',
        }),
      ),
    );
}

export function sendAgainCommand(run: Run): Command {
  return createCommand('send-again', 'Wyślij niepewne wiadomości jeszcze raz, choć mogły już dojść', {
    english: 'send uncertain messages again although they may have been sent; names the risk and asks.',
    notes: [
      'Jeśli bramka przyjęła je za pierwszym razem, odbiorcy dostaną je dwa razy i dwa razy będą kosztować.',
      'Zgody, lista zastrzeżonych, uprawnienie do usługi i stan konta są sprawdzane jeszcze raz.',
    ],
    examples: ['uncertain send-again 4711', 'uncertain send-again 4711 --yes-may-be-sent-twice'],
  })
    .addArgument(messages())
    .addOption(campaign())
    .option('--yes-may-be-sent-twice', 'nie pytaj: godzę się, że odbiorcy mogą dostać SMS-a dwa razy')
    .action(
      run((work: Work, ids: readonly string[] | undefined, options: Options & { readonly yesMayBeSentTwice?: true }) =>
        decide(work, ids, options.campaign, {
          decision: 'send_again',
          question: (what) =>
            `Wysłać ponownie ${what}? Odbiorcy mogą dostać SMS-a DWA RAZY i dwa razy będzie on kosztować. Tego nie da się cofnąć.`,
          yes: options.yesMayBeSentTwice,
          option: '--yes-may-be-sent-twice',
        }),
      ),
    );
}

interface Options {
  readonly campaign?: string;
}

interface Wish {
  readonly decision: UncertainDecision;
  readonly question: (what: string) => string;
  readonly yes: boolean | undefined;
  /** The option that answers the question beforehand. */
  readonly option: string;
}

async function decide(
  work: Work,
  ids: readonly string[] | undefined,
  ref: string | undefined,
  { decision, question, yes, option }: Wish,
): Promise<Report> {
  const found = await work.company();
  const choice = await chosen(found, ids, ref);
  await requireYes(work, question(nameOf(choice)), yes, option);
  const { api, companyId } = found;
  const confirm = decision === 'send_again' ? { confirm: 'may_be_sent_twice' } : {};
  const result = await api.decideUncertain({ params: { companyId }, body: { decision, ...choice, ...confirm } });
  const { decided, barred, totals } = result;
  const reasons = [...Map.groupBy(barred, ({ reason }) => reason.code).values()];
  return {
    data: result,
    lines: [
      `${decision === 'send_again' ? 'Do ponownego wysłania' : 'Uznane za wysłane'}: ${formatCount(decided)}.`,
      ...(barred.length > 0 ? [`Bez zmiany: ${formatCount(barred.length)}.`] : []),
      ...reasonLines(
        reasons.flatMap(([first]) => (first ? [first.reason] : [])),
        work.terminal.paint,
      ),
      `Na decyzję czeka: ${formatCount(totals.person)}.`,
    ],
    exit: barred.length > 0 ? exitCodes.incomplete : exitCodes.done,
  };
}

async function chosen(
  { api, companyId }: CompanyServer,
  ids: readonly string[] | undefined,
  ref: string | undefined,
): Promise<Choice> {
  const named = ids !== undefined && ids.length > 0;
  if (named === (ref !== undefined))
    throw usageFailure('uncertain_not_chosen', {
      pl: 'Podaj numery wiadomości (npx goniec uncertain list) albo --campaign.',
      en: 'Give the ids of messages, or --campaign.',
    });
  return ref === undefined ? { messageIds: [...(ids ?? [])] } : { campaignId: await campaignIdOf(api, companyId, ref) };
}

const nameOf = ({ messageIds, campaignId }: Choice): string =>
  messageIds === undefined
    ? `wszystkie niepewne wiadomości wysyłki ${campaignId}`
    : messageIds.length === 1
      ? `wiadomość ${messageIds[0]}`
      : `wiadomości: ${messageIds.join(', ')}`;
