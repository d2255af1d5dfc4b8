import { z } from 'zod';
import { MOST_NAMED } from './limits.ts';
import { operations } from './operation.ts';
import { CompanyParams, countedPage, Id, ListQuery, Nothing, page, PageQuery, Phone, Reason, Time } from './scalars.ts';

const text = (max: number) => z.string().trim().max(max).nullish();

/** Which contractors: the same filter lists them, picks them and exports them. */
export const ContractorFilter = z
  .object({
    q: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'Name, NIP, code or place; name or number of a contact' }),
    group: z.string().max(100).optional(),
    consent: z.enum(['active', 'withdrawn', 'none']).optional(),
    number: z.enum(['mobile', 'landline', 'faulty', 'none']).optional(),
  })
  .meta({ id: 'ContractorFilter' });
export type ContractorFilter = z.output<typeof ContractorFilter>;

const ContractorOrder = z.object({
  sort: z.enum(['name', 'code', 'nip', 'city']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});

export const ConsentState = z.enum(['active', 'withdrawn', 'none']);

export const Contact = z
  .object({
    id: Id,
    contractorId: Id,
    name: z.string().nullable(),
    role: z.string().nullable(),
    phone: Phone.nullable(),
    phoneKind: z.enum(['mobile', 'landline', 'other']).nullable(),
    phoneRaw: z.string().nullable().meta({ description: 'As it was typed or imported' }),
    phoneFault: Reason.nullable(),
    email: z.string().nullable(),
    isPrimary: z.boolean(),
    consent: ConsentState,
    suppressed: z.boolean(),
  })
  .meta({ id: 'Contact' });

export const ContactInput = z
  .object({ name: text(200), role: text(100), phone: text(100), email: text(254), isPrimary: z.boolean().optional() })
  .meta({ id: 'ContactInput' });

export const Contractor = z
  .object({
    id: Id,
    code: z.string().nullable(),
    shortName: z.string().nullable(),
    name: z.string(),
    nip: z.string().nullable(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    groups: z.array(z.string()),
    contacts: z.array(Contact),
    updatedAt: Time,
  })
  .meta({ id: 'Contractor' });

export const ContractorInput = z
  .object({
    code: text(50),
    shortName: text(200),
    name: z.string().trim().min(1).max(500),
    nip: text(20),
    street: text(200),
    postalCode: text(20),
    city: text(100),
    country: text(2),
    groups: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
  })
  .meta({ id: 'ContractorInput' });

export const ConsentEvent = z
  .object({
    id: Id,
    phone: Phone,
    purpose: z.string(),
    event: z
      .enum(['given', 'confirmed', 'imported', 'withdrawn', 'expired', 'annulled'])
      .meta({ description: '`annulled`: an earlier entry was recorded by mistake and counts no more' }),
    effectiveAt: Time.nullable().meta({ description: 'Null: the date is not known' }),
    recordedAt: Time,
    recordedBy: z.string(),
    recordedByName: z.string().nullable().meta({ description: 'Who that is, of people and of keys that have a name' }),
    how: z.string(),
    source: z.string().nullable(),
  })
  .meta({ id: 'ConsentEvent' });

export const Suppression = z
  .object({ id: Id, phone: Phone, reason: z.string(), source: z.string(), createdAt: Time })
  .meta({ id: 'Suppression' });

const base = '/companies/{companyId}';
const ContractorParams = z.object({ companyId: Id, contractorId: Id });
const ContactParams = z.object({ companyId: Id, contactId: Id });

export const directory = operations({
  listContractors: {
    method: 'GET',
    path: `${base}/contractors`,
    tag: 'directory',
    summary: 'List contractors by name',
    description: '`total` counts all that match. Pages by `offset` and in another order than by name have no cursors.',
    params: CompanyParams,
    query: ListQuery.extend(ContractorFilter.shape).extend(ContractorOrder.shape),
    response: countedPage(Contractor, 'ContractorPage'),
  },
  listContractorIds: {
    method: 'GET',
    path: `${base}/contractor-ids`,
    tag: 'directory',
    summary: 'Ids of the contractors between two rows of the list',
    description: 'For marking a stretch of a long list without reading it.',
    params: CompanyParams,
    query: z
      .object({
        offset: z.coerce.number<number | string>().int().min(0).max(10_000_000).default(0),
        limit: z.coerce.number<number | string>().int().min(1).max(MOST_NAMED).default(MOST_NAMED),
      })
      .extend(ContractorFilter.shape)
      .extend(ContractorOrder.shape),
    response: z.object({ items: z.array(Id), total: z.int() }).meta({ id: 'ContractorIds' }),
  },
  createContractor: {
    method: 'POST',
    path: `${base}/contractors`,
    tag: 'directory',
    summary: 'Add a contractor',
    params: CompanyParams,
    body: ContractorInput.extend({ contacts: z.array(ContactInput).max(50).optional() }).meta({ id: 'NewContractor' }),
    response: Contractor,
    status: 201,
  },
  getContractor: {
    method: 'GET',
    path: `${base}/contractors/{contractorId}`,
    tag: 'directory',
    summary: 'Get a contractor',
    params: ContractorParams,
    response: Contractor,
  },
  updateContractor: {
    method: 'PATCH',
    path: `${base}/contractors/{contractorId}`,
    tag: 'directory',
    summary: 'Change a contractor',
    params: ContractorParams,
    body: ContractorInput.partial().meta({ id: 'ContractorChange' }),
    response: Contractor,
  },
  deleteContractor: {
    method: 'DELETE',
    path: `${base}/contractors/{contractorId}`,
    tag: 'directory',
    summary: 'Delete a contractor',
    params: ContractorParams,
    response: Nothing,
    status: 204,
  },
  checkPhone: {
    method: 'POST',
    path: '/check-phone',
    tag: 'directory',
    summary: 'Read a typed number as it would be stored',
    body: z.object({ phone: z.string().max(100) }).meta({ id: 'TypedPhone' }),
    response: z
      .object({
        phone: Phone.nullable(),
        kind: z.enum(['mobile', 'landline', 'other']).nullable(),
        fault: Reason.nullable().meta({ description: 'Why it cannot be stored' }),
        notice: Reason.nullable().meta({ description: 'It can be stored, and yet no SMS can be sent to it' }),
      })
      .meta({ id: 'CheckedPhone' }),
  },
  checkNip: {
    method: 'POST',
    path: '/check-nip',
    tag: 'directory',
    summary: 'Look at a typed tax number of a contractor',
    description: 'A faulty one can be saved all the same: programs that people import from are full of them.',
    body: z.object({ nip: z.string().max(100) }).meta({ id: 'TypedNip' }),
    response: z
      .object({ fault: Reason.nullable().meta({ description: 'What a person should look at again' }) })
      .meta({ id: 'CheckedNip' }),
  },
  listGroups: {
    method: 'GET',
    path: `${base}/groups`,
    tag: 'directory',
    summary: 'Groups in use, with their sizes',
    params: CompanyParams,
    response: z
      .object({ items: z.array(z.object({ name: z.string(), contractors: z.int() })) })
      .meta({ id: 'GroupList' }),
  },
  createContact: {
    method: 'POST',
    path: `${base}/contractors/{contractorId}/contacts`,
    tag: 'directory',
    summary: 'Add a contact',
    params: ContractorParams,
    body: ContactInput,
    response: Contact,
    status: 201,
  },
  updateContact: {
    method: 'PATCH',
    path: `${base}/contacts/{contactId}`,
    tag: 'directory',
    summary: 'Change a contact',
    params: ContactParams,
    body: ContactInput,
    response: Contact,
  },
  deleteContact: {
    method: 'DELETE',
    path: `${base}/contacts/{contactId}`,
    tag: 'directory',
    summary: 'Delete a contact',
    params: ContactParams,
    response: Nothing,
    status: 204,
  },
  listConsentEvents: {
    method: 'GET',
    path: `${base}/contacts/{contactId}/consent-events`,
    tag: 'directory',
    summary: 'The ledger of consents of the number of a contact',
    params: ContactParams,
    response: z.object({ items: z.array(ConsentEvent) }).meta({ id: 'ConsentEventList' }),
  },
  recordConsent: {
    method: 'POST',
    path: `${base}/contacts/{contactId}/consent-events`,
    tag: 'directory',
    summary: 'Record that consent was given or withdrawn',
    description: 'PKE art. 398 and 400: `how` says in which way; a withdrawal needs no reason and works at once.',
    params: ContactParams,
    body: z
      .object({
        event: z.enum(['given', 'confirmed', 'withdrawn']),
        effectiveAt: Time.optional().meta({ description: 'When the person spoke; now unless told' }),
        how: z.enum(['paper', 'web_form', 'phone_call', 'email', 'contract', 'in_person', 'sms', 'panel']),
        source: z.string().trim().max(500).nullish(),
      })
      .meta({ id: 'NewConsentEvent' }),
    response: ConsentEvent,
    status: 201,
  },
  listSuppressions: {
    method: 'GET',
    path: `${base}/suppressions`,
    tag: 'directory',
    summary: 'Numbers that are never sent to',
    params: CompanyParams,
    query: PageQuery.extend({ phone: Phone.optional().meta({ description: 'This number alone' }) }),
    response: page(Suppression, 'SuppressionPage'),
  },
  addSuppression: {
    method: 'POST',
    path: `${base}/suppressions`,
    tag: 'directory',
    summary: 'Never send to a number',
    params: CompanyParams,
    body: z
      .object({ phone: z.string().trim().min(3).max(40), reason: z.string().trim().min(1).max(200) })
      .meta({ id: 'NewSuppression' }),
    response: Suppression,
    status: 201,
  },
  removeSuppression: {
    method: 'DELETE',
    path: `${base}/suppressions/{suppressionId}`,
    tag: 'directory',
    summary: 'Allow a number again',
    params: z.object({ companyId: Id, suppressionId: Id }),
    response: Nothing,
    status: 204,
  },
});
