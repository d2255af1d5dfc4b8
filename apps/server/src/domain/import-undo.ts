import type { ContractorFields } from './contractor.ts';
import type { ContactColumns } from './import-plan-contact.ts';
import type { UndoReasonCode } from './import-undo-reasons.ts';

/** One thing an import wrote, and what it is today. */
interface Written<T> {
  readonly id: number;
  /** Null: the import created it. */
  readonly before: T | null;
  readonly written: T;
  /** Null: it is gone. */
  readonly now: T | null;
}

export interface WrittenContractor extends Written<ContractorFields> {
  /** A message or a recipient of any campaign names it. */
  readonly inCampaign: boolean;
  readonly replied: boolean;
  /** It has contacts that this import did not create. */
  readonly hasOtherContacts: boolean;
}

export interface WrittenContact extends Written<ContactColumns> {
  /** Created: whether any campaign knows it. Changed: whether the number was sent to since. */
  readonly inCampaign: boolean;
  /** The ledger has an entry for its number that is newer than the import. */
  readonly consentSince: boolean;
}

export interface WrittenConsent {
  /** The entry of the ledger. */
  readonly id: number;
  readonly kind: 'given' | 'withdrawn';
  /** Whether the rest of the ledger alone says that the number may be sent to. */
  readonly activeWithout: boolean;
}

/** All that one row of the file wrote: a contractor, contacts of his, consents of their numbers. */
export interface WrittenRow {
  /** Null: only contacts or consents were written. */
  readonly contractor: WrittenContractor | null;
  readonly contacts: readonly WrittenContact[];
  readonly consents: readonly WrittenConsent[];
  /** A newer import that still holds has the same contractor. */
  readonly newerImport: boolean;
}

type Verdict<T> =
  | { readonly id: number; readonly kind: 'remove' }
  | { readonly id: number; readonly kind: 'restore'; readonly fields: T }
  | { readonly id: number; readonly kind: 'keep' }
  | { readonly id: number; readonly kind: 'nothing' };

export interface RowUndo {
  readonly contractor: Verdict<ContractorFields> | null;
  readonly contacts: readonly Verdict<ContactColumns>[];
  readonly consents: readonly { readonly id: number; readonly kind: 'annul' | 'keep' }[];
  /** Why something stays, each reason once. */
  readonly reasons: readonly UndoReasonCode[];
  /** Whether all of it goes back, some, or nothing. */
  readonly result: 'back' | 'partly' | 'kept';
}

type Judged<T> = { readonly verdict: Verdict<T>; readonly reasons: readonly UndoReasonCode[] };

/**
 * What becomes of a row when its import is undone. What the import created goes away unless somebody changed or used it since; a
 * card that stays keeps the contacts it came with. A value it changed goes back where it still is what the import wrote.
 * A consent it recorded is annulled, whatever becomes of the card: a right to send needs a source that was meant (PKE art. 398).
 * A withdrawal it recorded stays: undoing never opens a number (style rule 15).
 */
export function undoRow(row: WrittenRow): RowUndo {
  const own = row.contacts.map((contact) => judgeContact(contact, row.newerImport));
  const contractor = row.contractor && judgeContractor(row.contractor, row.newerImport, own);
  const staysWhole = row.contractor?.before === null && contractor?.verdict.kind === 'keep';
  const contacts = staysWhole ? own.map(keepWhatIs) : own;
  const consents = row.consents.map(({ id, kind }) => ({ id, kind: kind === 'given' ? 'annul' : 'keep' }) as const);
  const verdicts = [contractor, ...contacts].flatMap((judged) => judged?.verdict.kind ?? []);
  const kept = [...verdicts, ...consents.map(({ kind }) => kind)].filter((kind) => kind === 'keep').length;
  const reasons = [...(contractor?.reasons ?? []), ...own.flatMap((judged) => judged.reasons), ...consentReasons(row)];
  return {
    contractor: contractor?.verdict ?? null,
    contacts: contacts.map(({ verdict }) => verdict),
    consents,
    reasons: [...new Set(reasons)],
    result: reasons.some((code) => code !== 'already_gone')
      ? kept === verdicts.length + consents.length
        ? 'kept'
        : 'partly'
      : 'back',
  };
}

function judgeContractor(
  contractor: WrittenContractor,
  newerImport: boolean,
  contacts: readonly Judged<ContactColumns>[],
): Judged<ContractorFields> {
  const { id, before, written, now } = contractor;
  if (now === null) return { verdict: { id, kind: 'nothing' }, reasons: ['already_gone'] };
  if (before !== null) return newerImport ? keep(id, ['newer_import']) : restored(id, before, written, now);
  const reasons: UndoReasonCode[] = [
    ...(newerImport ? (['newer_import'] as const) : isSame(written, now) ? [] : (['changed_since'] as const)),
    ...(contractor.inCampaign ? (['in_campaign'] as const) : []),
    ...(contractor.replied ? (['replied'] as const) : []),
    ...(contractor.hasOtherContacts ? (['contact_added'] as const) : []),
  ];
  const holds = contacts.some(({ verdict }) => verdict.kind === 'keep');
  return reasons.length > 0 || holds ? keep(id, reasons) : { verdict: { id, kind: 'remove' }, reasons: [] };
}

