import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** Further `goniec work` beside the server. */
  readonly workers: number;
  /** Where the report is written; null: only the screen. */
  readonly report: string | null;
  /** Where state and logs are kept; null: a temporary folder, removed when all was well. */
  readonly folder: string | null;
  /** After how many kills everything is let come to rest and is audited. */
  readonly restEvery: number;
}

export const USAGE = `npm run chaos -- [options]

  --kills N        how many kills, 1000
  --seed S         what is drawn is drawn from it; without it a new one, which is printed
  --workers N      "goniec work" programs beside the server, 2
  --rest N         let everything settle and audit it after so many kills, 250
  --report FILE    write the report there (Markdown)
  --folder FOLDER  an empty folder for state and logs; kept. Without it a temporary one, kept only when something is wrong`;

export type ReadOptions =
  | { readonly ok: true; readonly options: ChaosOptions }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads the command line; pure.
 * @example readOptions(['--kills', '100', '--seed', '7'], () => 1)
 */
export function readOptions(args: readonly string[], newSeed: () => number): ReadOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        kills: { type: 'string', default: '1000' },
        seed: { type: 'string' },
        workers: { type: 'string', default: '2' },
        rest: { type: 'string', default: '250' },
        report: { type: 'string' },
        folder: { type: 'string' },
      },
    });
    return {
      ok: true,
      options: {
        kills: whole('kills', values.kills, 1, 1_000_000),
        seed: values.seed === undefined ? newSeed() : whole('seed', values.seed, 0, 2 ** 31),
        workers: whole('workers', values.workers, 1, 16),
        restEvery: whole('rest', values.rest, 1, 1_000_000),
        report: values.report ?? null,
        folder: values.folder ?? null,
      },
    };
  } catch (error) {
    return { ok: false, sentence: `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}` };
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new Error(`--${name} takes a whole number from ${least} to ${most}.`);
  return value;
}
