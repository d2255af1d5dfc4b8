import { announce } from '../db/announcements.ts';
import { recordAudits } from '../db/audit-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { lockInboundMessage, markInboundRead, markInboundWithdrawn } from '../db/inbound-messages.ts';
import { barInbound } from '../domain/inbound-message.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { withdrawByText } from './record-inbound.ts';

interface By {
  readonly companyId: number;
  readonly actor: Actor;
}

/** A person has read these; those that somebody dealt with before stay as they are. */
export async function readInboundMessages(
  deps: Pick<Deps, 'db' | 'clock'>,
  { companyId, actor, inboundIds }: By & { readonly inboundIds: readonly number[] },
): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    const read = await markInboundRead(tx, inboundIds, { companyId, handledAt: deps.clock(), handledBy: actor });
    if (read.length === 0) return 0;
    const subjects = read.map((id) => ({ subject: `inbound:${id}`, data: {} }));
    await recordAudits(tx, { companyId, actor, action: 'inbound.read' }, subjects);
    await announceInbound(tx, companyId);
    return read.length;
  });
}

/** A person reads a withdrawal in a text that no rule understood: it has the effect of a STOP. */
export async function withdrawByInbound(
  deps: Pick<Deps, 'db' | 'clock'>,
  { companyId, actor, inboundId }: By & { readonly inboundId: number },
): Promise<Outcome<void>> {
  return inTransaction(deps.db, async (tx) => {
    const message = await lockInboundMessage(tx, companyId, inboundId);
    if (!message) return refuse('not_found');
    const bar = barInbound(message, 'withdraw_consent');
    if (bar !== null) return refuse(bar);
    const { phone, contractorId } = message;
    if (phone === null) return refuse('inbound_without_number');
    const at = deps.clock();
    await withdrawByText(tx, { companyId, inboundId, phone, contractorId, at, by: actor });
    await markInboundWithdrawn(tx, inboundId, { companyId, handledAt: at, handledBy: actor });
    await announceInbound(tx, companyId);
    return done(undefined);
  });
}

const announceInbound = (tx: Db, companyId: number): Promise<void> =>
  announce(tx, { type: 'inbound.changed', companyId: String(companyId), id: null });
