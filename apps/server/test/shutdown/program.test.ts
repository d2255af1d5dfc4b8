import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from '@goniec/contract';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phoneOf } from '../support/firm.ts';

const script = join(import.meta.dirname, '../../src/main.ts');

/** The real program, stopped by signals like at a terminal: no parent speaks with it. */
async function start(home: string) {
  const lines: string[] = [];
  const child = spawn(process.execPath, [script, 'serve'], {
    env: { ...process.env, GONIEC_HOME: home, GONIEC_PORT: '0', GONIEC_MACHINE_FACTOR: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const ended = new Promise<string>((resolve) =>
    // with its last lines: they come by a pipe
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener();
  });
  /** Resolves with the first line that has the text; rejects when the program ends without it. */
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((line) => line.includes(text));
        if (found !== undefined) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((end) => reject(new Error(`ended (${end}) without saying ${text}:\n${lines.join('\n')}`)));
    });
  await says('serve.started');
  const access: { url: string; key: string } = JSON.parse(await readFile(join(home, 'cli-access.json'), 'utf8'));
  const api = createClient(access.url, { authorization: `Bearer ${access.key}` });
  return { child, ended, lines, says, api, ...access };
}

const children = new Set<ReturnType<typeof spawn>>();
let home: string;
let emulator: Emulator;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  emulator = await startEmulator({ token: 'stop-token', speed: 100, fateOf: () => 'delivered' });
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await emulator.close();
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** A firm with one recipient and a campaign that is on its way. */
async function launch(api: Awaited<ReturnType<typeof start>>['api']) {
  const { id: companyId } = await api.createCompany({ body: { name: 'Zatrzymana' } });
  const params = { companyId };
  await api.switchService({ params: { companyId, code: 'sms_smsapi' }, body: { enabled: true } });
  await api.saveGateway({
    params,
    body: { provider: 'smsapi', baseUrl: emulator.url, sender: 'Test', timeoutMs: 3_000 },
  });
  await api.saveGatewayToken({ params, body: { token: 'stop-token' } });
  const made = await api.createContractor({ params, body: { name: 'Odbiorca', contacts: [{ phone: phoneOf(7) }] } });
  const contactId = made.contacts[0]?.id ?? '0';
  await api.recordConsent({ params: { companyId, contactId }, body: { event: 'given', how: 'paper' } });
  const { id: campaignId } = await api.createCampaign({ params, body: { subject: 'Stop', body: 'Test' } });
  const key = { companyId, campaignId };
  await api.pickRecipients({ params: key, body: { contactIds: [contactId] } });
  await api.sendCampaign({ params: key, body: {} });
  return key;
}

const taken = () => emulator.ledger.accepted(phoneOf(7).slice(1)).length;

// Windows knows no signals between processes: there `npm start` stops the program by a message.
describe.skipIf(process.platform === 'win32')('Ctrl+C while a batch is under way', () => {
  it('twice: the batch is recorded before the end, event streams end, and after a restart everybody has it once', async () => {
    const first = await start(home);
    const stream = request(`${first.url}/api/v1/events`, { headers: { authorization: `Bearer ${first.key}` } });
    const streaming = new Promise<void>((resolve, reject) => {
      stream.once('response', (response) => {
        response.resume().once('end', resolve);
      });
      stream.once('error', reject);
    });
    stream.end();
    emulator.reports.pause();
    emulator.faults.add({ reply: { kind: 'hang' }, accepted: true, next: 1 });
    const key = await launch(first.api);
    const submitting = await first.says('batch.submitting');
    while (taken() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    first.child.kill('SIGINT');
    await first.says('program.stopping');
    first.child.kill('SIGINT');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe('code 0');
    await streaming;
    const recorded = await first.says('batch.recorded');
    expect(JSON.parse(recorded)).toMatchObject({ result: 'uncertain', batchId: JSON.parse(submitting).batchId });
    expect(first.lines.findIndex((line) => line.includes('batch.recorded'))).toBeLessThan(
      first.lines.findIndex((line) => line.includes('program.stopped')),
    );

    const second = await start(home);
    expect(await second.says('batch.recorded')).toContain('already_taken');
    expect(second.lines.filter((line) => line.includes('batch.reclaimed_at_start'))).toEqual([]);
    expect(taken()).toBe(1);
    const campaign = await second.api.getCampaign({ params: key });
    expect(campaign.state).toBe('sending');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe('code 0');
  });
});
