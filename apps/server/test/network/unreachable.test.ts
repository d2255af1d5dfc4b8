import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority } from './certificate.ts';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000);
const [lastYear, yesterday, nextYear] = [daysFromNow(-365), daysFromNow(-1), daysFromNow(365)];

const authority = createAuthority();
const stranger = createAuthority();
const ip = '127.0.0.1';
const trusted = authority.issue({ ip, from: lastYear, until: nextYear });

const before = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...before, authority.cert]));
afterAll(() => setDefaultCACertificates(before));

let fault: FaultRig;
const open: (() => Promise<void>)[] = [];
beforeEach(async () => {
  fault = await createFaultRig({ contacts: 2 });
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await fault.close();
});

const tls = async (certificate: typeof trusted): Promise<FaultProxy> => {
  const proxy = await startFaultProxy(fault.rig.emulator.url, certificate);
  open.push(() => proxy.close());
  return proxy;
};
const moveTo = (baseUrl: string) => fault.rig.test.db.updateTable('gateway').set({ baseUrl }).execute();

/** A port where nobody listens, nor can: a connection to somewhere else begins there. */
async function closedPort(): Promise<number> {
  const socket = connect(fault.rig.emulator.port, ip);
  await once(socket, 'connect');
  open.push(async () => void socket.destroy());
  return socket.localPort ?? 0;
}

const faults: readonly (readonly [name: string, code: string, address: () => Promise<string>])[] = [
  ['a name that nobody knows', 'gateway_name_unknown', async () => 'https://api.smsapi.invalid/'],
  ['a port where nobody listens', 'gateway_unreachable', async () => `http://${ip}:${await closedPort()}/`],
  [
    'a certificate of an authority that nobody trusts',
    'gateway_certificate',
    async () => (await tls(stranger.issue({ ip, from: lastYear, until: nextYear }))).url,
  ],
  ['a self-signed certificate', 'gateway_certificate', async () => (await tls(stranger)).url],
  [
    'an expired certificate',
    'gateway_certificate',
    async () => (await tls(authority.issue({ ip, from: lastYear, until: yesterday }))).url,
  ],
  [
    'a certificate of another host',
    'gateway_certificate',
    async () => (await tls(authority.issue({ ip: '127.0.0.9', from: lastYear, until: nextYear }))).url,
  ],
  [
    'a server without TLS at an https address',
    'gateway_certificate',
    async () => fault.proxy.url.replace('http:', 'https:'),
  ],
];

describe('a gateway that cannot be reached', () => {
  it.each(faults)(
    '%s: nothing was sent, the rows stay ready, and all go out when it is back',
    async (_, code, address) => {
      const key = await fault.launch();
      await moveTo(await address());
      expect(await fault.attempt()).toEqual({ kind: 'unreachable', code });
      expect(await fault.handovers(key)).toEqual(['ready 2']);
      expect(await fault.batches(key)).toMatchObject([{ state: 'ready', cause: code, attempt: 1 }]);
      expect(fault.rig.emulator.ledger.totals.accepted).toBe(0);

      await moveTo((await tls(trusted)).url);
      await fault.finish();
      expect([fault.taken(1), fault.taken(2)]).toEqual([1, 1]);
      expect(await fault.campaign(key)).toMatchObject({ state: 'finished' });
    },
  );

  it('cut in the middle of the TLS handshake: nothing proves that nothing was written, so it is uncertain', async () => {
    const key = await fault.launch();
    const server = createServer((socket) => socket.once('data', () => socket.destroy())).listen(0, ip);
    await once(server, 'listening');
    const address = server.address();
    await moveTo(`https://${ip}:${typeof address === 'object' ? address?.port : 0}/`);
    expect(await fault.attempt()).toMatchObject({ kind: 'uncertain', code: 'gateway_connection_lost' });
    expect(await fault.handovers(key)).toEqual(['uncertain 2']);
    server.close();
    await moveTo((await tls(trusted)).url);
    await fault.finish();
    expect([fault.taken(1), fault.taken(2)]).toEqual([1, 1]);
  });
});
