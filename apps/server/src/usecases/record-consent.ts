import { recordAudit } from '../db/audit-events.ts';
import { addConsentEvent, type ConsentEventRow } from '../db/consent-events.ts';
import { findContact } from '../db/contacts.ts';
import { inTransaction } from '../db/database.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';

/** How far ahead a clock may be before a date counts as being in the future. */
const CLOCK_SLACK_MS = 5 * 60_000;

/**
 * Adds to the ledger that the holder of a number consented or withdrew (PKE art. 398 and 400). The newest event decides and
 * a withdrawal wins over a consent of the same moment; it takes effect at once, in every campaign not yet handed over.
 */
export async function recordConsent(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: {
    readonly companyId: number;
    readonly actor: Actor;
    readonly contactId: number;
    readonly event: 'given' | 'confirmed' | 'withdrawn';
    readonly effectiveAt: Date | null;
    readonly how: string;
    readonly source: string | null;
  },
): Promise<Outcome<ConsentEventRow>> {
  const now = deps.clock();
  const effectiveAt = input.effectiveAt ?? now;
  if (effectiveAt.getTime() > now.getTime() + CLOCK_SLACK_MS) return refuse('consent_in_the_future');
  return inTransaction(deps.db, async (tx): Promise<Outcome<ConsentEventRow>> => {
    const { companyId, contactId, event, how, source, actor } = input;
    const contact = await findContact(tx, companyId, contactId);
    if (!contact) return refuse('not_found');
    if (contact.phone === null) return refuse('contact_without_number');
    const { contractorId, phone } = contact;
    const row = await addConsentEvent(tx, {
      companyId,
      contractorId,
      contactId,
      phone,
      event,
      effectiveAt,
      recordedBy: actor,
      how,
      source,
    });
    await recordAudit(tx, {
      companyId,
      actor,
      action: `consent.${event}`,
      subject: `contact:${contactId}`,
      data: { eventId: row.id },
    });
    return done(row);
  });
}
