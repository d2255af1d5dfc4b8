/**
 * How fast `measure` is beside three npm packages that answer the same question, and beside the bare reading of the text.
 * Run: node measure.bench.ts
 *
 * All subjects read the same texts in turn within each round, so that a busy machine disturbs them alike; ratios are those
 * of medians.
 */

import { pathToFileURL } from 'node:url';
import { count } from 'sms-length';
import { SegmentedMessage } from 'sms-segments-calculator';
import { split as splitSms } from 'split-sms';
import { measure } from '../src/index.ts';
import { CORPUS, type TextClass } from './corpus.ts';

export interface Row {
  /** `class of text: subject`; the class `all` is one text of every class. */
  readonly name: string;
  readonly opsPerSecond: { readonly median: number; readonly min: number; readonly max: number };
  /** How many times as fast sms-text is on these texts, by medians; 1 for itself. */
  readonly ratio: number;
}

type Subject = (text: string) => number;

const OWN = 'sms-text';
const ENCODER = new TextEncoder();
const BYTES = new Uint8Array(8192);

const SUBJECTS: Readonly<Record<string, Subject>> = {
  [OWN]: (text) => measure(text).segments.length,
  'split-sms': (text) => splitSms(text, { summary: true }).parts.length,
  'sms-length': (text) => count(text).messages,
  // Not a peer but the limit: what reading every character once costs, before anything is decided (ADR 0008).
  'encodeInto alone': (text) => ENCODER.encodeInto(text, BYTES).written,
  'sms-segments-calculator': (text) => new SegmentedMessage(text).segmentsCount,
};

const ROUNDS = 15;
const SLICE_MICROSECONDS = 10_000;

/** Microseconds per text, of one subject over one class, in each round. */
interface Timing {
  readonly textClass: string;
  readonly subject: string;
  readonly rounds: readonly number[];
}

export function run(): Row[] {
  const timings = CORPUS.flatMap((textClass) => timeClass(textClass));
  return [...timings, ...totalsOf(timings)].map(({ textClass, subject, rounds }, _, all) => {
    const own = all.find((timing) => timing.textClass === textClass && timing.subject === OWN)?.rounds ?? [];
    return {
      name: `${textClass}: ${subject}`,
      opsPerSecond: { median: 1e6 / median(rounds), min: 1e6 / Math.max(...rounds), max: 1e6 / Math.min(...rounds) },
      ratio: median(rounds) / median(own),
    };
  });
}

function timeClass({ name, texts }: TextClass): Timing[] {
  const subjects = Object.entries(SUBJECTS).map(([subject, work]) => ({
    subject,
    work,
    passes: calibrate(work, texts),
  }));
  const rounds = Array.from({ length: ROUNDS }, () =>
    subjects.map(({ work, passes }) => time(work, texts, passes) / (passes * texts.length)),
  );
  return subjects.map(({ subject }, at) => ({
    textClass: name,
    subject,
    rounds: rounds.map((round) => round[at] ?? Number.NaN),
  }));
}

/** Passes over the texts that fill a slice; finding them out warms the subject up. */
function calibrate(work: Subject, texts: readonly string[]): number {
  let passes = 1;
  while (time(work, texts, passes) < SLICE_MICROSECONDS) passes *= 2;
  return passes;
}

function time(work: Subject, texts: readonly string[], passes: number): number {
  let parts = 0;
  const begin = performance.now();
  for (let pass = 0; pass < passes; pass++) for (const text of texts) parts += work(text);
  const microseconds = (performance.now() - begin) * 1000;
  if (parts === 0) throw new Error('a subject found no parts at all');
  return microseconds;
}

/** The time for one text of every class, round by round. */
function totalsOf(timings: readonly Timing[]): Timing[] {
  return Object.keys(SUBJECTS).map((subject) => {
    const own = timings.filter((timing) => timing.subject === subject);
    const rounds = Array.from({ length: ROUNDS }, (_, at) =>
      own.reduce((sum, { rounds }) => sum + (rounds[at] ?? 0), 0),
    );
    return { textClass: 'all', subject, rounds };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(rows: readonly Row[]): void {
  console.table(
    Object.fromEntries(
      rows.map(({ name, opsPerSecond: { median: middle, min, max }, ratio }) => [
        name,
        {
          'texts/s': Math.round(middle).toLocaleString('en'),
          'min-max': `${Math.round(min).toLocaleString('en')}-${Math.round(max).toLocaleString('en')}`,
          'sms-text is': `${ratio.toFixed(1)}x`,
        },
      ]),
    ),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) print(run());
