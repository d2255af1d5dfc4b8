import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EmulatorOptions } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, listOf, recordIn, send, start, startReceiver } from './support.ts';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator dane ąę '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const journalOf = (folder: string): string => join(folder, 'journal.jsonl');

describe('an emulator with a data folder', () => {
  it('remembers balance, idx values, messages, statuses and handsets over a restart', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder, points: 10 });
    const ids = idsOf(await send(first, { to: `${GOOD},48500100000`, idx: 'a|b' }));
    await first.idle();
    const handset = first.ledger.received(GOOD);
    await first.close();

    const second = await start({ dataFolder, points: 999 });
    expect(second.account.points).toBe(9.7);
    expect((await send(second, { idx: 'a', check_idx: 1 })).json['error']).toBe(53);
    await second.idle();
    expect(second.ledger.received(GOOD)).toEqual(handset);
    const statuses = await ask(second, 'GET', `/sms.do?format=json&status=${ids.join('|')}`);
    expect(listOf(statuses).map((item) => item['status'])).toEqual(['DELIVERED', 'UNDELIVERED']);
    const [next = ''] = idsOf(await send(second));
    expect(ids).not.toContain(next);
  });

  it('remembers sender names, callbacks, lists, vouchers and taken-back messages', async () => {
    const dataFolder = await newFolder();
    const account = { vouchers: { spring: ['A1', 'B2'] } };
    const first = await start({ dataFolder, account });
    await askJson(first, 'POST', '/sms/sendernames', { sender: 'Goniec' });
    await first.account.setSenderStatus('Goniec', 'ACTIVE');
    await askJson(first, 'POST', '/callbacks', { url: 'http://127.0.0.1:1/', type: 'sms_mo' });
    await first.account.blacklist('48600100200');
    await first.account.blacklist('48600100201');
    await ask(first, 'DELETE', '/blacklist/phone_numbers?phone_number=48600100201');
    await first.account.optOut('48600100202');
    await send(first, { discount_group: 'spring', message: '[%kod%]' });
    const [id = ''] = idsOf(await send(first, { date: Math.floor(Date.now() / 1_000) + 3_600 }));
    await askJson(first, 'POST', '/sms.do', { sch_del: id });
    await first.close();

    const second = await start({ dataFolder });
    expect((await ask(second, 'GET', '/callbacks')).json['size']).toBe(1);
    expect((await send(second, { from: 'Goniec', to: '48600100201' })).json['count']).toBe(1);
    expect((await send(second, { to: '48600100200' })).json['error']).toBe(57);
    expect((await send(second, { to: '48600100202' })).json['error']).toBe(59);
    expect((await askJson(second, 'POST', '/sms.do', { format: 'json', sch_del: id })).json['error']).toBe(301);
    await send(second, { discount_group: 'spring', message: '[%kod%]' });
    expect(second.ledger.accepted(GOOD).map(({ text }) => text)).toEqual(['A1', 'B2']);
  });

  it('obeys the options of the second start where they name something, and resets to them', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder, account: { price: 1, senders: ['Stara'] } });
    await send(first);
    await first.close();
    const second = await start({ dataFolder, points: 50, account: { maxParts: 1, senders: ['Nowa'] } });
    expect((await send(second, { message: 'a'.repeat(161) })).json['error']).toBe(12);
    expect((await send(second, { from: 'Nowa' })).json).toMatchObject({ list: [{ points: 1 }] });
    expect(listOf(await send(second))).toMatchObject([{ points: 1 }]);
    expect(second.ledger.accepted(GOOD).map(({ from }) => from)).toEqual(['Stara', 'Nowa', 'Stara']);
    await second.reset();
    expect(second.account.points).toBe(50);
    expect((await send(second, { from: 'Stara' })).json['error']).toBe(14);
  });

  it('sends the reports that were not yet answered OK, and only those', async () => {
    const dataFolder = await newFolder();
    let refusing = false;
    const receiver = await startReceiver(() => ({ body: refusing ? 'later' : 'OK' }));
    const options: EmulatorOptions = { dataFolder, reportUrl: receiver.url, reports: { retryFirstMs: 600_000 } };
    const first = await start(options);
    const [told = ''] = idsOf(await send(first));
    await first.idle();
    refusing = true;
    const [waiting = ''] = idsOf(await send(first));
    await expect.poll(() => receiver.statuses(waiting).length).toBe(3);
    await first.close();
    refusing = false;
    receiver.calls.length = 0;

    const second = await start(options);
    await second.idle();
    expect([receiver.statuses(told), receiver.statuses(waiting)]).toEqual([[], ['409', '403', '404']]);
  });

  it('sends a scheduled message although it slept through its moment', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder });
    await send(first, { date: Math.floor(first.clock.now() / 1_000) + 300 });
    await first.advance(1_000);
    await first.close();
    const second = await start({ dataFolder });
    expect(second.clock.aheadMs).toBe(1_000);
    expect(second.ledger.received(GOOD)).toEqual([]);
    await second.advance(400_000);
    expect(second.ledger.received(GOOD)).toHaveLength(1);
  });

  it('survives half a line at the end, as a kill leaves it, and goes on after it', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder });
    await send(first, { idx: 'a' });
    await first.close();
    await appendFile(journalOf(dataFolder), '{"type":"accepted","at":17');
    const second = await start({ dataFolder });
    await send(second, { idx: 'b' });
    await second.close();
    const third = await start({ dataFolder });
    expect(third.ledger.accepted(GOOD).map(({ idx }) => idx)).toEqual(['a', 'b']);
  });

  it('names the damaged line, and leaves the folder free', async () => {
    const dataFolder = await newFolder();
    await writeFile(journalOf(dataFolder), '{"type":"points","points":5}\nrubbish\n');
    await expect(start({ dataFolder })).rejects.toThrow(/^Line 2 of .* is damaged/);
    await writeFile(journalOf(dataFolder), '{"type":"points","points":50000}\n');
    expect((await start({ dataFolder })).account.points).toBe(5);
  });

  it('is alone in its folder', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder });
    await expect(start({ dataFolder })).rejects.toThrow('is in use by another emulator');
    await first.close();
    await expect(start({ dataFolder })).resolves.toBeDefined();
  });

  it('takes over the lock of a process that is gone, not of one that runs', async () => {
    const dataFolder = await newFolder();
    await writeFile(join(dataFolder, 'emulator.pid'), String(process.ppid));
    await expect(start({ dataFolder })).rejects.toThrow('is in use');
    await writeFile(join(dataFolder, 'emulator.pid'), '999999999');
    await expect(start({ dataFolder })).resolves.toBeDefined();
  });

  it('shortens a grown journal at start without forgetting anything', async () => {
    const dataFolder = await newFolder();
    const receiver = await startReceiver();
    const options: EmulatorOptions = { dataFolder, reportUrl: receiver.url, points: 1_000 };
    const first = await start(options);
    for (let round = 0; round < 20; round += 1) await send(first, { idx: `i${round}`, fast: round % 2 });
    for (let points = 500; points < 560; points += 1) await first.account.setPoints(points);
    await first.account.blacklist('48600100200');
    await first.account.setPoints(123.4);
    await first.idle();
    const accepted = first.ledger.accepted(GOOD);
    await first.close();
    const before = (await stat(journalOf(dataFolder))).size;
    receiver.calls.length = 0;

    const second = await start({ ...options, compactAboveBytes: 1 });
    expect((await stat(journalOf(dataFolder))).size).toBeLessThan(before);
    await second.close();
    const third = await start(options);
    await third.idle();
    expect(third.account.points).toBe(123.4);
    expect(third.ledger.accepted(GOOD)).toEqual(accepted);
    expect(third.ledger.totals).toEqual({ accepted: 20, received: 20 });
    expect((await send(third, { idx: 'i7', check_idx: 1 })).json['error']).toBe(53);
    expect((await send(third, { to: '48600100200' })).json['error']).toBe(57);
    expect(receiver.calls).toEqual([]);
    const ids = new Set(accepted.map(({ id }) => id));
    expect(idsOf(await send(third)).some((id) => ids.has(id))).toBe(false);
  });

  it('writes whole lines with fsync too', async () => {
    const dataFolder = await newFolder();
    const emulator = await start({ dataFolder, fsync: true });
    await Promise.all(Array.from({ length: 20 }, (_, nth) => send(emulator, { idx: `i${nth}` })));
    await emulator.close();
    const lines = (await readFile(journalOf(dataFolder), 'utf8')).trimEnd().split('\n');
    const types = lines.map((line) => recordIn(line)['type']);
    expect(types.filter((type) => type === 'accepted')).toHaveLength(20);
  });
});

