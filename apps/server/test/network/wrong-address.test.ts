import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

let fault: FaultRig;
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe('a server that is not SMSAPI', () => {
  beforeEach(async () => {
    fault = await createFaultRig({ contacts: 2 });
  });
  afterEach(() => fault.close());

  it.each([404, 405, 410])(
    'answers %i: the campaign stands for the address, and goes on by itself when SMSAPI answers there',
    async (status) => {
      const key = await fault.launch();
      fault.proxy.strike({ kind: 'answer', status, forwarded: false });
      expect(await fault.attempt()).toMatchObject({ kind: 'stopped', code: 'smsapi_address_wrong' });
      expect(await fault.handovers(key)).toEqual(['ready 2']);
      expect(await fault.campaign(key)).toMatchObject({ pauseCause: 'credentials', pauseCode: 'smsapi_address_wrong' });

      fault.rig.setNow(minutesFromNow(2));
      await fault.look();
      expect(await fault.campaign(key)).toMatchObject({ state: 'paused' });
      fault.proxy.strike(null);
      fault.rig.setNow(minutesFromNow(10));
      await fault.look();
      await fault.finish();
      expect([fault.taken(1), fault.taken(2)]).toEqual([1, 1]);
    },
  );

  it.each([
    [401, 'smsapi_101'],
    [403, 'smsapi_401'],
  ])('answers %i, be it the page of a firewall: nothing was taken, and the campaign stands', async (status, code) => {
    const key = await fault.launch();
    fault.proxy.strike({ kind: 'answer', status, forwarded: false }, '/sms.do');
    expect(await fault.attempt()).toMatchObject({ kind: 'stopped', cause: 'credentials', code });
    expect(await fault.handovers(key)).toEqual(['ready 2']);
  });
});

describe('a request that is too large (413)', () => {
  afterEach(() => fault.close());

  it('is halved until it fits, and everybody is asked for once', async () => {
    fault = await createFaultRig({ contacts: 9, batchSize: 9 });
    const key = await fault.launch();
    // Each recipient adds his number and his idx to the form.
    fault.proxy.strike({ kind: 'limit', bytes: 300 }, '/sms.do');
    await fault.finish();
    expect(Array.from({ length: 9 }, (_, n) => fault.taken(n + 1))).toEqual(Array.from({ length: 9 }, () => 1));
    expect(await fault.handovers(key)).toEqual(['accepted 9']);
    expect(await fault.campaign(key)).toMatchObject({ state: 'finished' });
    const sizes = fault.proxy.passed.filter(({ path }) => path === '/sms.do').map(({ recipients }) => recipients);
    expect(sizes[0]).toBe(9);
    expect(Math.min(...sizes)).toBeLessThan(9);
  });

  it('though it has one recipient is refused with the reason, and the gateway’s settings show it', async () => {
    fault = await createFaultRig({ contacts: 2, batchSize: 2 });
    const key = await fault.launch();
    fault.proxy.strike({ kind: 'limit', bytes: 10 }, '/sms.do');
    await fault.finish();
    expect(await fault.handovers(key)).toEqual(['refused 2']);
    const gateway = await fault.rig.test.db.selectFrom('gateway').selectAll().executeTakeFirstOrThrow();
    expect(gateway.lastErrorCode).toBe('smsapi_request_too_large');
    expect(fault.proxy.count('/sms.do')).toBe(3);
  });

  it('halved while uncertain stays uncertain, and error 53 settles both halves', async () => {
    fault = await createFaultRig({ contacts: 4, batchSize: 4 });
    fault.rig.emulator.reports.pause();
    const key = await fault.launch();
    fault.proxy.strike({ kind: 'silence', forwarded: true }, '/sms.do');
    await fault.impatient();
    expect(await fault.attempt()).toMatchObject({ kind: 'uncertain' });
    await fault.patient();
    fault.proxy.strike({ kind: 'answer', status: 413, forwarded: false }, '/sms.do');
    expect(await fault.attempt()).toMatchObject({ kind: 'too_large' });
    expect(await fault.handovers(key)).toEqual(['uncertain 4']);
    fault.proxy.strike(null);
    await fault.finish();
    expect([1, 2, 3, 4].map((n) => fault.taken(n))).toEqual([1, 1, 1, 1]);
    expect(await fault.handovers(key)).toEqual(['accepted 4']);
  });
});
