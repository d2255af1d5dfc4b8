import type { CallInput, Contract, Reason, Result } from '@goniec/contract';
import type { SumRow } from '../db/campaign-sums.ts';
import type { CampaignRow } from '../db/campaigns.ts';
import { actionsOf, openEnds } from '../domain/campaign.ts';
import { pauseReason } from '../domain/pause.ts';
import { valueOf } from '../domain/point-value.ts';
import { reasonOf } from '../domain/refusal.ts';

export type CampaignView = Result<Contract['getCampaign']>;
export type CampaignKey = CallInput<Contract['getCampaign']>['params'];

const handovers = ['ready', 'submitting', 'accepted', 'refused', 'uncertain', 'excluded', 'cancelled'] as const;
const deliveries = [
  'none',
  'pending',
  'delivered',
  'undelivered',
  'expired',
  'failed',
  'rejected',
  'unknown',
  'no_report',
] as const;

/** What a campaign is shown by, the same for all of a page. */
interface CampaignSurroundings {
  readonly pointValue: number;
  /** Of those who created and sent them (db/actor-names.ts). */
  readonly names: ReadonlyMap<string, string>;
  readonly explain: (code: string) => Reason | null;
}

/** A campaign as the API shows it: its sums always add up to its messages. */
export function campaignView(
  row: CampaignRow,
  { sums, recipients }: { readonly sums: readonly SumRow[]; readonly recipients: number },
  { pointValue, names, explain }: CampaignSurroundings,
): CampaignView {
  const total = (amount: (sum: SumRow) => number, which: (sum: SumRow) => boolean = () => true) =>
    sums.filter(which).reduce((result, sum) => result + amount(sum), 0);
  const facts = { state: row.state, recipients, hasText: row.body.trim() !== '', ...openEnds(sums) };
  const points = total(
    (sum) => sum.points,
    ({ handover }) => handover !== 'excluded',
  );
  const billedPoints = total((sum) => sum.billedPoints);
  return {
    id: String(row.id),
    subject: row.subject,
    body: row.body,
    withoutPolish: row.withoutPolish,
    state: row.state,
    pause: pauseView(row, explain),
    version: row.version,
    createdBy: row.createdBy,
    createdByName: names.get(row.createdBy) ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    frozenAt: row.frozenAt?.toISOString() ?? null,
    startedBy: row.startedBy,
    startedByName: names.get(row.startedBy ?? '') ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    recipients,
    sums: {
      messages: total(({ messages }) => messages),
      handover: tally(handovers, (state) =>
        total(
          ({ messages }) => messages,
          ({ handover }) => handover === state,
        ),
      ),
      delivery: tally(deliveries, (state) =>
        total(
          ({ messages }) => messages,
          ({ delivery }) => delivery === state,
        ),
      ),
      parts: total(
        ({ parts }) => parts,
        ({ handover }) => handover !== 'excluded',
      ),
      points,
      value: valueOf(points, pointValue),
      billedPoints,
      billedValue: valueOf(billedPoints, pointValue),
    },
    actions: actionsOf(facts).map(({ action, refusal }) => ({
      action,
      allowed: refusal === null,
      reason: refusal && reasonOf(refusal),
    })),
  };
}

/** `resumesAt` is for the cause that nobody has to do anything about; the others are looked at in case somebody has. */
export function pauseView(
  {
    pauseCause: cause,
    pauseCode,
    pausedAt,
    pauseUntil,
  }: Pick<CampaignRow, 'pauseCause' | 'pauseCode' | 'pausedAt' | 'pauseUntil'>,
  explain: (code: string) => Reason | null,
): CampaignView['pause'] {
  if (cause === null) return null;
  const explained = pauseCode === null ? null : explain(pauseCode);
  const nextCheckAt = pauseUntil?.toISOString() ?? null;
  return {
    cause,
    reason: pauseReason({ cause, explained, nextCheckAt: pauseUntil }),
    since: pausedAt?.toISOString() ?? null,
    nextCheckAt,
    resumesAt: cause === 'gateway_down' ? nextCheckAt : null,
  };
}

function tally<const S extends string>(states: readonly S[], count: (state: S) => number): Record<S, number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each of the states
  return Object.fromEntries(states.map((state) => [state, count(state)])) as Record<S, number>;
}