describe('other channels over a restart', () => {
  it('keeps pictures, codes, links, clicks and lookups', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder });
    await askJson(first, 'POST', '/mms.do', { format: 'json', to: GOOD, subject: 'Zdjęcie', smil: '<smil></smil>' });
    const { json: made } = await askJson(first, 'POST', '/mfa/codes', { phone_number: '48600100200' });
    await send(first, { to: '48600100300', message: '[%idzdo:example.com%]' });
    const address = (first.ledger.accepted('48600100300')[0]?.text ?? '').slice(7);
    await fetch(`${first.url}/l/${address}`, { redirect: 'manual' });
    await ask(first, 'GET', `/hlr.do?format=json&number=${GOOD}`);
    await first.idle();
    const pictures = first.ledger.received(GOOD);
    const points = first.account.points;
    await first.close();

    // The second start rewrites the journal to its shortest form, the third reads that one.
    await (await start({ dataFolder, compactAboveBytes: 1 })).close();
    const third = await start({ dataFolder });
    expect(third.ledger.received(GOOD)).toEqual(pictures);
    expect(pictures).toMatchObject([{ channel: 'mms', text: 'Zdjęcie', attachment: { kind: 'smil' } }]);
    expect(third.account.points).toBe(points);
    const opened = await fetch(`${third.url}/l/${address}`, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([302, 'http://example.com']);
    expect((await ask(third, 'GET', '/short_url/clicks')).json['size']).toBe(2);
    expect((await ask(third, 'GET', '/_emulator/lookups')).json).toMatchObject({
      total: 1,
      lookups: [{ number: GOOD }],
    });
    const code = { code: made['code'], phone_number: '48600100200' };
    expect((await askJson(third, 'POST', '/mfa/codes/verifications', code)).status).toBe(204);
    expect((await askJson(third, 'POST', '/mfa/codes/verifications', code)).status).toBe(404);
  });

  it('tells what was not yet answered OK: lookups and clicks', async () => {
    const dataFolder = await newFolder();
    let refusing = true;
    const receiver = await startReceiver(() => ({ body: refusing ? 'later' : 'OK' }));
    const options: EmulatorOptions = { dataFolder, reports: { retryFirstMs: 600_000 } };
    const first = await start(options);
    for (const type of ['hlr', 'short_url']) await askJson(first, 'POST', '/callbacks', { url: receiver.url, type });
    await ask(first, 'GET', `/hlr.do?format=json&number=${GOOD}`);
    await askJson(first, 'POST', '/short_url/links', { url: 'example.com', name: 'a' });
    await fetch(`${first.url}/l/a`, { redirect: 'manual' });
    await expect.poll(() => receiver.calls.length).toBe(2);
    await first.close();
    refusing = false;
    receiver.calls.length = 0;

    const second = await start(options);
    await second.idle();
    const told = receiver.calls.map(({ fields }) => fields['number'] ?? fields['name']);
    expect(new Set(told)).toEqual(new Set([GOOD, 'a']));
    await second.close();
    const third = await start(options);
    await third.idle();
    expect(receiver.calls).toHaveLength(2);
  });
});
