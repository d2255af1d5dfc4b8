import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createManualClock, type Emulator, type EmulatorOptions, type Scenario } from '../src/index.ts';
import { shippedScenarios } from '../src/scenario/file.ts';
import { ask, askJson, GOOD, idsOf, send, start, startReceiver } from './support.ts';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator scenariusz '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const scenarioOf = (emulator: Emulator, body: unknown) => askJson(emulator, 'PUT', '/_emulator/scenario', body);

/** Sends one by one, giving up on those that hang; what the client saw of each. */
const campaign = async (emulator: Emulator, messages: number): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (let nth = 0; nth < messages; nth += 1) {
    const giveUp = new AbortController();
    const before = emulator.requests.total;
    const asked = fetch(`${emulator.url}/sms.do`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'json', to: String(48_501_000_050 + nth * 100), message: 'a', idx: `i${nth}` }),
      signal: giveUp.signal,
    }).then(
      async (response) => `${response.status} ${await response.text().catch(() => 'broken')}`,
      () => 'no answer',
    );
    await expect.poll(() => emulator.requests.total, { interval: 1 }).toBe(before + 1);
    if (emulator.requests.last()?.fault === 'hang') giveUp.abort();
    seen.push(await asked);
  }
  return seen;
};

describe('scenarios that come along', () => {
  it('are three, and all of them can be started by name', async () => {
    const names = await shippedScenarios();
    expect(names.toSorted()).toEqual(['bad-network', 'late-reports', 'out-of-points']);
    for (const name of names) expect((await start({ scenario: name })).scenario.name).toBe(name);
  });

  it('bad-network loses answers, never messages, and the same ones every time', async () => {
    const run = async (): Promise<readonly string[]> => {
      const emulator = await start({ clock: createManualClock(), scenario: 'bad-network' });
      emulator.setLatency({ ms: 0 });
      const seen = await campaign(emulator, 60);
      const kinds = new Set(emulator.requests.all().map(({ fault }) => fault));
      expect(kinds.size).toBeGreaterThan(4);
      const lost = seen.filter((line) => !line.startsWith('200 {"count":1')).length;
      expect(lost).toBeGreaterThan(5);
      // Whatever the client saw: asking again with the same idx never makes two.
      emulator.setProfile('calm');
      const again = await Promise.all(
        seen.map((_, nth) =>
          send(emulator, { to: String(48_501_000_050 + nth * 100), idx: `i${nth}`, check_idx: 1, message: 'a' }),
        ),
      );
      expect(again.every(({ json }) => json['error'] === 53 || json['count'] === 1)).toBe(true);
      expect([emulator.ledger.totals.accepted, emulator.ledger.duplicates()]).toEqual([60, []]);
      return seen;
    };
    expect(await run()).toEqual(await run());
  }, 60_000);

  it('out-of-points stops at the hundredth message, and what follows follows the clock', async () => {
    const emulator = await start({ clock: createManualClock(), scenario: 'out-of-points' });
    const answers: unknown[] = [];
    for (let nth = 0; nth < 120; nth += 1) answers.push((await send(emulator, { from: 'Sklep' })).json['error'] ?? 0);
    expect(answers.indexOf(103)).toBe(100);
    expect([emulator.account.points, emulator.ledger.totals.accepted]).toEqual([0, 100]);
    const codeAfter = async (duration: string): Promise<unknown> => {
      await emulator.jumpTo(duration);
      return (await send(emulator, { from: 'Sklep' })).json['error'] ?? 'taken';
    };
    expect(await codeAfter('PT59M59S')).toBe(103);
    expect(await codeAfter('PT1S')).toBe('taken');
    expect(await codeAfter('PT1H')).toBe(101);
    expect(await codeAfter('PT10M')).toBe('taken');
    expect(await codeAfter('PT50M')).toBe(14);
    expect(await codeAfter('PT1H')).toBe('taken');
    expect(emulator.scenario.events().every(({ doneAt }) => doneAt !== null)).toBe(true);
  });

  it('late-reports mixes reports up for six hours, and tells of every message but the lost ones', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ clock: createManualClock(), scenario: 'late-reports', reportUrl: receiver.url });
    const to = Array.from({ length: 300 }, (_, nth) => 48_501_000_050 + nth * 100);
    const ids = idsOf(await send(emulator, { to: to.join(',') }));
    emulator.clock.freeze();
    await emulator.jumpTo('P1D');
    expect(emulator.reports.pending).toBe(0);
    const faults = new Set(emulator.reports.calls().flatMap(({ fault }) => fault ?? []));
    expect(faults).toEqual(new Set(['lost', 'late', 'duplicated', 'disordered', 'wrong', 'batched']));
    const lost = new Set(emulator.reports.where({ fault: 'lost' }).flatMap((call) => call.ids));
    const told = ids.filter((id) => receiver.statuses(id).some((code) => ['404', '413'].includes(code)));
    expect(told.length + lost.size).toBe(300);
    expect(lost.size).toBeGreaterThan(3);
  });
});

