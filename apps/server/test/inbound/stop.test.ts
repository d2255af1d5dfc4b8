import { afterEach, describe, expect, it } from 'vitest';
import { findConsentDrift } from '../../src/db/doctor.ts';
import { phoneOf } from '../support/firm.ts';
import { createInbox, from, OK, type Inbox } from './support.ts';

let inbox: Inbox;
afterEach(() => inbox.close());

const given = 'given/paper/test';
const withdrawn = 'withdrawn/sms/system:inbound';

describe('a STOP', () => {
  it('takes back the consent of its number, with the text as the proof, and of no other', async () => {
    inbox = await createInbox(2);
    expect(await inbox.tell(from(phoneOf(1), 'STOP'))).toBe(OK);
    expect(await inbox.kept()).toEqual(['withdrawn/system:inbound/STOP']);
    expect(await inbox.ledger(phoneOf(1))).toEqual([given, withdrawn]);
    expect([await inbox.consent(phoneOf(1)), await inbox.consent(phoneOf(2))]).toEqual([false, true]);
    const event = await inbox.db
      .selectFrom('consentEvent')
      .select(['source', 'contactId', 'contractorId'])
      .where('event', '=', 'withdrawn')
      .executeTakeFirstOrThrow();
    const { contactIds } = inbox.test.rig.firm;
    expect(event).toMatchObject({ source: 'inbound:1', contactId: contactIds[0] });
    expect(event.contractorId).not.toBeNull();
    const audits = await inbox.db.selectFrom('auditEvent').select(['action', 'actor', 'subject']).execute();
    expect(audits).toContainEqual({ action: 'consent.withdrawn', actor: 'system:inbound', subject: 'inbound:1' });
    expect(await findConsentDrift(inbox.db)).toEqual([]);
  });

  it('told twice, one after another or at the same moment, is kept once and answered OK each time', async () => {
    inbox = await createInbox(1);
    const call = from(phoneOf(1), 'STOP');
    expect(await inbox.tell(call)).toBe(OK);
    expect(await Promise.all(Array.from({ length: 10 }, () => inbox.tell(call)))).toEqual(Array(10).fill(OK));
    const other = from(phoneOf(1), 'stop', { sms_date: '1790000001' });
    expect(await Promise.all(Array.from({ length: 10 }, () => inbox.tell(other)))).toEqual(Array(10).fill(OK));
    expect(await inbox.kept()).toHaveLength(2);
    expect(await inbox.ledger(phoneOf(1))).toEqual([given, withdrawn, withdrawn]);
  });

  it('holds for every contractor that has the number', async () => {
    inbox = await createInbox(3);
    await inbox.db
      .updateTable('contact')
      .set({ phone: phoneOf(1) })
      .execute();
    await inbox.tell(from(phoneOf(1), 'Wypisz mnie'));
    const { items } = await inbox.test.api.listContractors({
      params: { companyId: String(inbox.companyId) },
      query: {},
    });
    expect(items.flatMap(({ contacts }) => contacts.map(({ consent }) => consent))).toEqual(Array(3).fill('withdrawn'));
  });

  it('does not put the number on the suppression list: a newer consent of the same person counts', async () => {
    inbox = await createInbox(1);
    await inbox.tell(from(phoneOf(1), 'STOP'));
    expect(await inbox.db.selectFrom('suppression').selectAll().execute()).toEqual([]);
    const params = { companyId: String(inbox.companyId), contactId: String(inbox.test.rig.firm.contactIds[0]) };
    await inbox.test.api.recordConsent({ params, body: { event: 'given', how: 'paper' } });
    expect(await inbox.consent(phoneOf(1))).toBe(true);
  });

  it('is the newest word whatever the clocks say', async () => {
    inbox = await createInbox(1);
    await inbox.db
      .insertInto('consentEvent')
      .values({
        companyId: inbox.companyId,
        contractorId: null,
        contactId: null,
        phone: phoneOf(1),
        event: 'given',
        effectiveAt: '2031-01-01T00:00:00Z',
        recordedBy: 'test',
        how: 'paper',
        source: null,
      })
      .execute();
    await inbox.tell(from(phoneOf(1), 'STOP', { sms_date: '1' }));
    expect(await inbox.consent(phoneOf(1))).toBe(false);
  });

  it('takes back every purpose there is', async () => {
    inbox = await createInbox(1);
    await inbox.db
      .insertInto('consentEvent')
      .values({
        companyId: inbox.companyId,
        contractorId: null,
        contactId: null,
        phone: phoneOf(1),
        purpose: 'organisational',
        event: 'given',
        effectiveAt: '2026-01-01T00:00:00Z',
        recordedBy: 'test',
        how: 'paper',
        source: null,
      })
      .execute();
    await inbox.tell(from(phoneOf(1), 'STOP'));
    const active = await inbox.db.selectFrom('consent').select(['purpose', 'active']).orderBy('purpose').execute();
    expect(active).toEqual([
      { purpose: 'marketing', active: false },
      { purpose: 'organisational', active: false },
    ]);
  });

  it('of a number nobody knows is kept, and a later import with an older consent does not revive it', async () => {
    inbox = await createInbox(1);
    await inbox.tell(from('+48600700800', 'STOP'));
    expect(await inbox.ledger('+48600700800')).toEqual([withdrawn]);
    const params = { companyId: String(inbox.companyId) };
    const file = new Blob(['Kod;Nazwa;Telefon;Zgoda SMS;Data zgody\nX1;Nowy;600 700 800;tak;2026-01-15\n']);
    const { id } = await inbox.test.api.checkImport({ params, body: {}, file, fileName: 'p.csv' });
    await inbox.test.api.applyImport({ params: { ...params, importId: id } });
    const { items } = await inbox.test.api.listContractors({ params, query: { q: 'Nowy' } });
    expect(items[0]?.contacts).toMatchObject([{ phone: '+48600700800', consent: 'withdrawn' }]);
  });

  it('without a moment is another one on another day', async () => {
    inbox = await createInbox(1);
    const { sms_date: _, ...undated } = from(phoneOf(1), 'STOP');
    inbox.test.rig.setNow(new Date('2026-11-22T10:00:00Z'));
    await inbox.tell(undated);
    await inbox.tell(undated);
    inbox.test.rig.setNow(new Date('2027-03-01T10:00:00Z'));
    await inbox.tell(undated);
    expect(await inbox.kept()).toHaveLength(2);
    expect(await inbox.ledger(phoneOf(1))).toEqual([given, withdrawn, withdrawn]);
  });
});

describe('any other text', () => {
  it('waits for a person and changes no consent', async () => {
    inbox = await createInbox(1);
    await inbox.tell(from(phoneOf(1), 'nie dzwońcie po 18'));
    expect(await inbox.kept()).toEqual(['to_read/-/nie dzwońcie po 18']);
    expect(await inbox.ledger(phoneOf(1))).toEqual([given]);
  });

  it('of a sender that is no number waits too, even a STOP: nobody knows whose consent is meant', async () => {
    inbox = await createInbox(1);
    await inbox.tell(from('+INFO', 'STOP'));
    expect(await inbox.kept()).toEqual(['to_read/-/STOP']);
  });
});
