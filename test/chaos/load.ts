import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError, type Client } from '@goniec/contract';
import type { Expected } from './audit.ts';
import type { Chance } from './chance.ts';
import { groups, makeContractors } from './contractors.ts';
import type { Stage } from './stage.ts';

/** A campaign that was sent, with what it should come to. */
export interface Campaign extends Expected {
  readonly companyId: string;
  readonly campaignId: string;
}

/** Campaigns that are started over the public API whenever there is little left to send. */
export interface Load {
  /** All campaigns that were ever sent, in order. */
  readonly campaigns: readonly Campaign[];
  /** Drafts that an answer lost in a kill left behind. */
  drafts(): number;
  /** Starts no more campaigns. */
  pause(): Promise<void>;
  resume(): void;
}

/** Slow answers (phases.ts) stay below the time-out; the lease of a dead worker's batch is the time-out and a grace. */
export const TIMEOUT_MS = 2_000;
/** As many batches as kills need; more would only be more to count. */
const READY_BATCHES = 24;
const LOOK_MS = 200;

/** Each company is a gateway account of its own: many accounts, because batches of the dead count against their limit of requests. */
const accounts = [
  { batchSize: 2, requestsPerSecond: 2, concurrency: 20 },
  { batchSize: 3, requestsPerSecond: 2, concurrency: 20 },
  { batchSize: 5, requestsPerSecond: 2, concurrency: 20 },
  { batchSize: 8, requestsPerSecond: 2, concurrency: 20 },
  { batchSize: 20, requestsPerSecond: 2, concurrency: 10 },
  { batchSize: 100, requestsPerSecond: 1, concurrency: 3 },
] as const;

/** Makes the companies, their directories and gateway accounts, and keeps campaigns coming. */
export async function startLoad(stage: Stage, chance: Chance, fail: (error: unknown) => void): Promise<Load> {
  const api = await stage.api();
  const file = makeContractors();
  const companies = await Promise.all(
    accounts.map((account, index) => makeCompany(api, stage, `Firma ${index + 1}`, account, file.csv)),
  );
  const campaigns: Campaign[] = [];
  let drafts = 0;
  let running = true;
  let turn = 0;

  const startCampaign = async (): Promise<void> => {
    const number = ++turn;
    const companyId = companies[number % companies.length] ?? '';
    const group = chance.pick(groups);
    const members = file.members.get(group.name);
    const text = `Kampania ${number}. ${chance.pick(['Dzien dobry!', 'Dzień dobry, zażółć gęślą jaźń!', 'Promocja! '.repeat(20)])}`;
    const subject = `Kampania ${number} ${group.name}`;
    const sent = await sendCampaign(stage, { companyId, subject, body: text.trim(), group: group.name });
    drafts += sent.drafts;
    campaigns.push({ name: subject, text: text.trim(), sent: new Set(members), companyId, campaignId: sent.id });
  };

  const keepComing = async (): Promise<void> => {
    for (;;) {
      if (!running) return;
      const [due] = await stage.database.ask<{ batches: number }>(
        `select count(*)::int as batches from batch b join campaign c on c.id = b.campaign_id where b.state = 'ready' and c.state = 'sending'`,
      );
      if (due && due.batches < READY_BATCHES) await startCampaign();
      else await sleep(LOOK_MS);
    }
  };
  let coming = keepComing();
  coming.catch(fail);
  return {
    campaigns,
    drafts: () => drafts,
    pause: async () => {
      running = false;
      await coming;
    },
    resume: () => {
      running = true;
      coming = keepComing();
      coming.catch(fail);
    },
  };
}

/** The steps a person takes: company, subscription service, gateway account with token and sender, contractors. */
async function makeCompany(
  api: Client,
  { gateway }: Stage,
  name: string,
  account: (typeof accounts)[number],
  csv: string,
): Promise<string> {
  const { id: companyId } = await api.createCompany({ body: { name } });
  const params = { companyId };
  await api.switchService({ params: { ...params, code: 'sms_smsapi' }, body: { enabled: true } });
  const settings = { provider: 'smsapi', baseUrl: gateway.url, timeoutMs: TIMEOUT_MS, ...account } as const;
  await api.saveGateway({ params, body: { ...settings, sender: null } });
  await api.saveGatewayToken({ params, body: { token: gateway.token } });
  await api.saveGateway({ params, body: { ...settings, sender: 'Test' } });
  const upload = { file: new Blob([csv]), fileName: 'kontrahenci.csv' };
  const checked = await api.checkImport({ params, body: {}, ...upload });
  const applied = await api.applyImport({ params: { companyId, importId: checked.id } });
  const { rows, rejected, create } = applied.summary;
  if (rejected > 0 || create !== rows) throw new Error(`import: ${JSON.stringify(applied.summary)}`);
  return companyId;
}

/**
 * Creates, picks and sends, over kills of everything: each step is asked for until the answer says that it is done, as a
 * person would who sees an error, looks, and clicks again.
 */
async function sendCampaign(
  stage: Stage,
  plan: { readonly companyId: string; readonly subject: string; readonly body: string; readonly group: string },
): Promise<{ readonly id: string; readonly drafts: number }> {
  const { companyId, subject, body, group } = plan;
  const id = await insist(async () => {
    const api = await stage.api();
    const mine = await namesakes(api, plan);
    return mine[0]?.id ?? (await api.createCampaign({ params: { companyId }, body: { subject, body } })).id;
  });
  const params = { companyId, campaignId: id };
  await insist(async () => (await stage.api()).pickRecipients({ params, body: { filter: { group } } }));
  await insist(async () => {
    const api = await stage.api();
    const { state } = await api.getCampaign({ params });
    if (state === 'draft' || state === 'frozen') await api.sendCampaign({ params, body: {} });
  });
  return { id, drafts: (await insist(async () => namesakes(await stage.api(), plan))).length - 1 };
}

async function namesakes(
  api: Client,
  { companyId, subject }: { readonly companyId: string; readonly subject: string },
): Promise<readonly { readonly id: string }[]> {
  const { items } = await api.listCampaigns({ params: { companyId }, query: { q: subject } });
  return items.filter((campaign) => campaign.subject === subject);
}

const PATIENCE_MS = 180_000;

/** Again until it works: the server, the database or the gateway may be down. What we ask wrongly is told at once. */
async function insist<T>(step: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + PATIENCE_MS; ; await sleep(100)) {
    try {
      return await step();
    } catch (error) {
      const passing =
        !(error instanceof ProblemError) || ![400, 404, 422].includes(error.problem.status) || isGate(error);
      if (!passing || performance.now() > deadline) throw withReasons(error);
    }
  }
}

/** The send gate names what stands in the way; a gateway that was killed this second is one of them. */
const isGate = ({ problem }: ProblemError): boolean => (problem.reasons ?? []).length > 0;

function withReasons(error: unknown): unknown {
  const reasons = error instanceof ProblemError ? (error.problem.reasons ?? []).map(({ code }) => code) : [];
  return reasons.length === 0 ? error : new Error(`refused: ${reasons.join(', ')}`, { cause: error });
}
