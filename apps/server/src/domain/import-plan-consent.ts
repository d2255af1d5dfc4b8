import type { ContactDraft } from './import-row.ts';

/** What is known of the right to send to a number, with the Warsaw date since when; null for an unknown date. */
export interface KnownConsent {
  readonly state: 'active' | 'withdrawn' | 'none';
  readonly since: string | null;
}

/** Beside the directory, what this very file refuses: a number refused anywhere in it is not opened by another row. */
export interface ConsentsOf {
  known(phone: string): KnownConsent;
  /** Undefined: nowhere refused. Null: refused without a date. */
  refusedInFile(phone: string): string | null | undefined;
}

export interface ConsentPlan {
  readonly kind: 'given' | 'withdrawn' | 'kept_withdrawn';
  readonly phone: string;
  /** ISO date, Europe/Warsaw; null when the file names none. */
  readonly at: string | null;
}

/**
 * An imported "yes" is an event of the ledger with its date; without a date it never outlives a withdrawal. A withdrawal is
 * reopened only by a newer dated consent; a "no" in the file takes an active consent away (domain-facts 3.2).
 */
export function planConsents(contacts: readonly ContactDraft[], consentsOf: ConsentsOf): ConsentPlan[] {
  return contacts.flatMap(({ phone, smsConsent, consentAt }): ConsentPlan[] => {
    if (phone === null || smsConsent === null) return [];
    const known = consentsOf.known(phone);
    if (smsConsent === 'refused')
      return known.state === 'active' && !isOlder(consentAt, known.since)
        ? [{ kind: 'withdrawn', phone, at: consentAt }]
        : [];
    const refused = consentsOf.refusedInFile(phone);
    if (refused !== undefined && !isNewer(consentAt, refused))
      return [{ kind: 'kept_withdrawn', phone, at: consentAt }];
    if (known.state === 'active') return [];
    if (known.state === 'withdrawn' && !isNewer(consentAt, known.since))
      return [{ kind: 'kept_withdrawn', phone, at: consentAt }];
    return [{ kind: 'given', phone, at: consentAt }];
  });
}

/** The refusals of a file by number; of several the newest, and one without a date above all. */
export function refusalsOf(
  rows: readonly { readonly contacts: readonly ContactDraft[] }[],
): ReadonlyMap<string, string | null> {
  const refusals = new Map<string, string | null>();
  for (const { phone, smsConsent, consentAt } of rows.flatMap(({ contacts }) => contacts)) {
    if (phone === null || smsConsent !== 'refused') continue;
    const before = refusals.get(phone);
    refusals.set(
      phone,
      before === undefined
        ? consentAt
        : before === null || consentAt === null
          ? null
          : before > consentAt
            ? before
            : consentAt,
    );
  }
  return refusals;
}

/** Certainly newer: both dates are known. */
const isNewer = (date: string | null, than: string | null): boolean => date !== null && than !== null && date > than;
/** Certainly older: both dates are known. */
const isOlder = (date: string | null, than: string | null): boolean => date !== null && than !== null && date < than;
