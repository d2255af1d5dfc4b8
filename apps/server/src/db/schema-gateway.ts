import type { Generated } from 'kysely';
import type { Id, Time, Now } from './schema-columns.ts';

/** The tables about a company's account at a gateway, and its right to use it. */
export interface GatewayTables {
  readonly gateway: {
    id: Id;
    companyId: number;
    provider: string;
    baseUrl: string;
    sender: string | null;
    timeoutMs: Generated<number>;
    batchSize: Generated<number>;
    requestsPerSecond: Generated<number>;
    concurrency: Generated<number>;
    maxParts: Generated<number>;
    partPrice: Generated<number>;
    pointValue: Generated<number>;
    lowBalance: Generated<number | null>;
    callbackSecret: string;
    paymentType: string | null;
    accountName: string | null;
    verifiedAt: Time | null;
    lastErrorCode: string | null;
    lastErrorAt: Time | null;
    nextRequestAt: Now;
    failures: Generated<number>;
    slowedTo: number | null;
    slowedAt: Time | null;
    settleAutomatically: Generated<boolean>;
    inboundSecret: Generated<string>;
    createdAt: Now;
    updatedAt: Now;
  };
  readonly gatewayError: {
    id: Id;
    companyId: number;
    gatewayId: number;
    operation: 'send' | 'balance' | 'test' | 'senders' | 'reports' | 'inbound' | 'check';
    code: string;
    times: Generated<number>;
    firstAt: Now;
    lastAt: Now;
  };
  readonly sealedSecret: {
    id: Id;
    companyId: number;
    purpose: string;
    recordId: number;
    sealed: string;
    createdAt: Now;
  };
  readonly subscriptionService: {
    companyId: number;
    code: string;
    enabled: boolean;
    changedAt: Now;
    changedBy: string;
  };
  readonly balanceReading: { id: Id; companyId: number; gatewayId: number; points: number | null; readAt: Now };
}
