import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMSAPI } from 'smsapi';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { GOOD, start } from './support.ts';

const clientOf = (emulator: Emulator) => new SMSAPI(emulator.token, `${emulator.url}/api`);
const OTHER = '48600100200';

/** What the vendor's own npm client, 2.1.3, has besides text messages; it has no short links. */
describe("the vendor's JavaScript client, on other channels", () => {
  it('looks numbers up, one and many', async () => {
    const { hlr } = clientOf(await start());
    expect(await hlr.check(GOOD, 'a')).toMatchObject({ status: 'OK', number: GOOD, price: 0.05 });
    expect(await hlr.check([GOOD, '12'], ['a', 'b'])).toMatchObject([
      { status: 'OK', number: GOOD },
      { status: 'ERROR', error: 13, number: '12' },
    ]);
  });

  it('makes and verifies one-time codes', async () => {
    const { mfa } = clientOf(await start());
    const made = await mfa.generateCode(GOOD, { content: 'Kod: [%code%]', fast: true });
    expect(made).toMatchObject({ phoneNumber: GOOD, code: expect.stringMatching(/^\d{6}$/), from: null });
    await expect(mfa.verifyCode(GOOD, '000000')).rejects.toMatchObject({ status: 404 });
    await mfa.verifyCode(GOOD, made.code);
    await expect(mfa.verifyCode(GOOD, made.code)).rejects.toMatchObject({ status: 404 });
    await expect(mfa.generateCode('48221234567')).rejects.toMatchObject({ status: 400 });
  });

  it('sends pictures to numbers and groups', async () => {
    const emulator = await start({ account: { groups: { klienci: [GOOD, OTHER] } } });
    const { mms } = clientOf(emulator);
    const one = await mms.sendMms(GOOD, ' Zdjęcie ', '<smil></smil>', { idx: 'a', checkIdx: true });
    expect(one).toMatchObject({ count: 1, list: [{ number: GOOD, points: 0.35, status: 'QUEUE', idx: 'a' }] });
    expect((await mms.sendMmsToGroup('klienci', 'a', '<smil></smil>')).count).toBe(2);
    await expect(mms.sendMms(GOOD, 'a', 'no smil')).rejects.toMatchObject({ data: { error: 22 } });
    expect(emulator.ledger.accepted(GOOD)).toMatchObject([{ channel: 'mms', text: 'Zdjęcie' }, { text: 'a' }]);
  });

  it('speaks, plays files from here and from elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulator głos '));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'głos.wav');
    await writeFile(path, 'RIFF....WAVEfmt ');

    const emulator = await start({ account: { groups: { klienci: [GOOD, OTHER] } } });
    const { vms } = clientOf(emulator);
    expect(await vms.sendVms([GOOD, OTHER], 'Dzień dobry', 'jan', { try: 3 })).toMatchObject({ count: 2 });
    expect(await vms.sendVmsToGroup('klienci', 'Dzień dobry')).toMatchObject({ count: 2 });
    expect(await vms.sendVmsWithLocalFile(GOOD, path)).toMatchObject({ count: 1 });
    expect(await vms.sendVmsWithRemoteFile(GOOD, 'https://example.com/a.wav')).toMatchObject({ count: 1 });
    expect(emulator.ledger.accepted(GOOD).map(({ attachment }) => attachment)).toEqual([
      { kind: 'speech', lector: 'jan' },
      { kind: 'speech', lector: 'ewa' },
      { kind: 'sound', filename: 'vms.wav', contentType: 'audio/wav', bytes: 16 },
      { kind: 'sound-at', url: 'https://example.com/a.wav' },
    ]);
  });
});
