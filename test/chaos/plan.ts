import { createChance } from './chance.ts';

export const victims = ['worker', 'server', 'database', 'emulator'] as const;
export type Victim = (typeof victims)[number];

/** Where in the life of a batch somebody is killed; the last is wherever it happens to be. */
export const phases = ['claim', 'claimed', 'request', 'answer', 'record', 'callbacks', 'moment'] as const;
export type Phase = (typeof phases)[number];

/** In the words of the report. */
export const phaseNames: Readonly<Record<Phase, string>> = {
  claim: 'before the claim of the batch commits',
  claimed: 'after the claim, before the request',
  request: 'during the request, before the gateway took it',
  answer: 'during the request, after the gateway took it',
  record: 'after the reply, before the record commits',
  callbacks: 'during callbacks, before they are stored',
  moment: 'at any moment',
};

export interface Kill {
  readonly victim: Victim;
  readonly phase: Phase;
  /** For `moment`: how long to wait before it. */
  readonly delayMs: number;
}

type Card = readonly [Victim, Phase];

/** Who has a part in which phase. */
const parts: Readonly<Record<Victim, readonly Phase[]>> = {
  worker: ['claim', 'claimed', 'request', 'answer', 'record', 'moment'],
  server: ['claim', 'claimed', 'request', 'answer', 'record', 'callbacks', 'moment'],
  database: ['claim', 'claimed', 'request', 'answer', 'record', 'callbacks', 'moment'],
  emulator: ['request', 'answer', 'callbacks', 'moment'],
};

const cardsOf = (victim: Victim): readonly Card[] => parts[victim].map((phase) => [victim, phase]);

/** Workers twice: they are what is restarted most in life. */
const deck: readonly Card[] = [...victims.flatMap(cardsOf), ...cardsOf('worker')];

/**
 * Every victim and every phase in ten kills. The programs that send come first: their batches wait longest for the end of
 * a lease, and a short run should not wait for it twice.
 */
const tour: readonly (readonly Card[])[] = [
  [
    ['worker', 'claim'],
    ['worker', 'claimed'],
    ['server', 'request'],
    ['worker', 'answer'],
    ['server', 'record'],
  ],
  [
    ['emulator', 'answer'],
    ['database', 'record'],
    ['server', 'callbacks'],
    ['emulator', 'callbacks'],
    ['database', 'moment'],
  ],
];

/** The kills of a run, in order: the tour, then shuffled decks of all pairs. The same seed gives the same kills. */
export function planKills(seed: number, kills: number): Kill[] {
  const chance = createChance(seed, 'kills');
  const cards = tour.flatMap((part) => chance.shuffled(part));
  while (cards.length < kills) cards.push(...chance.shuffled(deck));
  return cards
    .slice(0, kills)
    .map(([victim, phase]) => ({ victim, phase, delayMs: phase === 'moment' ? chance.between(0, 1_000) : 0 }));
}
