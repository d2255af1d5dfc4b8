import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { KEPT_ERRORS, listGatewayErrors, noteGatewayError } from '../../src/db/gateway-errors.ts';
import { createFirm } from '../support/firm.ts';
import { createLogBook } from '../support/watch.ts';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

let fault: FaultRig;
let book: ReturnType<typeof createLogBook>;
beforeEach(async () => {
  book = createLogBook();
  fault = await createFaultRig({ contacts: 6, batchSize: 2, log: book.log });
});
afterEach(() => fault.close());

const db = () => fault.rig.test.db;
const kept = async () => {
  const rows = await listGatewayErrors(db(), fault.rig.firm.companyId, 50);
  return rows.map(({ operation, code, times }) => ({ operation, code, times }));
};
const note = (code: string) => {
  const { companyId, gatewayId } = fault.rig.firm;
  return noteGatewayError(db(), { companyId, gatewayId, operation: 'send', code });
};

describe('what went wrong at the gateway', () => {
  it('is kept, the same of an hour as one that counts', async () => {
    await fault.launch('Test');
    fault.proxy.strike({ kind: 'cut', forwarded: false });
    for (let n = 0; n < 2; n++) await fault.attempt();
    expect(await kept()).toEqual([{ operation: 'send', code: expect.stringMatching(/^gateway_/), times: 2 }]);
    await sql`update gateway_error set last_at = now() - interval '61 minutes'`.execute(db());
    await fault.attempt();
    expect((await kept()).map(({ times }) => times)).toEqual([1, 2]);
  });

  it('is kept for the last fifty, of this gateway alone', async () => {
    const other = await createFirm(db(), { contacts: 1 });
    await noteGatewayError(db(), { ...other, operation: 'test', code: 'theirs' });
    for (let n = 0; n < KEPT_ERRORS + 10; n++) await note(`code_${n}`);
    const codes = (await kept()).map(({ code }) => code);
    expect([codes.length, codes[0], codes.at(-1)]).toEqual([KEPT_ERRORS, `code_${KEPT_ERRORS + 9}`, 'code_10']);
    expect(await listGatewayErrors(db(), other.companyId, 50)).toMatchObject([{ code: 'theirs' }]);
  });

  it('never stands in the way of what an attempt came to, not even where it cannot be written', async () => {
    await fault.launch('Test');
    await sql`alter table gateway_error add constraint nothing_fits check (id < 0)`.execute(db());
    fault.proxy.strike({ kind: 'cut', forwarded: false });
    expect(await fault.attempt()).toMatchObject({ kind: 'uncertain' });
    expect(await kept()).toEqual([]);
    const batches = await db().selectFrom('batch').select('state').where('attempt', '>', 0).execute();
    expect(batches).toEqual([{ state: 'uncertain' }]);
    expect(await findTallyDrift(db())).toEqual([]);
    expect(book.named('gateway.trouble_not_noted')).toHaveLength(1);
    expect(book.named('batch.recorded')).toHaveLength(1);
  });
});
