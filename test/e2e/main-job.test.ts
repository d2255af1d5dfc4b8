import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, temporaryHome, type Running } from '../support/launch.ts';
import { nobodyLeft } from '../support/processes.ts';

/** From a contractor file to a delivered handset, on what `npm start` starts and `goniec` does: nothing is replaced. */
let goniec: Running;
beforeAll(async () => {
  goniec = await launch({ home: temporaryHome() });
});
afterAll(async () => {
  await goniec.stop();
  await nobodyLeft(goniec.home);
  rmSync(goniec.home, { recursive: true, force: true });
});

async function json<T>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await goniec.cli([...args, '--json']);
  expect(code, `${args.join(' ')}\n${stdout.slice(0, 2_000)}${stderr}`).toBe(0);
  return JSON.parse(stdout) as T;
}

interface Sums {
  readonly messages: number;
  readonly handover: Readonly<Record<string, number>>;
  readonly delivery: Readonly<Record<string, number>>;
  readonly billedPoints: number;
}
interface Shown {
  readonly campaign: { readonly id: string; readonly state: string; readonly sums: Sums };
}

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How a message may end by its report, all of which the sample has. */
const ENDS = ['delivered', 'undelivered', 'expired', 'rejected'];

/** Waits until everything is handed over, somebody has met each end, and at most `silent` messages still await a report. */
async function settled(silent: number): Promise<Sums> {
  for (let patience = 120; patience > 0; patience--) {
    const { sums } = (await json<Shown>('campaign', 'show', 'last')).campaign;
    if (
      (sums.handover['ready'] ?? 0) + (sums.handover['submitting'] ?? 0) === 0 &&
      (sums.delivery['pending'] ?? 0) <= silent &&
      ENDS.every((end) => (sums.delivery[end] ?? 0) > 0)
    )
      return sums;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the campaign did not settle');
}

describe('the main job', () => {
  it('starts with a demonstration company, a gateway and a balance', async () => {
    expect(await json('balance')).toMatchObject({ points: 10_000_000, paymentType: 'prepaid' });
  });

  it('imports the windows-1250 sample and says what was rejected and why', async () => {
    const { stdout, code } = await goniec.cli(['import', 'samples/kontrahenci-wapro.csv', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('windows-1250');
    expect(stdout).toMatch(/Wiersz nie zawiera nazwy kontrahenta/);
    expect(stdout).toMatch(/Arkusz kalkulacyjny zamienił numer na postać wykładniczą/);
  });

  it('measures Polish letters against 490, and saves parts without them', async () => {
    const body =
      'Dzień dobry! Zapraszamy na jesienną promocję: żużel, cegła i wełna o 15% taniej. Do 30.11. Skład Budowlany Źródło';
    const created = await goniec.cli([
      'campaign',
      'create',
      '--subject',
      'Jesień',
      '--body',
      body,
      '--pick-all',
      '--limit',
      '300',
    ]);
    expect(created.code, created.stderr).toBe(0);
    expect(created.stdout).toMatch(/z 490/);
    expect(created.stdout).toMatch(/2 na każdą wiadomość/);
    const edited = await goniec.cli(['campaign', 'edit', 'last', '--without-polish']);
    expect(edited.stdout).toMatch(/z 1\s120/);
    expect(edited.stdout).toMatch(/1 na każdą wiadomość/);
    expect(edited.stdout).toContain('Dzien dobry');
  });

  it('sends a few hundred, learns both stages of each with reasons, and the balance falls by exactly what was billed', async () => {
    const before = await json<{ points: number }>('balance');
    expect((await goniec.cli(['campaign', 'send', 'last', '--yes'])).code).toBe(0);
    const sums = await settled(15);
    expect([total(sums.handover), total(sums.delivery)]).toEqual([sums.messages, sums.messages]);
    expect(sums.handover['accepted']).toBeGreaterThan(250);
    expect(sums.delivery['pending']).toBeGreaterThan(0);

    const refused = await json<{ items: readonly { handoverReason: { sentence: { pl: string } } | null }[] }>(
      'campaign',
      'log',
      'last',
      '--handover',
      'refused',
    );
    expect(refused.items).toHaveLength(sums.handover['refused'] ?? 0);
    expect(refused.items.length).toBeGreaterThan(0);
    for (const message of refused.items) expect(message.handoverReason?.sentence.pl).toBeTruthy();
    const after = await json<{ points: number }>('balance');
    expect(before.points - after.points).toBe(sums.billedPoints);
  });

  it('checks delivery at once, and its books balance', async () => {
    expect((await goniec.cli(['campaign', 'check', 'last'])).code).toBe(0);
    const doctor = await json<{ drifts: readonly unknown[] }>('doctor');
    expect(doctor.drifts).toEqual([]);
  });

  it('uses its sign-in link once', async () => {
    const token = new URL(goniec.signInLink ?? '').searchParams.get('token');
    const signIn = () =>
      fetch(new URL('/api/v1/session', goniec.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
    const first = await signIn();
    expect(first.status).toBe(201);
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; .*SameSite=Lax|SameSite=Lax.*HttpOnly/);
    expect((await signIn()).status).toBe(403);
  });
});
