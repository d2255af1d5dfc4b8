import type { Campaign, Quote } from '../api/shapes.ts';

type Sums = Campaign['sums'];
type Counts = {
  readonly messages?: number;
  readonly handover?: Partial<Sums['handover']>;
  readonly delivery?: Partial<Sums['delivery']>;
  readonly billedPoints?: number;
};

export function sampleSums({ messages = 0, handover = {}, delivery = {}, billedPoints = 0 }: Counts): Sums {
  return {
    messages,
    handover: {
      ready: 0,
      submitting: 0,
      accepted: 0,
      refused: 0,
      uncertain: 0,
      excluded: 0,
      cancelled: 0,
      ...handover,
    },
    delivery: {
      none: 0,
      pending: 0,
      delivered: 0,
      undelivered: 0,
      expired: 0,
      failed: 0,
      rejected: 0,
      unknown: 0,
      no_report: 0,
      ...delivery,
    },
    parts: messages,
    points: messages * 1500,
    value: messages * 1500,
    billedPoints,
    billedValue: billedPoints,
  };
}

/** A campaign as the API gives it; what a test is about is told, the rest is ordinary. */
export function sampleCampaign(facts: Partial<Omit<Campaign, 'sums'>> & { readonly sums?: Counts } = {}): Campaign {
  const at = '2026-11-22T12:00:00.000Z';
  const { sums = {}, ...rest } = facts;
  return {
    id: '12',
    subject: 'Promocja',
    body: 'Dzień dobry',
    withoutPolish: false,
    state: 'draft',
    pause: null,
    version: 3,
    createdBy: 'key:goniec_k3x9',
    createdByName: 'goniec',
    createdAt: at,
    updatedAt: at,
    frozenAt: null,
    startedBy: null,
    startedByName: null,
    startedAt: null,
    finishedAt: null,
    recipients: sums.messages ?? 0,
    sums: sampleSums(sums),
    actions: [],
    ...rest,
  };
}

export function sampleQuote(facts: Partial<Quote> = {}): Quote {
  return {
    recipients: 1842,
    messages: 1842,
    excluded: [],
    text: {
      body: 'Dzień dobry',
      encoding: 'ucs2',
      units: 11,
      parts: 1,
      limit: 490,
      remaining: 479,
      withinLimit: true,
      forcedBy: [{ character: 'ń', index: 4, replacement: 'n' }],
    },
    withoutPolish: null,
    parts: 2017,
    points: 3_025_500,
    value: 3_025_500,
    balance: null,
    obstacles: [],
    ...facts,
  };
}

export const sampleReason = (code: string) => ({
  code,
  sentence: { pl: `Powód ${code}.`, en: `Reason ${code}.` },
  action: { pl: `Zrób coś z ${code}.`, en: `Do something about ${code}.` },
});