describe('a scenario file', () => {
  it('is started by its path', async () => {
    const path = join(await newFolder(), 'zły dzień.json');
    await writeFile(path, JSON.stringify({ name: 'zły dzień', account: { points: 7 } }));
    const emulator = await start({ scenario: path });
    expect([emulator.scenario.name, emulator.account.points]).toEqual(['zły dzień', 7]);
  });

  it('with mistakes names each of them by its place', async () => {
    const path = join(await newFolder(), 'x.json');
    await writeFile(path, JSON.stringify({ name: 'x', faults: [{ reply: { kind: 'magic' } }], sedd: 1 }));
    await expect(start({ scenario: path })).rejects.toThrow(
      /The scenario .*x\.json is not valid\. sedd is not known; .* faults\[0\]\.reply\.kind must be one of: status, /,
    );
    await writeFile(path, '{"name": }');
    await expect(start({ scenario: path })).rejects.toThrow(/x\.json is no JSON: /);
    await expect(start({ scenario: 'nowhere' })).rejects.toThrow(/cannot be read\. .*bad-network, /);
    await expect(start({ scenario: { name: '' } })).rejects.toThrow('name must be a text');
    await expect(start({ scenario: 'bad-network', profile: 'chaos' })).rejects.toThrow('not both');
  });
});

