import { describe, expect, it } from 'vitest';
import type { ContactDraft, ContractorDraft } from './import-row.ts';
import { planRow, type KnownContractor } from './import-plan.ts';
import { refusalsOf, type ConsentsOf, type KnownConsent } from './import-plan-consent.ts';
import type { KnownContact } from './import-plan-contact.ts';

const contractor = (more: Partial<ContractorDraft> = {}): ContractorDraft => ({
  code: 'K1',
  shortName: null,
  name: 'Żuk sp. z o.o.',
  nip: null,
  nipValid: false,
  street: null,
  postalCode: null,
  city: 'Łódź',
  country: 'PL',
  groups: ['stali'],
  ...more,
});

const phone = '+48501000001' as NonNullable<ContactDraft['phone']>;
const contact = (more: Partial<ContactDraft> = {}): ContactDraft => ({
  name: null,
  role: null,
  phone,
  phoneKind: 'mobile',
  phoneRaw: '501 000 001',
  phoneFault: null,
  email: null,
  primary: true,
  smsConsent: null,
  consentAt: null,
  ...more,
});

const knownContact = (more: Partial<KnownContact> = {}): KnownContact => ({
  id: 7,
  name: null,
  role: null,
  phone,
  phoneKind: 'mobile',
  phoneRaw: '501 000 001',
  phoneFault: null,
  email: null,
  isPrimary: true,
  ...more,
});

const known = (
  contacts: readonly KnownContact[] = [knownContact()],
  fields: Partial<KnownContractor['fields']> = {},
): KnownContractor => {
  const { nipValid: _, ...draft } = contractor();
  return { fields: { ...draft, ...fields }, contacts };
};

const none: KnownConsent = { state: 'none', since: null };
const consents = (now: KnownConsent = none, refused?: string | null): ConsentsOf => ({
  known: () => now,
  refusedInFile: () => refused,
});

describe('a row laid beside the directory', () => {
  it('creates what is not known', () => {
    const plan = planRow({ contractor: contractor(), contacts: [contact()] }, null, consents());
    expect(plan).toMatchObject({
      outcome: 'create',
      contacts: [{ kind: 'create', contact: { phone, isPrimary: true } }],
      changes: [{ field: 'contact', before: null, after: phone }],
    });
  });

  it('changes nothing the second time', () => {
    expect(planRow({ contractor: contractor(), contacts: [contact()] }, known(), consents())).toMatchObject({
      outcome: 'same',
      changes: [],
    });
  });

  it('shows each changed field with what was there before', () => {
    const plan = planRow(
      { contractor: contractor({ city: 'Kraków', groups: ['nowi'] }), contacts: [contact()] },
      known(),
      consents(),
    );
    expect(plan.changes).toEqual([
      { field: 'city', before: 'Łódź', after: 'Kraków' },
      { field: 'groups', before: 'stali', after: 'stali, nowi' },
    ]);
  });

  it('erases nothing by an empty cell', () => {
    const plan = planRow(
      { contractor: contractor({ city: null, country: null, groups: [] }), contacts: [] },
      known(),
      consents(),
    );
    expect(plan).toMatchObject({ outcome: 'same', fields: { city: 'Łódź', country: 'PL', groups: ['stali'] } });
  });

  it('repairs a number that was faulty and keeps the person', () => {
    const broken = knownContact({
      phone: null,
      phoneKind: null,
      phoneRaw: '5,01E+08',
      phoneFault: 'damaged_by_spreadsheet',
      name: 'Jan Żuk',
    });
    const plan = planRow({ contractor: contractor(), contacts: [contact()] }, known([broken]), consents());
    expect(plan.contacts).toEqual([
      {
        kind: 'update',
        id: 7,
        before: 'Jan Żuk',
        contact: expect.objectContaining({ phone, phoneFault: null, name: 'Jan Żuk' }),
      },
    ]);
  });

  it('does not let a faulty cell take away the number that is there', () => {
    const draft = contact({ phone: null, phoneKind: null, phoneRaw: '50100', phoneFault: 'digit_missing' });
    const plan = planRow({ contractor: contractor(), contacts: [draft] }, known(), consents());
    expect(plan.contacts.filter(({ kind }) => kind === 'update')).toEqual([]);
  });

  it('adds another number as another contact, not as the primary one', () => {
    const other = '+48601000002' as NonNullable<ContactDraft['phone']>;
    const plan = planRow({ contractor: contractor(), contacts: [contact({ phone: other })] }, known(), consents());
    expect(plan.contacts).toEqual([
      { kind: 'create', contact: expect.objectContaining({ phone: other, isPrimary: false }) },
    ]);
  });
});

describe('consent in a row', () => {
  const consentOf = (draft: Partial<ContactDraft>, of: ConsentsOf) =>
    planRow({ contractor: contractor(), contacts: [contact(draft)] }, known(), of).consents;

  it.each<[string, Partial<ContactDraft>, KnownConsent, string | null]>([
    ['a yes opens a number nobody knows of', { smsConsent: 'given', consentAt: null }, none, 'given'],
    [
      'a yes changes nothing where consent is active',
      { smsConsent: 'given' },
      { state: 'active', since: '2026-01-01' },
      null,
    ],
    [
      'an undated yes does not reopen a withdrawal',
      { smsConsent: 'given' },
      { state: 'withdrawn', since: '2026-01-01' },
      'kept_withdrawn',
    ],
    [
      'an older yes does not reopen a withdrawal',
      { smsConsent: 'given', consentAt: '2025-12-31' },
      { state: 'withdrawn', since: '2026-01-01' },
      'kept_withdrawn',
    ],
    [
      'a yes of the same day does not reopen a withdrawal',
      { smsConsent: 'given', consentAt: '2026-01-01' },
      { state: 'withdrawn', since: '2026-01-01' },
      'kept_withdrawn',
    ],
    [
      'a newer dated yes does',
      { smsConsent: 'given', consentAt: '2026-01-02' },
      { state: 'withdrawn', since: '2026-01-01' },
      'given',
    ],
    [
      'a no takes an active consent away',
      { smsConsent: 'refused' },
      { state: 'active', since: '2026-01-01' },
      'withdrawn',
    ],
    [
      'a no older than the consent does not',
      { smsConsent: 'refused', consentAt: '2025-01-01' },
      { state: 'active', since: '2026-01-01' },
      null,
    ],
    ['a no where there is nothing changes nothing', { smsConsent: 'refused' }, none, null],
    ['no word is no consent', {}, none, null],
  ])('%s', (_name, draft, now, kind) => {
    expect(consentOf(draft, consents(now)).map((plan) => plan.kind)).toEqual(kind === null ? [] : [kind]);
  });

  it('does not open a number that another row of the same file refuses', () => {
    expect(consentOf({ smsConsent: 'given', consentAt: '2026-01-01' }, consents(none, null))).toMatchObject([
      { kind: 'kept_withdrawn' },
    ]);
    expect(consentOf({ smsConsent: 'given', consentAt: '2026-02-01' }, consents(none, '2026-01-01'))).toMatchObject([
      { kind: 'given' },
    ]);
  });

  it('takes of several refusals of a number the strongest', () => {
    const row = (consentAt: string | null) => ({ contacts: [contact({ smsConsent: 'refused', consentAt })] });
    expect(refusalsOf([row('2026-01-01'), row('2026-03-01')]).get(phone)).toBe('2026-03-01');
    expect(refusalsOf([row('2026-01-01'), row(null)]).get(phone)).toBeNull();
  });
});
