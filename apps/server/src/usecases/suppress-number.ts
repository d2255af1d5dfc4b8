import { phoneFaults } from '@goniec/phone';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { addSuppression, removeSuppression, type SuppressionRow } from '../db/suppressions.ts';
import { readContactNumber } from '../domain/contact-number.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';

interface By {
  readonly companyId: number;
  readonly actor: Actor;
}

const ONE_NUMBER = { pl: 'Podaj jeden numer telefonu.', en: 'Give one phone number.' };

/** Never again to this number, whoever has it. */
export async function suppressNumber(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly phone: string; readonly reason: string },
): Promise<Outcome<SuppressionRow>> {
  const number = readContactNumber(input.phone);
  if (number.kind !== 'number') {
    const { pl, en } =
      number.kind === 'fault' && number.code !== 'several_numbers' ? phoneFaults[number.code] : ONE_NUMBER;
    return refuse('phone_unusable', { errors: [{ pointer: '/body/phone', detail: pl, sentence: { pl, en } }] });
  }
  const { companyId, actor, reason } = input;
  return inTransaction(deps.db, async (tx) => {
    const row = await addSuppression(tx, { companyId, phone: number.phone, reason, source: actor });
    await recordAudit(tx, { companyId, actor, action: 'suppression.add', subject: `suppression:${row.id}` });
    return done(row);
  });
}

export async function allowNumber(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly suppressionId: number },
): Promise<Outcome<void>> {
  const { companyId, actor, suppressionId } = input;
  return inTransaction(deps.db, async (tx) => {
    if (!(await removeSuppression(tx, companyId, suppressionId))) return refuse('not_found');
    await recordAudit(tx, { companyId, actor, action: 'suppression.remove', subject: `suppression:${suppressionId}` });
    return done(undefined);
  });
}
