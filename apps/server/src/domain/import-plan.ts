import type { ContractorFields } from './contractor.ts';
import { planConsents, type ConsentPlan, type ConsentsOf } from './import-plan-consent.ts';
import { planContacts, type ContactPlan, type KnownContact } from './import-plan-contact.ts';
import type { ContactDraft, ContractorDraft } from './import-row.ts';

/** A row of the file that can be taken. */
export interface DraftRow {
  readonly contractor: ContractorDraft;
  readonly contacts: readonly ContactDraft[];
}

/** What the directory holds already of the contractor a row is about. */
export interface KnownContractor {
  readonly fields: ContractorFields;
  readonly contacts: readonly KnownContact[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a row would change: the dry run shows it, applying does it. */
export interface RowPlan {
  readonly outcome: 'create' | 'update' | 'same';
  readonly fields: ContractorFields;
  readonly contacts: readonly ContactPlan[];
  readonly consents: readonly ConsentPlan[];
  readonly changes: readonly FieldChange[];
}

const names = ['code', 'shortName', 'name', 'nip', 'street', 'postalCode', 'city', 'country'] as const;

/**
 * Lays a row beside what is known. An import adds and corrects, it never weakens: an empty cell erases nothing, a group is
 * never taken away, a withdrawn consent is not reopened.
 */
export function planRow(row: DraftRow, known: KnownContractor | null, consentsOf: ConsentsOf): RowPlan {
  const fields = mergeFields(row.contractor, known?.fields ?? null);
  const contacts = planContacts(row.contacts, known?.contacts ?? []);
  const consents = planConsents(row.contacts, consentsOf);
  const changes = [
    ...fieldChanges(known?.fields ?? null, fields),
    ...contacts.flatMap(contactChanges),
    ...consents.flatMap(consentChanges),
  ];
  return {
    outcome: known === null ? 'create' : changes.length > 0 ? 'update' : 'same',
    fields,
    contacts,
    consents,
    changes,
  };
}

function mergeFields(draft: ContractorDraft, known: ContractorFields | null): ContractorFields {
  const { nipValid: _, ...fields } = draft;
  if (known === null) return fields;
  const groups = [...new Set([...known.groups, ...draft.groups])];
  const kept = Object.fromEntries(names.map((name) => [name, fields[name] ?? known[name]]));
  return { ...known, ...kept, groups };
}

function fieldChanges(before: ContractorFields | null, after: ContractorFields): FieldChange[] {
  if (before === null) return [];
  const simple = names
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ field: name, before: before[name], after: after[name] }));
  const added = after.groups.filter((group) => !before.groups.includes(group));
  return added.length === 0
    ? simple
    : [...simple, { field: 'groups', before: before.groups.join(', ') || null, after: after.groups.join(', ') }];
}

function contactChanges(plan: ContactPlan): FieldChange[] {
  if (plan.kind === 'same') return [];
  const shown = plan.contact.phone ?? plan.contact.name ?? plan.contact.email ?? plan.contact.phoneRaw;
  return [{ field: 'contact', before: plan.kind === 'create' ? null : plan.before, after: shown }];
}

function consentChanges(plan: ConsentPlan): FieldChange[] {
  if (plan.kind === 'kept_withdrawn') return [];
  return [
    {
      field: 'consent',
      before: plan.kind === 'given' ? null : 'active',
      after: plan.kind === 'given' ? 'active' : 'withdrawn',
    },
  ];
}
