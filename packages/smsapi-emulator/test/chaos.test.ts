import { describe, expect, it } from 'vitest';
import { createManualClock, type EmulatorOptions } from '../src/index.ts';
import { start } from './support.ts';

const REQUESTS = 80;

/** What one run of the same requests looks like from outside: every answer, and what was taken. */
const run = async (options: EmulatorOptions): Promise<readonly string[]> => {
  const clock = createManualClock();
  const emulator = await start({ clock, profile: 'chaos', speed: 1, ...options });
  emulator.setLatency({ minMs: 0, maxMs: 0 });
  const lines: string[] = [];
  for (let nth = 0; nth < REQUESTS; nth += 1) {
    const number = 48_500_100_050 + nth * 100;
    const before = emulator.requests.total;
    const giveUp = new AbortController();
    const asked = fetch(`${emulator.url}/sms.do`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        format: 'json',
        to: String(number),
        message: 'a',
        idx: `i${nth}`,
        notify_url: 'http://127.0.0.1:1/',
      }),
      signal: giveUp.signal,
    }).then(
      async (response) => `${response.status} ${await response.text().catch(() => 'broken')}`,
      () => 'no answer',
    );
    await expect.poll(() => emulator.requests.total, { interval: 1 }).toBe(before + 1);
    if (emulator.requests.last()?.fault === 'hang') giveUp.abort();
    lines.push(await asked);
  }
  lines.push(...emulator.ledger.numbers().map((number) => `${number} ${emulator.ledger.accepted(number).length}`));
  return lines;
};

describe('chaos', () => {
  it('is the same with the same seed, and another with another', async () => {
    const [first, second, other] = [await run({ seed: 5 }), await run({ seed: 5 }), await run({ seed: 6 })];
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('hurts some requests and spares most', async () => {
    const lines = await run({ seed: 5 });
    const spared = lines.slice(0, REQUESTS).filter((line) => line.startsWith('200 {"count":1'));
    expect(spared.length).toBeGreaterThan(REQUESTS * 0.7);
    expect(spared.length).toBeLessThan(REQUESTS);
  });
});
