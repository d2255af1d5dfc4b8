import { recordAudit } from '../db/audit-events.ts';
import { finishCampaigns } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { settleDecidedBatches, storeReports, type IncomingReport } from '../db/delivery-reports.ts';
import { findGatewayBySecret } from '../db/gateways.ts';
import { markTakenCopies } from '../db/resends.ts';
import { parseIdx } from '../domain/message-idx.ts';
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

/** Stores reports durably and folds them into the states; returns how many campaigns they touched. */
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

function incoming({ report, origin }: { readonly report: Report; readonly origin: ReportOrigin }): IncomingReport {
  const named = report.idx === null ? null : parseIdx(report.idx);
  return {
    ...report,
    ...origin,
    messageId: named?.messageId ?? null,
    epoch: named?.epoch ?? null,
    generation: named?.generation ?? null,
  };
}

/** Takes callbacks from many requests at once and stores them together. */
export interface ReportIntake {
  /** Resolves after the commit: only then may the gateway be told OK. False: no account has this secret. */
  store(providerCode: string, secret: string, fields: URLSearchParams, raw: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The most reports in one transaction; more wait for the next. */
const GROUP = 1_000;

type Waiting = {
  readonly reports: readonly { readonly report: Report; readonly origin: ReportOrigin }[];
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

  const drain = async () => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, GROUP);
      const reports = group.flatMap((item) => item.reports);
      try {
        await recordReports(deps, reports);
        onStored(reports.length);
        for (const item of group) item.done();
      } catch (error) {
        for (const item of group) item.failed(error);
      }
    }
  };

  return {
    store: async (providerCode, secret, fields, raw) => {
      const gateway = await findGatewayBySecret(deps.db, secret);
      const kind = deps.providers.get(providerCode);
      if (!gateway || !kind || gateway.provider !== providerCode) return false;
      const origin: ReportOrigin = { companyId: gateway.companyId, gatewayId: gateway.id, source: 'callback', raw };
      const reports = kind.parseReports(fields).map((report) => ({ report, origin }));
      await new Promise<void>((resolve, reject) => {
        waiting.push({ reports, done: resolve, failed: reject });
        writing ??= drain().finally(() => {
          writing = null;
        });
      });
      return true;
    },
    close: async () => {
      await writing;
    },
  };
}
