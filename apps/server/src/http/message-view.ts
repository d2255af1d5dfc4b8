import type { Contract, Reason, Result } from '@goniec/contract';
import type { LogRow } from '../db/messages.ts';
import { costOf } from '../domain/message-cost.ts';

export type MessageView = Result<Contract['listMessages']>['items'][number];

/** One line of the log as the API shows it. */
export function messageView(row: LogRow, explain: (code: string) => Reason | null): MessageView {
  return {
    id: String(row.id),
    contractorId: row.contractorId === null ? null : String(row.contractorId),
    contractorName: row.contractorName,
    contactName: row.contactName,
    phone: row.phone,
    handover: row.handover,
    handoverReason: row.handoverCode === null ? null : explain(row.handoverCode),
    delivery: row.delivery,
    deliveryReason: row.deliveryCode === null ? null : explain(`delivery_${row.deliveryCode}`),
    parts: row.parts,
    points: row.points,
    billedParts: row.billedParts,
    billedPoints: row.billedPoints,
    cost: costOf(row),
    providerId: row.providerId,
    batchId: row.batchId === null ? null : String(row.batchId),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    reportedAt: row.reportedAt?.toISOString() ?? null,
  };
}
