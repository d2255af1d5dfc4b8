import type { ContactDraft } from './import-row.ts';

export interface KnownContact {
  readonly id: number;
  readonly name: string | null;
  readonly role: string | null;
  readonly phone: string | null;
  readonly phoneKind: 'mobile' | 'landline' | 'other' | null;
  readonly phoneRaw: string | null;
  readonly phoneFault: string | null;
  readonly email: string | null;
  readonly isPrimary: boolean;
}

/** What is written of a contact. */
export type ContactColumns = Omit<KnownContact, 'id'>;

export type ContactPlan =
  | { readonly kind: 'create'; readonly contact: ContactColumns }
  | { readonly kind: 'update'; readonly id: number; readonly before: string | null; readonly contact: ContactColumns }
  | { readonly kind: 'same' };

/** Finds for each contact of a row the one it is, and what would change. A contractor keeps the primary contact it has. */
export function planContacts(drafts: readonly ContactDraft[], known: readonly KnownContact[]): ContactPlan[] {
  const free = new Map(known.map((contact) => [contact.id, contact]));
  const hasPrimary = known.some(({ isPrimary }) => isPrimary);
  return drafts.map((draft) => {
    const match = findKnown(draft, [...free.values()]);
    if (!match) return { kind: 'create', contact: columnsOf(draft, draft.primary && !hasPrimary) };
    free.delete(match.id);
    const merged = merge(match, draft);
    const isSame = Object.entries(merged).every(([key, value]) =>
      Object.entries(match).some(([other, held]) => other === key && held === value),
    );
    return isSame
      ? { kind: 'same' }
      : { kind: 'update', id: match.id, before: match.phone ?? match.name, contact: merged };
  });
}

/** The same number; else, for a contact whose number was missing or faulty, the same text, person or place in the card. */
function findKnown(draft: ContactDraft, known: readonly KnownContact[]): KnownContact | undefined {
  const byNumber = draft.phone === null ? undefined : known.find(({ phone }) => phone === draft.phone);
  if (byNumber) return byNumber;
  const numberless = known.filter(({ phone }) => phone === null);
  return (
    numberless.find(
      (contact) => draft.phone === null && draft.phoneRaw !== '' && contact.phoneRaw === draft.phoneRaw,
    ) ??
    numberless.find((contact) => sharesPerson(contact, draft)) ??
    numberless.find((contact) => contact.isPrimary && draft.primary)
  );
}

const sharesPerson = (contact: KnownContact, draft: ContactDraft): boolean =>
  (draft.name !== null && contact.name === draft.name) || (draft.email !== null && contact.email === draft.email);

/** What the row says wins over what is held, except that nothing is never something to write. */
function merge(known: KnownContact, draft: ContactDraft): ContactColumns {
  const { id: _, ...held } = known;
  const said = columnsOf(draft, held.isPrimary);
  const number = said.phone === null ? (held.phone === null && said.phoneRaw !== null ? said : held) : said;
  const { phone, phoneKind, phoneRaw, phoneFault } = number;
  return {
    name: said.name ?? held.name,
    role: said.role ?? held.role,
    email: said.email ?? held.email,
    isPrimary: held.isPrimary,
    phone,
    phoneKind,
    phoneRaw,
    phoneFault,
  };
}

function columnsOf(draft: ContactDraft, isPrimary: boolean): ContactColumns {
  const { name, role, phone, phoneKind, phoneFault, email } = draft;
  return {
    name,
    role,
    phone,
    phoneKind,
    phoneRaw: draft.phoneRaw === '' ? null : draft.phoneRaw,
    phoneFault,
    email,
    isPrimary,
  };
}
