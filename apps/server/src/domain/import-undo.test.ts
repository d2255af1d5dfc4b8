import { describe, expect, it } from 'vitest';
import type { ContractorFields } from './contractor.ts';
import type { ContactColumns } from './import-plan-contact.ts';
import { undoRow, type WrittenContact, type WrittenContractor, type WrittenRow } from './import-undo.ts';
import { addUndo, summariseUndo } from './import-undo-summary.ts';

const fields: ContractorFields = {
  code: 'K1',
  shortName: null,
  name: 'Żuk',
  nip: null,
  street: null,
  postalCode: null,
  city: 'Łódź',
  country: 'PL',
  groups: ['stali'],
};
const columns: ContactColumns = {
  name: null,
  role: null,
  phone: '+48501000001',
  phoneKind: 'mobile',
  phoneRaw: '501 000 001',
  phoneFault: null,
  email: null,
  isPrimary: true,
};
const contractor = (more: Partial<WrittenContractor> = {}): WrittenContractor => ({
  id: 1,
  before: null,
  written: fields,
  now: fields,
  inCampaign: false,
  replied: false,
  hasOtherContacts: false,
  ...more,
});
const contact = (more: Partial<WrittenContact> = {}): WrittenContact => ({
  id: 2,
  before: null,
  written: columns,
  now: columns,
  inCampaign: false,
  consentSince: false,
  ...more,
});
const row = (more: Partial<WrittenRow> = {}): WrittenRow => ({
  contractor: contractor(),
  contacts: [contact()],
  consents: [],
  newerImport: false,
  ...more,
});

describe('a card that the import created', () => {
  it('goes away with its contacts while nobody touched it', () => {
    expect(undoRow(row())).toMatchObject({
      contractor: { kind: 'remove' },
      contacts: [{ kind: 'remove' }],
      reasons: [],
      result: 'back',
    });
  });

  it.each<[string, WrittenRow, string]>([
    ['was changed', row({ contractor: contractor({ now: { ...fields, city: 'Kraków' } }) }), 'changed_since'],
    [
      'got another group',
      row({ contractor: contractor({ now: { ...fields, groups: ['stali', 'VIP'] } }) }),
      'changed_since',
    ],
    ['is in a campaign', row({ contractor: contractor({ inCampaign: true }) }), 'in_campaign'],
    ['has replied', row({ contractor: contractor({ replied: true }) }), 'replied'],
    ['got another contact', row({ contractor: contractor({ hasOtherContacts: true }) }), 'contact_added'],
    ['is in a newer import', row({ newerImport: true }), 'newer_import'],
    [
      'has a contact that was changed',
      row({ contacts: [contact({ now: { ...columns, name: 'Jan' } })] }),
      'changed_since',
    ],
    ['has a contact that is a recipient', row({ contacts: [contact({ inCampaign: true })] }), 'in_campaign'],
    [
      'has a number of which somebody spoke since',
      row({ contacts: [contact({ consentSince: true })] }),
      'consent_since',
    ],
  ])('stays whole when it %s', (_name, written, reason) => {
    expect(undoRow(written)).toMatchObject({
      contractor: { kind: 'keep' },
      contacts: [{ kind: 'keep' }],
      reasons: [reason],
      result: 'kept',
    });
  });

  it('is nothing to worry about when somebody deleted it', () => {
    const gone = row({ contractor: contractor({ now: null }), contacts: [contact({ now: null })] });
    expect(undoRow(gone)).toMatchObject({ contractor: { kind: 'nothing' }, reasons: ['already_gone'], result: 'back' });
  });
});

