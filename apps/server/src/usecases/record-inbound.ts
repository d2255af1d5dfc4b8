import { createHash } from 'node:crypto';
import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { withdrawAllConsents } from '../db/consent-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { findGatewayByInboundSecret, type GatewayRow } from '../db/gateways.ts';
import { findAnswered, insertInboundMessage } from '../db/inbound-messages.ts';
import { readSender } from '../domain/inbound-message.ts';
import { saysStop } from '../domain/stop-word.ts';
import { storable } from '../domain/storable.ts';
import type { InboundText } from '../providers/provider.ts';
import type { Actor, Deps } from './deps.ts';

/** Who handles what needs no person. */
const SELF: Actor = 'system:inbound';

/** What our secrets are made of. */
const SECRET = /^[\w-]{1,200}$/;

/** Longer than any SMS and any name of a sender; the whole of it is in `raw`. */
const LONGEST_TEXT = 4_000;
const LONGEST_FIELD = 255;

/** A callback as it came. */
export interface InboundCall {
  readonly provider: string;
  readonly secret: string;
  readonly fields: URLSearchParams;
  readonly raw: string;
}

/**
 * Keeps a text that somebody sent to the company, and gives it its effect in the same transaction: what says stop takes back
 * the consents of its number, so a batch that is claimed after this commit leaves that number out. Told twice it is kept once.
 * False: no account has this secret.
 *
 * The number is not put on the suppression list as well. Consents are kept by number, so the withdrawal bars it for all its
 * contractors already, and a later import cannot revive it without a newer consent; but a suppression would outlive a new
 * consent of the same person, and bar messages that a STOP does not concern (domain-facts 3.3). It stays a person's decision.
 */
export async function recordInbound(
  deps: Pick<Deps, 'db' | 'clock' | 'providers' | 'log'>,
  { provider, secret, fields, raw }: InboundCall,
): Promise<boolean> {
  const kind = deps.providers.get(provider);
  const gateway = SECRET.test(secret) ? await findGatewayByInboundSecret(deps.db, secret) : undefined;
  if (!gateway || !kind || gateway.provider !== provider) return false;
  // The test button of a panel calls with nothing in its hands.
  if (raw === '') return true;
  const text = kind.parseInbound(fields);
  const now = deps.clock();
  const kept = await inTransaction(deps.db, (tx) => keep(tx, gateway, text, { raw, now }));
  const { companyId } = gateway;
  if (kept && text) deps.log.info({ companyId, ...kept }, 'inbound.received');
  else if (kept) deps.log.warn({ companyId, ...kept }, 'inbound.unreadable');
  return true;
}

interface Kept {
  readonly inboundId: number;
  readonly state: string;
}

async function keep(
  tx: Db,
  { companyId, id: gatewayId }: GatewayRow,
  text: InboundText | null,
  { raw, now }: { readonly raw: string; readonly now: Date },
): Promise<Kept | null> {
  const phone = text && readSender(text.sender);
  const providerId = text?.answers == null ? null : storable(text.answers, LONGEST_FIELD);
  const answered = text && (await findAnswered(tx, { companyId, providerId, phone }));
  const stops = text !== null && phone !== null && saysStop(text.text);
  // A call that nobody can read is kept as it came; there is nothing in it for a person to do.
  const state = stops ? 'withdrawn' : text === null ? 'read' : 'to_read';
  const inboundId = await insertInboundMessage(tx, {
    companyId,
    gatewayId,
    sender: text && storable(text.sender, LONGEST_FIELD),
    phone,
    body: storable(text?.text ?? '', LONGEST_TEXT),
    sentAt: text?.sentAt ?? null,
    providerId,
    messageId: answered?.id ?? null,
    contractorId: answered?.contractorId ?? null,
    state,
    handledAt: state === 'to_read' ? null : now,
    handledBy: state === 'to_read' ? null : SELF,
    fingerprint: fingerprintOf(gatewayId, text, raw, now),
    raw: storable(raw),
  });
  if (inboundId === null) return null;
  if (stops)
    await withdrawByText(tx, {
      companyId,
      inboundId,
      phone,
      contractorId: answered?.contractorId ?? null,
      at: now,
      by: SELF,
    });
  if (text) await announce(tx, { type: 'inbound.received', companyId: String(companyId), id: String(inboundId) });
  return { inboundId, state };
}

/** Writes into the ledger that the sender of a text takes back his consents, with the text as the proof. */
export async function withdrawByText(
  tx: Db,
  text: {
    readonly companyId: number;
    readonly inboundId: number;
    readonly phone: string;
    readonly contractorId: number | null;
    readonly at: Date;
    readonly by: Actor;
  },
): Promise<void> {
  const { companyId, inboundId, by, ...word } = text;
  const source = `inbound:${inboundId}`;
  const eventIds = await withdrawAllConsents(tx, { companyId, ...word, recordedBy: by, source });
  await recordAudit(tx, { companyId, actor: by, action: 'consent.withdrawn', subject: source, data: { eventIds } });
}

/**
 * What makes two calls the same. A gateway that gives no moment would make every later STOP of a number a repetition of its
 * first: then the day counts, for repetitions come within hours.
 */
function fingerprintOf(gatewayId: number, text: InboundText | null, raw: string, now: Date): Buffer {
  const day = now.toISOString().slice(0, 10);
  const marks =
    text === null
      ? [raw]
      : [text.sender, text.text, text.answers, text.sentAt === null ? day : String(text.sentAt.getTime())];
  return createHash('sha256')
    .update(JSON.stringify([gatewayId, ...marks]))
    .digest();
}