function judgeContact(contact: WrittenContact, newerImport: boolean): Judged<ContactColumns> {
  const { id, before, written, now, inCampaign, consentSince } = contact;
  if (now === null) return { verdict: { id, kind: 'nothing' }, reasons: ['already_gone'] };
  if (newerImport) return keep(id, ['newer_import']);
  if (before !== null) return restoredContact(contact, before, now);
  const reasons: UndoReasonCode[] = [
    ...(isSame(written, now) ? [] : (['changed_since'] as const)),
    ...(inCampaign ? (['in_campaign'] as const) : []),
    ...(consentSince ? (['consent_since'] as const) : []),
  ];
  return reasons.length > 0 ? keep(id, reasons) : { verdict: { id, kind: 'remove' }, reasons };
}

/** Each value by itself; of the groups those go that the import added. */
function restored(
  id: number,
  before: ContractorFields,
  written: ContractorFields,
  now: ContractorFields,
): Judged<ContractorFields> {
  const isSimple = (key: string) => key !== 'groups';
  const added = written.groups.filter((group) => !before.groups.includes(group));
  const groups = now.groups.filter((group) => !added.includes(group));
  const fields = { ...mergeBack(before, written, now, isSimple), groups };
  return restore(id, fields, now, changedSince(before, written, now, isSimple));
}

const ofNumber = ['phone', 'phoneKind', 'phoneRaw', 'phoneFault'];

/** Each value by itself, the number as one: it stays once it was sent to or spoken of in the ledger. */
function restoredContact(
  { id, written, inCampaign, consentSince }: WrittenContact,
  before: ContactColumns,
  now: ContactColumns,
): Judged<ContactColumns> {
  const used: UndoReasonCode[] = [
    ...(inCampaign ? (['in_campaign'] as const) : []),
    ...(consentSince ? (['consent_since'] as const) : []),
  ];
  const reasons = before.phone === written.phone ? [] : used;
  const numberGoes = reasons.length === 0 && ofNumber.every((key) => at(written, key) === at(now, key));
  const fields = mergeBack(before, written, now, (key) => numberGoes || !ofNumber.includes(key));
  return restore(id, fields, now, [...changedSince(before, written, now, () => true), ...reasons]);
}

function restore<T extends object>(id: number, fields: T, now: T, reasons: readonly UndoReasonCode[]): Judged<T> {
  if (!isSame(fields, now)) return { verdict: { id, kind: 'restore', fields }, reasons };
  return reasons.length > 0 ? keep(id, reasons) : { verdict: { id, kind: 'nothing' }, reasons };
}

/** The values of today, with those of before where the import's own still stands and `may` lets it go. */
function mergeBack<T extends object>(before: T, written: T, now: T, may: (key: string) => boolean): T {
  const back = Object.entries(before).filter(
    ([key, value]) => may(key) && value !== at(written, key) && at(written, key) === at(now, key),
  );
  return { ...now, ...Object.fromEntries(back) };
}

/** Told when a value that the import changed is by now a third one. */
function changedSince<T extends object>(
  before: T,
  written: T,
  now: T,
  which: (key: string) => boolean,
): UndoReasonCode[] {
  const isThird = ([key, value]: [string, unknown]) =>
    which(key) && value !== at(written, key) && at(now, key) !== at(written, key) && at(now, key) !== value;
  return Object.entries(before).some(isThird) ? ['changed_since'] : [];
}

const at = (of: object, key: string): unknown => Reflect.get(of, key);

const isSame = (a: object, b: object): boolean =>
  Object.entries(a).every(([key, value]) => JSON.stringify(value) === JSON.stringify(at(b, key)));

const keep = <T>(id: number, reasons: readonly UndoReasonCode[]): Judged<T> => ({
  verdict: { id, kind: 'keep' },
  reasons,
});

const keepWhatIs = <T>({ verdict, reasons }: Judged<T>): Judged<T> =>
  verdict.kind === 'nothing' ? { verdict, reasons } : keep(verdict.id, reasons);

function consentReasons({ consents }: WrittenRow): UndoReasonCode[] {
  return [
    ...(consents.some(({ kind, activeWithout }) => kind === 'given' && activeWithout)
      ? (['consent_since'] as const)
      : []),
    ...(consents.some(({ kind }) => kind === 'withdrawn') ? (['withdrawal_stays'] as const) : []),
  ];
}
