import type { Contract, Reason, Result } from '@goniec/contract';
import type { UncertainRow } from '../db/uncertain.ts';
import { awaitedOf, settlesUntil, uncertainDecisions, uncertainRisks } from '../domain/uncertain.ts';
import { barOf } from '../usecases/decide-uncertain.ts';

type UncertainView = Result<Contract['listUncertain']>['items'][number];

/** One uncertain message as the API shows it, with what may be decided about it now. */
export function uncertainView(
  row: UncertainRow,
  at: { readonly now: Date; readonly held: boolean },
  explain: (code: string) => Reason | null,
): UncertainView {
  const facts = { ...row, held: at.held };
  return {
    id: String(row.id),
    campaignId: String(row.campaignId),
    campaignSubject: row.subject,
    campaignState: row.campaignState,
    contractorName: row.contractorName,
    contactName: row.contactName,
    phone: row.phone,
    parts: row.parts,
    points: row.points,
    batchId: String(row.batchId),
    since: row.firstAttemptAt.toISOString(),
    ageSeconds: Math.max(0, Math.floor((at.now.getTime() - row.firstAttemptAt.getTime()) / 1000)),
    attempts: row.attempts,
    sentAgain: row.generation,
    cause: row.cause === null ? null : explain(row.cause),
    awaits: awaitedOf(facts, at.now),
    settlesUntil: settlesUntil(facts)?.toISOString() ?? null,
    actions: uncertainDecisions.map((action) => {
      const reason = barOf(row, action, at);
      return { action, allowed: reason === null, reason, risk: uncertainRisks[action] };
    }),
  };
}