describe('a scenario', () => {
  it('decides about clock, account, switches, speed and seed of a fresh emulator', async () => {
    const emulator = await start({
      scenario: {
        name: 'all',
        seed: 99,
        speed: 10,
        clock: { at: '2027-06-01T10:00:00+02:00', pace: 60, frozen: true },
        account: { points: 3, price: 1, senders: ['Sklep'], paymentType: 'prepaid', outOfPointsAfter: 2 },
        switches: { ids: 'hex' },
        latency: { ms: 1 },
      },
    });
    expect(new Date(emulator.clock.now()).toISOString()).toBe('2027-06-01T08:00:00.000Z');
    expect([emulator.clock.pace, emulator.clock.frozen]).toEqual([60, true]);
    expect(idsOf(await send(emulator, { from: 'Sklep' }))[0]).toMatch(/^[0-9A-F]{24}$/);
    expect(emulator.account.points).toBe(2);
    expect((await ask(emulator, 'GET', '/_emulator/state')).json).toMatchObject({
      seed: 99,
      profile: 'all',
      latency: { ms: 1 },
      timings: { lateMs: 6_000 },
      outOfPointsAt: 2,
    });
  });

  it('takes over from another while the emulator runs, and leaves what it does not name', async () => {
    const emulator = await start({
      scenario: { name: 'first', faults: [{ reply: { kind: 'cut' }, accepted: false }] },
    });
    emulator.faults.add({ reply: { kind: 'error', code: 202 }, accepted: false, next: 1 });
    const second: Scenario = {
      name: 'second',
      account: { senders: ['Sklep'], outOfPointsAfter: 1 },
      faults: [{ reply: { kind: 'error', code: 203 }, accepted: false, next: 1 }],
    };
    await emulator.scenario.load(second);
    const codes: unknown[] = [];
    for (let nth = 0; nth < 4; nth += 1) codes.push((await send(emulator, { from: 'Sklep' })).json['error'] ?? 'taken');
    expect(codes).toEqual([202, 203, 'taken', 103]);
    expect(emulator.scenario.name).toBe('second');
  });

  it('begins anew with a reset', async () => {
    const scenario: Scenario = {
      name: 'again',
      clock: { at: '2027-06-01T08:00:00Z' },
      faults: [{ reply: { kind: 'error', code: 202 }, accepted: false, rate: 0.5 }],
      events: [{ at: 'PT1H', do: { token: 'revoked' } }],
    };
    const emulator = await start({ scenario, seed: 4, clock: createManualClock() });
    const run = async (): Promise<readonly unknown[]> => {
      const codes: unknown[] = [];
      for (let nth = 0; nth < 30; nth += 1) codes.push((await send(emulator)).json['error'] ?? 'taken');
      await emulator.jumpTo('PT1H');
      return [...codes, (await ask(emulator, 'GET', '/profile')).status, emulator.clock.now()];
    };
    const first = await run();
    await emulator.reset();
    expect(await run()).toEqual(first);
    expect(first).toContain(202);
    expect(first.at(-2)).toBe(401);
  });

  it('has things happen by time and by count, each once and at its moment', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ clock: createManualClock(), speed: 1, reportUrl: receiver.url });
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_mo' });
    const begin = emulator.clock.now();
    await emulator.scenario.load({
      name: 'busy',
      events: [
        { afterMessages: 2, do: { fault: { reply: { kind: 'error', code: 202 }, accepted: false } } },
        { at: 'PT10M', do: { clearFaults: true, switches: { links: false } } },
        { at: 'PT20M', do: { incoming: { from: GOOD, text: 'STOP' }, optOut: GOOD } },
        { at: 'PT30M', do: { blacklist: '600100200', clock: { pace: 2 }, points: 0.2 } },
        { at: 'PT40M', do: { reportFault: { kind: 'lost' }, latency: { ms: 1 }, outOfPointsAfter: 1 } },
      ],
    });
    const codes = async (over: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
      (await send(emulator, { to: '48500100300', ...over })).json['error'] ?? 'taken';
    expect([await codes(), await codes(), await codes()]).toEqual(['taken', 'taken', 202]);
    await emulator.jumpTo('PT10M');
    expect([await codes(), await codes({ message: 'https://example.com' })]).toEqual(['taken', 94]);
    await emulator.jumpTo('PT10M');
    expect(await codes({ to: GOOD })).toBe(59);
    expect(receiver.calls.filter(({ fields }) => fields['sms_text'] === 'STOP')).toHaveLength(1);
    await emulator.jumpTo('PT10M');
    expect([await codes({ to: '600100200' }), emulator.clock.pace, emulator.account.points]).toEqual([57, 2, 0.2]);
    await emulator.jumpTo('PT10M');
    expect([await codes(), await codes()]).toEqual(['taken', 103]);
    await emulator.jumpTo('PT10M');
    expect(emulator.reports.where({ fault: 'lost' })).toHaveLength(3);
    expect(emulator.scenario.events().map(({ doneAt }) => ((doneAt ?? 0) - begin) / 60_000)).toEqual([
      0, 10, 20, 30, 40,
    ]);
  });

  it('goes on over a restart with account and clock, and begins the rest anew', async () => {
    const dataFolder = await newFolder();
    const options: EmulatorOptions = {
      dataFolder,
      scenario: {
        name: 'kept',
        clock: { at: '2027-06-01T08:00:00Z', frozen: true },
        account: { points: 50, outOfPointsAfter: 3 },
        faults: [{ reply: { kind: 'error', code: 202 }, accepted: false, next: 1 }],
      },
    };
    const first = await start(options);
    expect((await send(first)).json['error']).toBe(202);
    await send(first, { to: `${GOOD},48600100200` });
    await first.jumpTo('PT2H');
    await first.close();
    const second = await start({ ...options, compactAboveBytes: 1 });
    expect(new Date(second.clock.now()).toISOString()).toBe('2027-06-01T10:00:00.000Z');
    expect((await send(second)).json['error']).toBe(202);
    expect((await send(second)).json['count']).toBe(1);
    expect((await send(second)).json['error']).toBe(103);
    await second.close();
    const third = await start({ ...options, compactAboveBytes: 1 });
    expect([third.account.points, third.ledger.totals.accepted]).toEqual([0, 3]);
  });
});

