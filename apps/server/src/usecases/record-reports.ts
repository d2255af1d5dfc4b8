import { recordAudit } from '../db/audit-events.ts';
import { finishCampaigns } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { settleDecidedBatches, storeReports, type IncomingReport } from '../db/delivery-reports.ts';
import { findGatewayBySecret } from '../db/gateways.ts';
import { markTakenCopies } from '../db/resends.ts';
import { parseIdx } from '../domain/message-idx.ts';
import { storable } from '../domain/storable.ts';
import type { Report } from '../providers/provider.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Deps } from './deps.ts';

/** Where a report came from. */
export interface ReportOrigin {
  readonly companyId: number;
  readonly gatewayId: number;
  readonly source: 'callback' | 'query';
  readonly raw: string | null;
}

/** Stores reports durably and folds them into the states. */
export async function recordReports(
  deps: Pick<Deps, 'db'>,
  reports: readonly { readonly report: Report; readonly origin: ReportOrigin }[],
): Promise<void> {
  if (reports.length === 0) return;
  await inTransaction(deps.db, async (tx) => {
    const news = reports.map(incoming);
    const touched = await storeReports(tx, news);
    await noteEarlierCopies(tx, news);
    const campaignIds = [...new Set(touched.map(({ campaignId }) => campaignId))];
    if (campaignIds.length === 0) return;
    await settleDecidedBatches(tx, campaignIds);
    await finishCampaigns(tx, campaignIds);
    for (const { campaignId, companyId } of touched) await announceCampaign(tx, { id: campaignId, companyId });
  });
}

/** A copy that a person had sent again was taken after all: the recipient may have got two, and the audit trail says so. */
async function noteEarlierCopies(tx: Db, reports: readonly IncomingReport[]): Promise<void> {
  const copies = reports.flatMap(({ companyId, messageId, generation, epoch }) =>
    messageId === null || generation === null || epoch === null ? [] : [{ companyId, messageId, generation, epoch }],
  );
  for (const { companyId, messageId, generation } of await markTakenCopies(tx, copies))
    await recordAudit(tx, {
      companyId,
      actor: 'system:reports',
      action: 'message.earlier_copy_taken',
      subject: `message:${messageId}`,
      data: { generation },
    });
}

/** The database's smallint; no gateway has so many states. */
const GREATEST_CODE = 32_767;

/** A report as the database can hold it. One it could not hold would keep all those it came with from being stored, for ever. */
function incoming({ report, origin }: { readonly report: Report; readonly origin: ReportOrigin }): IncomingReport {
  const named = report.idx === null ? null : parseIdx(report.idx);
  const { statusCode } = report;
  return {
    ...report,
    ...origin,
    providerId: storable(report.providerId, LONGEST_FIELD),
    idx: report.idx === null ? null : storable(report.idx, LONGEST_FIELD),
    statusCode: statusCode !== null && statusCode <= GREATEST_CODE ? statusCode : null,
    statusName: report.statusName === null ? null : storable(report.statusName, LONGEST_FIELD),
    raw: origin.raw === null ? null : storable(origin.raw),
    messageId: named?.messageId ?? null,
    epoch: named?.epoch ?? null,
    generation: named?.generation ?? null,
  };
}

/** Longer than any id or name of the gateway's; the whole of it is in `raw`. */
const LONGEST_FIELD = 255;

/** Takes callbacks from many requests at once and stores them together. */
export interface ReportIntake {
  /** Resolves after the commit: only then may the gateway be told OK. False: no account has this secret. */
  store(providerCode: string, secret: string, fields: URLSearchParams, raw: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The most callbacks in one transaction; more wait for the next. */
const GROUP = 1_000;

/** What our secrets are made of. */
const SECRET = /^[\w-]{1,200}$/;

type Reported = { readonly report: Report; readonly origin: ReportOrigin };

type Waiting = {
  readonly reports: readonly Reported[];
  done(): void;
  failed(error: unknown): void;
};

/**
 * Group commit: while one transaction is being written, the callbacks that come in meanwhile form the next one. A single
 * callback is not delayed, thousands a second share a few commits.
 */
export function createReportIntake(
  deps: Pick<Deps, 'db' | 'providers'>,
  onStored: (count: number) => void = () => {},
): ReportIntake {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const write = async (group: readonly Waiting[]): Promise<void> => {
    const reports = group.flatMap((item) => item.reports);
    try {
      await recordReports(deps, reports);
      onStored(reports.length);
      for (const item of group) item.done();
    } catch (error) {
      if (group.length > 1 && isAboutData(error)) {
        const middle = Math.ceil(group.length / 2);
        await write(group.slice(0, middle));
        await write(group.slice(middle));
      } else for (const item of group) item.failed(error);
    }
  };
  const drain = async () => {
    try {
      while (waiting.length > 0) await write(waiting.splice(0, GROUP));
    } finally {
      // In the same breath as the look at the queue: whoever comes after it starts a new turn.
      writing = null;
    }
  };

  return {
    store: async (providerCode, secret, fields, raw) => {
      const kind = deps.providers.get(providerCode);
      const gateway = SECRET.test(secret) ? await findGatewayBySecret(deps.db, secret) : undefined;
      if (!gateway || !kind || gateway.provider !== providerCode) return false;
      const from = { companyId: gateway.companyId, gatewayId: gateway.id, source: 'callback' } as const;
      const reports = reportsIn(kind.parseReports(fields), from, raw);
      if (reports.length === 0) return true;
      await new Promise<void>((resolve, reject) => {
        waiting.push({ reports, done: resolve, failed: reject });
        writing ??= drain();
      });
      return true;
    },
    close: async () => {
      await writing;
    },
  };
}

/** The reports of one call. The call as it came is kept once, with the first of them; one that nobody can read is kept too. */
function reportsIn(reports: readonly Report[], from: Omit<ReportOrigin, 'raw'>, raw: string): readonly Reported[] {
  if (reports.length === 0) return raw === '' ? [] : [{ report: unreadable, origin: { ...from, raw } }];
  return reports.map((report, at) => ({ report, origin: { ...from, raw: at === 0 ? raw : null } }));
}

const unreadable: Report = {
  providerId: '',
  idx: null,
  statusCode: null,
  statusName: null,
  delivery: 'none',
  doneAt: null,
  points: null,
};

/** Whether the database refused what was to be stored (classes 22 and 23), rather than being unable to store anything. */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);
}