describe('a value that the import changed', () => {
  const before = { ...fields, city: 'Zgierz', street: 'Krótka 1', groups: ['dawni'] };
  const written = { ...fields, city: 'Łódź', street: 'Długa 2', groups: ['dawni', 'stali'] };
  const undo = (now: ContractorFields, newerImport = false) =>
    undoRow(row({ contractor: contractor({ before, written, now }), contacts: [], newerImport }));

  it('goes back to what it was', () => {
    expect(undo(written)).toMatchObject({
      contractor: { kind: 'restore', fields: before },
      reasons: [],
      result: 'back',
    });
  });

  it('stays where somebody has changed it since, and the others go back', () => {
    expect(undo({ ...written, city: 'Kraków' })).toMatchObject({
      contractor: { kind: 'restore', fields: { ...before, city: 'Kraków' } },
      reasons: ['changed_since'],
      result: 'partly',
    });
  });

  it('takes only its own groups along', () => {
    expect(undo({ ...written, groups: ['VIP', 'stali', 'dawni'] })).toMatchObject({
      contractor: { kind: 'restore', fields: { groups: ['VIP', 'dawni'] } },
      reasons: [],
    });
  });

  it('stays when a newer import has the contractor', () => {
    expect(undo(written, true)).toMatchObject({
      contractor: { kind: 'keep' },
      reasons: ['newer_import'],
      result: 'kept',
    });
  });

  it('is no matter where somebody put the old one back himself', () => {
    expect(undo(before)).toMatchObject({ contractor: { kind: 'nothing' }, reasons: [], result: 'back' });
  });
});

describe('a number that the import mended', () => {
  const broken = {
    ...columns,
    phone: null,
    phoneKind: null,
    phoneRaw: '5,01E+08',
    phoneFault: 'damaged_by_spreadsheet',
  };
  const undo = (more: Partial<WrittenContact>) =>
    undoRow(row({ contractor: null, contacts: [contact({ before: broken, ...more })] }));

  it('goes back as a whole', () => {
    expect(undo({})).toMatchObject({ contacts: [{ kind: 'restore', fields: broken }], result: 'back' });
  });

  it.each([
    [{ inCampaign: true }, 'in_campaign'],
    [{ consentSince: true }, 'consent_since'],
    [{ now: { ...columns, phone: '+48501000009' } }, 'changed_since'],
  ])('stays as a whole: %o', (more, reason) => {
    expect(undo(more)).toMatchObject({ contacts: [{ kind: 'keep' }], reasons: [reason], result: 'kept' });
  });
});

describe('a consent that the import recorded', () => {
  it('is annulled, even where its card stays', () => {
    const written = row({
      contractor: contractor({ inCampaign: true }),
      consents: [{ id: 3, kind: 'given', activeWithout: false }],
    });
    expect(undoRow(written)).toMatchObject({ consents: [{ id: 3, kind: 'annul' }], result: 'partly' });
  });

  it('is annulled where a person confirmed it since, and that is told', () => {
    const undone = undoRow(row({ consents: [{ id: 3, kind: 'given', activeWithout: true }] }));
    expect(undone).toMatchObject({ consents: [{ kind: 'annul' }], reasons: ['consent_since'] });
  });

  it('stays where it was a withdrawal', () => {
    const undone = undoRow(row({ consents: [{ id: 3, kind: 'withdrawn', activeWithout: true }] }));
    expect(undone).toMatchObject({ consents: [{ kind: 'keep' }], reasons: ['withdrawal_stays'], result: 'partly' });
  });
});

describe('the sum', () => {
  it('counts things and reasons, and adds up over stretches', () => {
    const one = summariseUndo([undoRow(row()), undoRow(row({ newerImport: true }))]);
    expect(one).toMatchObject({
      rows: { back: 1, partly: 0, kept: 1 },
      contractors: { removed: 1, restored: 0, kept: 1 },
      contacts: { removed: 1, restored: 0, kept: 1 },
      reasons: [{ code: 'newer_import', count: 1 }],
    });
    expect(addUndo(one, one)).toMatchObject({
      rows: { back: 2, kept: 2 },
      reasons: [{ code: 'newer_import', count: 2 }],
    });
  });
});
