import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phoneOf, withdrawConsent } from '../support/firm.ts';
import { everything, received, sends, sendToAll, setUpCompany, until } from '../restore/support.ts';
import { createFirmWithWorkers, type Firm } from './support.ts';

// Windows has no signal that stops a process for a while.
const canFreeze = process.platform !== 'win32';

let firm: Firm;
let companyId: string;
const numberOf = (n: number): string => phoneOf(n * 100 + 50);

async function openFirm(contacts: number, gateway: { readonly timeoutMs: number; readonly concurrency: number }) {
  firm = await createFirmWithWorkers();
  companyId = await setUpCompany(firm.api, firm.emulator, { contacts });
  await firm.app.deps.db
    .updateTable('gateway')
    .set({ ...gateway, requestsPerSecond: 100, batchSize: 100 })
    .execute();
}
afterEach(() => firm.close());

const batch = () => firm.app.deps.db.selectFrom('batch').selectAll().executeTakeFirstOrThrow();
const inState = (state: string) => async () => (await batch()).state === state;
const states = async () => {
  const rows = await firm.app.deps.db.selectFrom('messageLog').select(['handover']).orderBy('id').execute();
  return rows.map(({ handover }) => handover);
};
/** The end of every lease, as if its time had passed. */
const endLeases = () => sql`update batch set lease_until = now()`.execute(firm.app.deps.db);
const everyRow = async () => {
  const { rows } = await sql`select to_jsonb(m) as message from message m order by id`.execute(firm.app.deps.db);
  return rows;
};

describe.skipIf(!canFreeze)('a worker that is frozen during its request, for longer than its lease', () => {
  beforeEach(() => openFirm(3, { timeoutMs: 6_000, concurrency: 3 }));

  it('finds when it wakes that another has settled its batch, and can neither record nor send', async () => {
    const { emulator } = firm;
    emulator.faults.add({ reply: { kind: 'hang' }, accepted: true, next: 1 });
    const first = await firm.startWorker();
    await sendToAll(firm.api, companyId, 'Raz');
    await until('the gateway has taken them', () => received(emulator, 3, 'Raz').every((count) => count === 1));
    first.freeze();

    const second = await firm.startWorker();
    await until('the second has settled the batch', inState('recorded'));
    // Its log comes by a pipe, after the database.
    await until('it tells so', () => second.count('batch.recorded', { result: 'already_taken' }) === 1);
    expect(second.count('batch.worker_lost')).toBe(1);
    const before = [await everyRow(), await batch(), sends(emulator)];

    first.thaw();
    await until('the first has found out', () => first.count('batch.lease_lost') > 0);
    expect([await everyRow(), await batch(), sends(emulator)]).toEqual(before);
    expect(received(emulator, 3, 'Raz')).toEqual(everything(3));
    expect(await states()).toEqual(['accepted', 'accepted', 'accepted']);

    await second.kill();
    await sendToAll(firm.api, companyId, 'Dwa');
    await until('the first works on', () => received(emulator, 3, 'Dwa').every((count) => count === 1));
  });
});

describe.skipIf(!canFreeze)('a worker that is frozen between its claim and its call, for longer than its lease', () => {
  beforeEach(() => openFirm(1, { timeoutMs: 20_000, concurrency: 3 }));

  it('does not send to somebody who has withdrawn meanwhile, although it is the only one who still wanted to', async () => {
    await sendToAll(firm.api, companyId, 'Stara zgoda');
    const letGo = await firm.holdBeforeCall();
    const first = await firm.startWorker();
    await until('the first has claimed', inState('submitting'));
    first.freeze();
    await letGo();
    await withdrawConsent(firm.app.deps.db, Number(companyId), numberOf(1));
    await endLeases();

    const second = await firm.startWorker();
    await until('the second has taken over', () => second.count('batch.recorded', { result: 'uncertain' }) > 0);
    first.thaw();
    await until('the first has found out', () => first.count('batch.lease_lost', { result: 'too_late' }) > 0);
    expect(sends(firm.emulator)).toBe(0);
    // in between somebody may just be looking at it again
    await expect.poll(states).toEqual(['uncertain']);
  });

  it('leaves the sending to the one who took over', async () => {
    await sendToAll(firm.api, companyId, 'Raz');
    const letGo = await firm.holdBeforeCall();
    const first = await firm.startWorker();
    await until('the first has claimed', inState('submitting'));
    first.freeze();
    await letGo();
    await endLeases();
    const second = await firm.startWorker();
    await until('the second has sent', inState('recorded'));
    await until('it tells so', () => second.count('batch.recorded', { result: 'answered' }) === 1);
    first.thaw();
    await until('the first has found out', () => first.count('batch.lease_lost', { result: 'too_late' }) > 0);
    expect(sends(firm.emulator)).toBe(1);
    expect(received(firm.emulator, 1, 'Raz')).toEqual([1]);
  });
});

describe('between the claim and the call of a worker that nobody freezes', () => {
  beforeEach(() => openFirm(3, { timeoutMs: 20_000, concurrency: 3 }));

  async function claimed(): Promise<() => Promise<void>> {
    await sendToAll(firm.api, companyId, 'Raz');
    const letGo = await firm.holdBeforeCall();
    await firm.startWorker();
    await until('the worker has claimed', inState('submitting'));
    return letGo;
  }

  it('a withdrawal still counts', async () => {
    const letGo = await claimed();
    await withdrawConsent(firm.app.deps.db, Number(companyId), numberOf(2));
    await letGo();
    await until('it is recorded', inState('recorded'));
    expect(received(firm.emulator, 3, 'Raz')).toEqual([1, 0, 1]);
    expect(await states()).toEqual(['accepted', 'excluded', 'accepted']);
  });

  it('a hold still counts, and leaves everything ready', async () => {
    const letGo = await claimed();
    await firm.app.deps.db.updateTable('instance').set({ holdReason: 'no_file', heldAt: new Date() }).execute();
    await letGo();
    await until('it is back', inState('ready'));
    expect(sends(firm.emulator)).toBe(0);
    expect(await states()).toEqual(['ready', 'ready', 'ready']);
  });
});
