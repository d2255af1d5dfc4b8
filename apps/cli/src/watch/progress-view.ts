import cliProgress from 'cli-progress';
import type { Campaign } from '../api/shapes.ts';
import { stateOf, type Tally, tallyOf } from '../campaign-tally.ts';
import { formatCount } from '../format/numbers.ts';
import { formatClock } from '../format/time.ts';
import type { Terminal } from '../terminal.ts';

/** Shows how far a campaign is. */
export interface ProgressView {
  readonly show: (campaign: Campaign) => Promise<void>;
  /** A sentence beside the progress. */
  readonly say: (sentence: string) => void;
  readonly stop: () => void;
}

/** Bars where somebody watches, plain lines elsewhere, the API's object in every line for programs. */
export function createProgressView(
  terminal: Pick<Terminal, 'write' | 'note' | 'progress'>,
  json: boolean,
  now: () => Date = () => new Date(),
): ProgressView {
  if (json)
    return {
      show: (campaign) => terminal.write(`${JSON.stringify(campaign)}\n`),
      say: (sentence) => terminal.note(`${sentence}\n`),
      stop: () => {},
    };
  return terminal.progress ? barsView(terminal.progress) : linesView(terminal, now);
}

const handedOver = ({ sendable, left }: Tally): number => sendable - left;
const reported = ({ accepted, awaited }: Tally): number => accepted - awaited;

/** What stage 1 has come to, e.g. `296 z 300 · odrzucone 4`. */
function handoverWords(tally: Tally): string {
  return words(`${formatCount(handedOver(tally))} z ${formatCount(tally.sendable)}`, [
    ['odrzucone', tally.refused],
    ['niepewne', tally.uncertain],
  ]);
}

/** What stage 2 has come to, e.g. `280 z 296 · doręczone 250 · niedoręczone 30`. */
function deliveryWords(tally: Tally): string {
  return words(`${formatCount(reported(tally))} z ${formatCount(tally.accepted)}`, [
    ['doręczone', tally.delivered],
    ['niedoręczone', tally.undelivered],
    ['nieznane', tally.unclear],
  ]);
}

const words = (head: string, counts: readonly (readonly [string, number])[]): string =>
  [head, ...counts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${formatCount(count)}`)].join(
    ' · ',
  );

function barsView(stream: NodeJS.WriteStream): ProgressView {
  const bars = new cliProgress.MultiBar({
    stream,
    format: '{label}  {bar}  {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: Math.max(6, Math.min(30, (stream.columns || 80) - 72)),
    hideCursor: true,
    emptyOnZero: true,
    gracefulExit: false,
    linewrap: true,
  });
  const handover = bars.create(1, 0, { label: 'Status SMS', words: '' });
  const delivery = bars.create(1, 0, { label: 'Doręczenie', words: '' });
  return {
    show: async (campaign) => {
      const tally = tallyOf(campaign);
      handover.setTotal(tally.sendable);
      handover.update(handedOver(tally), { words: handoverWords(tally) });
      delivery.setTotal(tally.accepted);
      delivery.update(reported(tally), { words: deliveryWords(tally) });
    },
    say: (sentence) => bars.log(`${sentence}\n`),
    stop: () => bars.stop(),
  };
}

function linesView({ note }: Pick<Terminal, 'note'>, now: () => Date): ProgressView {
  let before = '';
  return {
    show: async (campaign) => {
      const tally = tallyOf(campaign);
      const line = `${stateOf(campaign).name}: bramka ${handoverWords(tally)}; raporty ${deliveryWords(tally)}`;
      if (line !== before) note(`${formatClock(now())}  ${line}\n`);
      before = line;
    },
    say: (sentence) => note(`${sentence}\n`),
    stop: () => {},
  };
}
