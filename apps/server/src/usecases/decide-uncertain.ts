import { recordAudits } from '../db/audit-events.ts';
import { finishCampaigns } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { settleDecidedBatches } from '../db/delivery-reports.ts';
import { isHeld } from '../db/instance.ts';
import { dealAgain, listUncertain, lockUncertain, treatAsSent, type UncertainRow } from '../db/uncertain.ts';
import { exclusionReason } from '../domain/exclusion.ts';
import type { Reason } from '../domain/reason.ts';
import { done, reasonOf, refuse, type Outcome } from '../domain/refusal.ts';
import {
  barUncertain,
  SEND_AGAIN_RISK,
  SETTLE_WINDOW_MS,
  type UncertainDecision,
  uncertainRisks,
} from '../domain/uncertain.ts';
import { collectObstacles } from './collect-obstacles.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Actor, Deps } from './deps.ts';

/** The most messages one decision is about. */
export const DECIDED_AT_ONCE = 10_000;

export interface UncertainCommand {
  readonly companyId: number;
  readonly actor: Actor;
  readonly decision: UncertainDecision;
  /** Named messages, or all uncertain ones of a campaign. */
  readonly chosen: { readonly messageIds: readonly number[] } | { readonly campaignId: number };
  /** The risk of a second sending in the person's own words: `may_be_sent_twice`. */
  readonly confirm?: string | undefined;
}

export interface Decided {
  readonly decided: number;
  readonly barred: readonly { readonly messageId: number; readonly reason: Reason }[];
}

/**
 * A person decides what became of messages nobody knows about (ADR 0009). `treat_as_sent` makes them accepted. `send_again`
 * passes the whole gate once more, then deals them into new batches under idx the gateway has never seen: it is the one place
 * where a number may get a campaign twice, so it is barred while the gateway may still answer, and the risk has to be named.
 * One transaction with its audit events: a crash leaves either the old uncertainty or the whole decision.
 */
export async function decideUncertain(
  deps: Pick<Deps, 'db' | 'clock' | 'line' | 'vault' | 'providers' | 'log'>,
  command: UncertainCommand,
): Promise<Outcome<Decided>> {
  const { companyId, decision } = command;
  if (decision === 'send_again') {
    if (command.confirm !== SEND_AGAIN_RISK) return refuse('risk_not_confirmed');
    const obstacles = await obstaclesToSending(deps, command);
    if (obstacles.length > 0) return refuse('sending_barred', { reasons: obstacles });
  }
  return inTransaction(deps.db, async (tx) => {
    const rows = await lockUncertain(tx, { companyId, ...command.chosen });
    const judged = judge(rows, decision, { now: deps.clock(), held: await isHeld(tx) });
    const barred = [...judged.barred, ...missing(command, rows)];
    if (judged.allowed.length === 0) return nothingDecided(barred.map(({ reason }) => reason));
    await carryOut(tx, command, judged.allowed);
    return done({ decided: judged.allowed.length, barred });
  });
}

/** The send gate for what these messages would cost; it asks the gateway, so it is outside the transaction. */
async function obstaclesToSending(
  deps: Pick<Deps, 'db' | 'clock' | 'line' | 'vault' | 'providers' | 'log'>,
  { companyId, chosen }: UncertainCommand,
): Promise<readonly Reason[]> {
  const settleAfter = new Date(deps.clock().getTime() - SETTLE_WINDOW_MS);
  const page = { companyId, ...chosen, settleAfter, after: [0, 0] as const, limit: DECIDED_AT_ONCE };
  const rows = await listUncertain(deps.db, page);
  if (rows.length === 0) return [];
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  return (await collectObstacles(deps, companyId, { points })).obstacles;
}

type Barred = Decided['barred'][number];

function judge(
  rows: readonly UncertainRow[],
  decision: UncertainDecision,
  at: { readonly now: Date; readonly held: boolean },
): { readonly allowed: readonly UncertainRow[]; readonly barred: readonly Barred[] } {
  const judged = rows.map((row) => ({ row, reason: barOf(row, decision, at) }));
  return {
    allowed: judged.filter(({ reason }) => reason === null).map(({ row }) => row),
    barred: judged.flatMap(({ row, reason }) => (reason === null ? [] : [{ messageId: row.id, reason }])),
  };
}

/** Why this message cannot be decided like that: the state of things, then the right to send to the number. */
export function barOf(
  row: UncertainRow,
  decision: UncertainDecision,
  at: { readonly now: Date; readonly held: boolean },
): Reason | null {
  const code = barUncertain({ ...row, held: at.held }, decision, at.now);
  if (code !== null) return reasonOf(code);
  return decision === 'send_again' && row.barredBy !== null ? exclusionReason(row.barredBy) : null;
}

/** Named messages that are not (any more) uncertain. */
function missing({ chosen }: UncertainCommand, rows: readonly UncertainRow[]): Barred[] {
  if (!('messageIds' in chosen)) return [];
  const found = new Set(rows.map(({ id }) => id));
  const reason = reasonOf('message_not_uncertain');
  return chosen.messageIds.filter((id) => !found.has(id)).map((messageId) => ({ messageId, reason }));
}

function nothingDecided(reasons: readonly Reason[]): Outcome<never> {
  const each = [...new Map(reasons.map((reason) => [reason.code, reason])).values()];
  return each.length === 0 ? refuse('message_not_uncertain') : refuse('nothing_decided', { reasons: each });
}

async function carryOut(tx: Db, command: UncertainCommand, rows: readonly UncertainRow[]): Promise<void> {
  const { companyId, actor, decision } = command;
  const messageIds = rows.map(({ id }) => id);
  const dealt =
    decision === 'send_again'
      ? new Map((await dealAgain(tx, { companyId, messageIds, actor })).map((each) => [each.id, each]))
      : null;
  if (dealt === null) await treatAsSent(tx, messageIds);
  const audited = rows.map((row) => {
    const again = dealt?.get(row.id);
    const before = {
      handover: 'uncertain',
      batchId: row.batchId,
      generation: row.generation,
      attempts: row.attempts,
      firstAttemptAt: row.firstAttemptAt,
      cause: row.cause,
    };
    const after = again
      ? { handover: 'ready', batchId: again.batchId, generation: again.generation }
      : { handover: 'accepted', code: 'treated_as_sent' };
    return {
      subject: `message:${row.id}`,
      data: { campaignId: row.campaignId, before, after, risk: uncertainRisks[decision] },
    };
  });
  await recordAudits(tx, { companyId, actor, action: `message.${decision}` }, audited);
  const campaignIds = [...new Set(rows.map(({ campaignId }) => campaignId))];
  await settleDecidedBatches(tx, campaignIds);
  await finishCampaigns(tx, campaignIds);
  for (const id of campaignIds) await announceCampaign(tx, { id, companyId });
}