describe('the scenario of the admin endpoint', () => {
  it('is told, replaced, and added to', async () => {
    const emulator = await start({ clock: createManualClock() });
    expect((await ask(emulator, 'GET', '/_emulator/scenario')).json).toMatchObject({
      scenario: { name: 'calm' },
      events: [],
    });
    const put = await scenarioOf(emulator, {
      name: 'mine',
      faults: [{ reply: { kind: 'error', code: 202 }, next: 1 }],
    });
    expect(put.json).toMatchObject({ scenario: { name: 'mine' }, faults: [{ id: 0, left: 1, struck: 0 }] });
    expect((await send(emulator)).json['error']).toBe(202);
    const added = await askJson(emulator, 'POST', '/_emulator/scenario/events', { at: 1_000, do: { points: 0 } });
    expect([added.status, added.json['events']]).toEqual([201, [expect.objectContaining({ doneAt: null })]]);
    await emulator.advance(1_000);
    expect(emulator.account.points).toBe(0);
    expect((await scenarioOf(emulator, { load: 'late-reports' })).json).toMatchObject({
      scenario: { name: 'late-reports' },
      seed: 3,
    });
  });

  it.each([
    ['PUT', 'scenario', { name: 'x', faults: [{}] }, 'faults[0].reply is missing.'],
    ['PUT', 'scenario', { load: '../package' }, 'Field load must be one of: bad-network'],
    ['PUT', 'scenario', { name: 'x', clock: { at: '2001-01-01T00:00:00Z' } }, 'clock.at is over'],
    ['POST', 'scenario/events', { at: 'PT1H' }, 'do is missing.'],
    ['POST', 'report_faults', { kind: 'torn' }, 'kind must be one of: lost, late'],
    ['POST', 'faults', { reply: { kind: 'hang' }, often: 1 }, 'often is not known; The whole takes: reply, accepted'],
  ])('refuses %s %s %j and says why', async (method, path, body, sentence) => {
    const emulator = await start();
    const answer = await askJson(emulator, method, `/_emulator/${path}`, body);
    expect([answer.status, answer.json['message']]).toEqual([400, expect.stringContaining(sentence)]);
    expect(emulator.scenario.name).toBe('calm');
  });

  it('adds, lists and removes faults of reports', async () => {
    const emulator = await start();
    const call = (method: string, path: string) => ask(emulator, method, `/_emulator/${path}`);
    const { json } = await askJson(emulator, 'POST', '/_emulator/report_faults', { kind: 'lost', rate: 0.5 });
    expect((await call('GET', 'report_faults')).json).toMatchObject({ faults: [{ kind: 'lost', struck: 0 }] });
    expect((await call('DELETE', `report_faults/${String(json['id'])}`)).status).toBe(204);
    expect((await call('DELETE', 'report_faults/99')).status).toBe(404);
    await askJson(emulator, 'POST', '/_emulator/report_faults', { kind: 'wrong' });
    expect((await call('DELETE', 'report_faults')).status).toBe(204);
    expect(emulator.reportFaults.list()).toEqual([]);
  });
});
