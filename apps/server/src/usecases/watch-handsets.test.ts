import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createRig, type Rig } from '../../test/support/rig.ts';
import { announce } from '../db/announcements.ts';
import { createEventStream } from '../event-stream.ts';
import { createLog } from '../log.ts';
import { countDown, createHandsetWatch } from './watch-handsets.ts';

let rig: Rig;
let events: ReturnType<typeof createEventStream>;
let told: number;
beforeEach(async () => {
  rig = await createRig({ contacts: 1 });
  events = createEventStream(rig.test.connection, createLog('silent', 'test'));
  told = 0;
  let isHeard = false;
  events.subscribe(({ type, companyId }) => {
    if (type === 'instance.changed') isHeard = true;
    if (type === 'phones.changed' && companyId === String(rig.firm.companyId)) told += 1;
  });
  // What is announced before the stream listens is lost.
  await expect
    .poll(async () => {
      await announce(rig.test.db, { type: 'instance.changed', companyId: null, id: null });
      return isHeard;
    })
    .toBe(true);
});
afterEach(async () => {
  await events.close();
  await rig.close();
});

const NUMBER = '48501000001';
/** Longer than the emulator gathers changes. */
const QUIET_MS = 600;

it('announces what happens on the handsets while somebody looks, and nothing before', async () => {
  const watch = createHandsetWatch(rig.deps);
  await rig.emulator.phones.set(NUMBER, 'off');
  await sleep(QUIET_MS);
  expect(told).toBe(0);
  watch.look(rig.firm.companyId);
  watch.look(rig.firm.companyId);
  await expect.poll(() => told).toBe(1);
  await rig.emulator.phones.set(NUMBER, 'on');
  await expect.poll(() => told).toBe(2);
  await watch.close();
});

/** A watch whose patience ends when the test says so, and what it was told of looks. */
function watchPatiently() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const watch = createHandsetWatch(rig.deps, (end) => {
    begun.push('begun');
    ends.push(end);
    return { beginAnew: () => void begun.push('begun anew'), cancel: () => {} };
  });
  return { watch, begun, end: () => ends.at(-1)?.() };
}

it('stops when nobody has looked for a while, and goes on with the next look', async () => {
  const { watch, end } = watchPatiently();
  watch.look(rig.firm.companyId);
  await expect.poll(() => told).toBe(1);
  end();
  await rig.emulator.phones.set(NUMBER, 'off');
  await sleep(QUIET_MS);
  expect(told).toBe(1);
  watch.look(rig.firm.companyId);
  await expect.poll(() => told).toBe(2);
  await watch.close();
});

it('goes on with a look that comes while it is stopping', async () => {
  const { watch, end } = watchPatiently();
  watch.look(rig.firm.companyId);
  await expect.poll(() => told).toBe(1);
  end();
  watch.look(rig.firm.companyId);
  await expect.poll(() => told).toBe(2);
  await rig.emulator.phones.set(NUMBER, 'off');
  await expect.poll(() => told).toBe(3);
  await watch.close();
});

it('goes on for longer with each look', async () => {
  const { watch, begun } = watchPatiently();
  watch.look(rig.firm.companyId);
  await expect.poll(() => told).toBe(1);
  watch.look(rig.firm.companyId);
  watch.look(rig.firm.companyId);
  expect(begun).toEqual(['begun', 'begun anew', 'begun anew']);
  await watch.close();
});

it('has patience from the last look on', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const end = vi.fn<() => void>();
  const patience = countDown(end, 3_000);
  vi.advanceTimersByTime(1_800);
  patience.beginAnew();
  vi.advanceTimersByTime(2_999);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledOnce();
  patience.cancel();
});

it('asks nothing of a real gateway, and a closed watch follows nobody', async () => {
  const watch = createHandsetWatch(rig.deps);
  await rig.test.db.updateTable('gateway').set({ baseUrl: 'https://api.smsapi.pl/' }).execute();
  watch.look(rig.firm.companyId);
  await watch.close();
  await rig.test.db.updateTable('gateway').set({ baseUrl: rig.emulator.url }).execute();
  watch.look(rig.firm.companyId);
  await sleep(QUIET_MS);
  expect(told).toBe(0);
});
