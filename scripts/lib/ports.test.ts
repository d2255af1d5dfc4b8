import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portFault, settledPort } from './ports.mjs';

// other tests take ports of 127.0.0.1 all the time; macOS has no further address of its own
const host = process.platform === 'darwin' ? '127.0.0.1' : '127.0.0.2';
const wish = { name: 'serwer', host, portVariable: 'GONIEC_PORT', hostVariable: 'GONIEC_HOST' };

let squatter: Server;
let taken: number;

beforeEach(async () => {
  squatter = createServer();
  await new Promise<void>((resolve) => {
    squatter.listen(0, host, () => {
      const address = squatter.address();
      taken = typeof address === 'object' && address !== null ? address.port : 0;
      resolve();
    });
  });
});

afterEach(() => squatter.close());

describe('portFault', () => {
  it('finds no fault with a free port', async () => {
    expect(await portFault({ ...wish, port: 0 })).toBeUndefined();
  });

  it('proposes a port that is free instead of a busy one', async () => {
    const proposed = /GONIEC_PORT=(\d+) npm start/u.exec((await portFault({ ...wish, port: taken })) ?? '')?.[1];

    expect(Number(proposed)).toBeGreaterThan(taken);
    expect(await portFault({ ...wish, port: Number(proposed) })).toBeUndefined();
  });

  it('points at the host when the host is the fault', async () => {
    // 203.0.113.0/24 is kept for documentation (RFC 5737): no computer has it
    expect(await portFault({ ...wish, host: '203.0.113.1', port: 0 })).toMatch(
      /203\.0\.113\.1.*Sprawdź GONIEC_HOST\.$/u,
    );
  });
});

describe('settledPort', () => {
  it('leaves a chosen port alone and finds a free one for 0', async () => {
    expect(await settledPort(host, taken)).toBe(taken);
    expect(await portFault({ ...wish, port: await settledPort(host, 0) })).toBeUndefined();
  });
});
