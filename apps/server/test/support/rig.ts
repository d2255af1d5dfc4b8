import { randomBytes } from 'node:crypto';
import type { Emulator, EmulatorOptions } from 'smsapi-emulator';
import { startEmulator } from 'smsapi-emulator';
import type { AddressInfo } from 'node:net';
import { createServer, type IncomingMessage } from 'node:http';
import { createLog, type Log } from '../../src/log.ts';
import { queue } from '../../src/jobs/runner.ts';
import { providers } from '../../src/providers/registry.ts';
import { createVault } from '../../src/secrets/vault.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { createCampaign } from '../../src/usecases/create-campaign.ts';
import { pickRecipients } from '../../src/usecases/pick-recipients.ts';
import { recordInbound } from '../../src/usecases/record-inbound.ts';
import { createReportIntake, type ReportIntake } from '../../src/usecases/record-reports.ts';
import { saveGatewayToken } from '../../src/usecases/save-gateway-token.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createFirm, type Firm } from './firm.ts';

/** A firm, its gateway account at a real emulator, and the engine's parts, without the loop: tests take the steps. */
export interface Rig {
  readonly test: TestDatabase;
  readonly deps: Deps;
  readonly emulator: Emulator;
  readonly firm: Firm;
  readonly actor: string;
  /** Moves the clock that the rules see. */
  setNow(now: Date): void;
  /** A draft with all contacts of the firm. */
  draft(body?: string): Promise<{ readonly companyId: number; readonly campaignId: number; readonly actor: string }>;
  /** Sends everything that is due, as a worker would. */
  drain(): Promise<number>;
  close(): Promise<void>;
}

export async function createRig(options: {
  readonly contacts: number;
  readonly batchSize?: number;
  readonly emulator?: Partial<EmulatorOptions>;
  /** Where the lines go that a test wants to count. */
  readonly log?: Log;
  /** A database of the test's own making, migrated and empty. */
  readonly database?: TestDatabase;
}): Promise<Rig> {
  const test = options.database ?? (await createTestDatabase());
  const emulator = await startEmulator({ token: 'rig-token', speed: 100, ...options.emulator });
  const firm = await createFirm(test.db, {
    contacts: options.contacts,
    baseUrl: emulator.url,
    ...(options.batchSize ? { batchSize: options.batchSize } : {}),
  });
  let now: Date | null = null;
  const vault = createVault({ keyFile: randomBytes(32), factor: 'none', installationId: 'test' });
  const callbacks = await listenForCallbacks();
  const deps: Deps = {
    db: test.db,
    clock: () => now ?? new Date(),
    queue,
    providers,
    vault,
    log: options.log ?? createLog('silent', 'test'),
    line: '0.1',
    leaseGraceMs: 30_000,
    publicUrl: callbacks.url,
    emulator: null,
  };
  callbacks.taker = { deps, reports: createReportIntake(deps) };
  const actor = 'user:1';
  const saved = await saveGatewayToken(deps, { companyId: firm.companyId, actor, token: 'rig-token' });
  if (!saved.ok) throw new Error(saved.refusal.code);
  return {
    test,
    deps,
    emulator,
    firm,
    actor,
    setNow: (date) => {
      now = date;
    },
    draft: async (body = 'Dzień dobry, zapraszamy.') => {
      const { companyId, contactIds } = firm;
      const campaign = await createCampaign(deps, { companyId, actor, subject: 'Próba', body, withoutPolish: false });
      const key = { companyId, campaignId: campaign.id, actor };
      await pickRecipients(deps, { ...key, picked: { contactIds }, eligibleOnly: false });
      return key;
    },
    drain: async () => {
      for (let count = 0, idle = 0; ;) {
        const batch = await claimNextBatch(deps, 'rig');
        if (batch) {
          await sendBatch(deps, 'rig', batch);
          [count, idle] = [count + 1, 0];
        } else if (++idle > 5) return count;
        else await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    close: async () => {
      await emulator.close();
      await callbacks.close();
      await test.drop();
    },
  };
}

/** The address the gateway tells things at: what takes them, behind the least of an HTTP server. */
async function listenForCallbacks() {
  const server = createServer((request, response) => {
    readAll(request)
      .then((body) => store(request.url ?? '', body))
      .then(
        (ok) => response.writeHead(ok ? 200 : 404).end(ok ? 'OK' : ''),
        () => response.writeHead(500).end(),
      );
  });
  const store = async (url: string, body: string): Promise<boolean> => {
    const [path = '', query = ''] = url.split('?');
    const raw = body === '' ? query : body;
    const fields = new URLSearchParams(raw);
    const [, , provider = '', secret = '', inboundSecret] = path.split('/');
    if (!holder.taker) return false;
    return inboundSecret === undefined
      ? holder.taker.reports.store(provider, secret, fields, raw)
      : recordInbound(holder.taker.deps, { provider, secret: inboundSecret, fields, raw });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server's address is an AddressInfo
  const { port } = server.address() as AddressInfo;
  const holder: {
    url: string;
    taker: { readonly deps: Deps; readonly reports: ReportIntake } | null;
    close(): Promise<void>;
  } = {
    url: `http://127.0.0.1:${port}`,
    taker: null,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return holder;
}

async function readAll(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
