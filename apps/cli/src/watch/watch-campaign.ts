import { setTimeout } from 'node:timers';
import type { Campaign } from '../api/shapes.ts';
import { sumsLines, titleLines } from '../campaign-lines.ts';
import { hasFailures, tallyOf } from '../campaign-tally.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { usageFailure } from '../failure.ts';
import { formatCount } from '../format/numbers.ts';
import type { Outcome, Work } from '../work.ts';
import { followCampaign, type FollowTarget } from './follow-campaign.ts';
import { createProgressView } from './progress-view.ts';

export interface WatchLimits {
  /** Until nothing more can come, or until the gateway has taken or refused everything. */
  readonly until: 'end' | 'handover';
  /** At most this long. */
  readonly timeoutMs?: number | undefined;
}

/** After this long without news a person is told what is awaited. */
const QUIET_MS = 20_000;

/** Shows a campaign's progress to its end. Ctrl+C ends the showing, not the sending. */
export async function watchCampaign(work: Work, target: FollowTarget, limits: WatchLimits): Promise<Outcome> {
  const { until, timeoutMs } = limits;
  const last = await showProgress(work, target, (campaign) => isOver(campaign, until), timeoutMs);
  if (work.signal.aborted) return interrupted(work, target.params.campaignId);
  if (last === null) return exitCodes.incomplete;
  if (last.state === 'draft') throw notStarted(last);
  return ended(work, last, until);
}

/**
 * Shows a campaign until `isDone`, the time-out, or Ctrl+C, and gives what was seen last.
 * @param timeoutMs without it the showing goes on as long as it takes
 */
export async function showProgress(
  { terminal, json, signal }: Pick<Work, 'terminal' | 'json' | 'signal'>,
  target: FollowTarget,
  isDone: (campaign: Campaign) => boolean,
  timeoutMs?: number,
): Promise<Campaign | null> {
  const view = createProgressView(terminal, json);
  const stop = timeoutMs === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  let last: Campaign | null = null;
  let quiet: NodeJS.Timeout | undefined;
  try {
    for await (const campaign of followCampaign(target, {
      signal: stop,
      isOver: isDone,
      onLost: (isLost) => view.say(isLost ? 'Serwer nie odpowiada, czekam na niego…' : 'Serwer znów odpowiada.'),
    })) {
      last = campaign;
      if (campaign.state !== 'draft') await view.show(campaign);
      clearTimeout(quiet);
      quiet = setTimeout(() => view.say(awaitedWords(campaign)), QUIET_MS);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    clearTimeout(quiet);
    view.stop();
  }
  return last;
}

function awaitedWords(campaign: Campaign): string {
  const { left, awaited } = tallyOf(campaign);
  if (left > 0) return `Do przekazania bramce: ${formatCount(left)}.`;
  return `Raporty, które jeszcze nie przyszły: ${formatCount(awaited)}. Mogą przyjść do 72 godzin; Ctrl+C kończy pokazywanie, nie wysyłkę.`;
}

/** A pause that ends by itself (the gateway is down for a while) is no end. */
export function isOver(campaign: Campaign, until: WatchLimits['until']): boolean {
  const { state, pause } = campaign;
  if (state === 'draft' || state === 'finished' || state === 'cancelled') return true;
  if (state === 'paused') return pause?.resumesAt == null;
  return until === 'handover' && state === 'sending' && tallyOf(campaign).left === 0;
}

/** A campaign that was watched to its end and lost no message is done; any other is not quite. */
export function exitOf(campaign: Campaign, until: WatchLimits['until']): ExitCode {
  const isStopped = campaign.state === 'paused' || campaign.state === 'cancelled';
  const isWhole = !isStopped && isOver(campaign, until) && !hasFailures(tallyOf(campaign));
  return isWhole ? exitCodes.done : exitCodes.incomplete;
}

function ended({ terminal, json }: Work, campaign: Campaign, until: WatchLimits['until']): Outcome {
  const exit = exitOf(campaign, until);
  if (json) return exit;
  const { paint } = terminal;
  const next =
    campaign.state === 'paused'
      ? [`Wznów: npx goniec campaign resume ${campaign.id}`]
      : campaign.state === 'sending'
        ? [`Raporty doręczeń nadchodzą: npx goniec campaign watch ${campaign.id}`]
        : exit === exitCodes.done
          ? []
          : [`Powody: npx goniec campaign log ${campaign.id}`];
  return { data: campaign, lines: ['', ...titleLines(campaign, paint), ...sumsLines(campaign, paint), ...next], exit };
}

function interrupted({ terminal }: Work, id: string): ExitCode {
  terminal.note(
    `\nPrzestałem pokazywać postęp. Wysyłka ${id} trwa dalej na serwerze.\n` +
      `Wróć do niej: npx goniec campaign watch ${id}. Zatrzymaj ją: npx goniec campaign pause ${id}.\n`,
  );
  return exitCodes.interrupted;
}

const notStarted = ({ id }: Campaign) =>
  usageFailure(
    'campaign_not_started',
    { pl: `Wysyłka ${id} to szkic: nie ma czego pokazywać.`, en: `Campaign ${id} is a draft.` },
    { pl: `Wyślij ją: npx goniec campaign send ${id} --watch`, en: `Send it: npx goniec campaign send ${id} --watch` },
  );
