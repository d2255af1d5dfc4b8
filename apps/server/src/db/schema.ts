import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Id, Time, Now, Json } from './schema-columns.ts';
import type { GatewayTables } from './schema-gateway.ts';

/** The tables as TypeScript sees them. The truth is `migrations/`; `schema.test.ts` compares the column names. */

export interface Database extends GatewayTables {
  readonly instance: {
    singleton: Generated<boolean>;
    installationId: Generated<string>;
    epoch: Generated<number>;
    keyCheck: string | null;
    highestDate: string | null;
    highestAt: Time | null;
    holdReason: string | null;
    heldAt: Time | null;
    pulse: Generated<number>;
    pulseAt: Time | null;
    createdAt: Now;
  };
  readonly releaseLine: { line: string; releasedOn: string; withdrawn: Generated<boolean> };
  readonly company: { id: Id; name: string; nip: string | null; wrappedKey: string | null; createdAt: Now };
  readonly appUser: { id: Id; name: string; email: string | null; disabledAt: Time | null; createdAt: Now };
  readonly membership: { companyId: number; userId: number; role: Generated<string> };
  readonly signInLink: { tokenHash: Buffer; userId: number | null; expiresAt: Time; usedAt: Time | null };
  readonly session: {
    id: Id;
    userId: number;
    tokenHash: Buffer;
    createdAt: Now;
    lastSeenAt: Now;
    expiresAt: Time;
  };
  readonly apiKey: {
    id: Id;
    userId: number | null;
    name: string;
    prefix: string;
    secretHash: Buffer;
    local: Generated<boolean>;
    createdAt: Now;
    lastUsedAt: Time | null;
    revokedAt: Time | null;
  };
  readonly auditEvent: {
    id: Id;
    companyId: number | null;
    actor: string;
    action: string;
    subject: string | null;
    data: Json<unknown>;
    at: Now;
  };
  readonly idempotencyKey: {
    actor: string;
    key: string;
    operation: string;
    requestHash: Buffer;
    status: number | null;
    body: Json<unknown> | null;
    createdAt: Now;
  };
  readonly contractor: {
    id: Id;
    companyId: number;
    code: string | null;
    shortName: string | null;
    name: string;
    nip: string | null;
    street: string | null;
    postalCode: string | null;
    city: string | null;
    country: string | null;
    groups: Generated<string[]>;
    nameKey: string;
    cityKey: Generated<string | null>;
    search: string;
    createdAt: Now;
    updatedAt: Now;
  };
  readonly directoryChange: {
    id: Id;
    companyId: number;
    at: Now;
  };
  readonly contact: {
    id: Id;
    companyId: number;
    contractorId: number;
    name: string | null;
    role: string | null;
    phone: string | null;
    phoneKind: 'mobile' | 'landline' | 'other' | null;
    phoneRaw: string | null;
    phoneFault: string | null;
    email: string | null;
    isPrimary: Generated<boolean>;
    search: GeneratedAlways<string>;
    createdAt: Now;
    updatedAt: Now;
  };
  readonly consentEvent: {
    id: Id;
    companyId: number;
    contractorId: number | null;
    contactId: number | null;
    phone: string;
    channel: Generated<string>;
    purpose: Generated<string>;
    event: 'given' | 'confirmed' | 'imported' | 'withdrawn' | 'expired' | 'annulled';
    effectiveAt: ColumnType<Date | number, Date | string, never>;
    recordedAt: Now;
    recordedBy: string;
    how: string;
    source: string | null;
    annuls: Generated<number | null>;
  };
  readonly consent: {
    companyId: number;
    phone: string;
    channel: string;
    purpose: string;
    active: boolean;
    event: string;
    effectiveAt: Date | number;
    eventId: number;
  };
  readonly suppression: { id: Id; companyId: number; phone: string; reason: string; source: string; createdAt: Now };
  readonly importTask: {
    id: Id;
    companyId: number;
    importId: number | null;
    kind: 'check' | 'apply' | 'undo';
    fileName: string;
    done: Generated<number>;
    total: Generated<number>;
    toldAt: Now;
  };
  readonly import: {
    id: Id;
    companyId: number;
    fileName: string;
    sha256: Buffer;
    bytes: number;
    encoding: string | null;
    delimiter: string | null;
    sheet: string | null;
    sheets: readonly string[] | null;
    headed: Generated<boolean>;
    columns: Json<unknown>;
    state: 'checked' | 'applied' | 'undone';
    summary: Json<unknown>;
    createdBy: string;
    createdAt: Now;
    appliedAt: Time | null;
    writes: number | null;
    undoneAt: Time | null;
    undoneBy: string | null;
    undo: Json<unknown> | null;
  };
  readonly importWrite: {
    companyId: number;
    importId: number;
    line: number;
    thing: 'contractor' | 'contact' | 'consent';
    thingId: number;
    contractorId: number;
    before: Json<unknown> | null;
    written: Json<unknown>;
  };
  readonly importRow: {
    companyId: number;
    importId: number;
    line: number;
    outcome: 'create' | 'update' | 'same' | 'rejected';
    contractorId: number | null;
    cells: Json<string[]>;
    draft: Json<unknown> | null;
    changes: Json<unknown>;
    remarks: Json<unknown>;
    undo: Json<unknown> | null;
  };
  readonly campaign: {
    id: Id;
    companyId: number;
    subject: string;
    body: Generated<string>;
    withoutPolish: Generated<boolean>;
    purpose: Generated<string>;
    state: Generated<'draft' | 'frozen' | 'sending' | 'paused' | 'finished' | 'cancelled'>;
    pauseCause:
      | 'user'
      | 'funds'
      | 'credentials'
      | 'entitlement'
      | 'gateway_down'
      | 'restore_hold'
      | 'storage'
      | 'clock'
      | null;
    pauseCode: string | null;
    pauseUntil: Time | null;
    pausedAt: Time | null;
    pauseChecks: Generated<number>;
    polledTo: Generated<number>;
    pollAt: Time | null;
    pollRounds: Generated<number>;
    version: Generated<number>;
    audienceHash: Buffer | null;
    createdBy: string;
    createdAt: Now;
    updatedAt: Now;
    frozenAt: Time | null;
    startedBy: string | null;
    startedAt: Time | null;
    finishedAt: Time | null;
  };
  readonly campaignEditor: {
    companyId: number;
    campaignId: number;
    seat: string;
    actor: string;
    userId: number | null;
    openedAt: Time;
    editingSince: Time | null;
    seenAt: Time;
  };
  readonly recipient: { companyId: number; campaignId: number; contactId: number };
  readonly messageText: {
    id: Id;
    companyId: number;
    campaignId: number;
    body: string;
    encoding: 'gsm7' | 'ucs2';
    units: number;
    parts: number;
  };
  readonly batch: {
    id: Id;
    companyId: number;
    campaignId: number;
    gatewayId: number;
    textId: number;
    state: Generated<'ready' | 'submitting' | 'uncertain' | 'recorded' | 'cancelled'>;
    epoch: number | null;
    attempt: Generated<number>;
    firstAttemptAt: Time | null;
    notBefore: Time | null;
    leaseUntil: Time | null;
    worker: string | null;
    cause: string | null;
    deferrals: Generated<number>;
    ageUnknown: Generated<boolean>;
  };
  readonly message: {
    id: Id;
    companyId: number;
    campaignId: number;
    batchId: number | null;
    textId: number | null;
    contractorId: number | null;
    contactId: number | null;
    phone: string | null;
    outcome: 'accepted' | 'refused' | 'excluded' | null;
    outcomeCode: string | null;
    leftOut: Generated<boolean>;
    delivery: Generated<DeliveryColumn>;
    deliveryCode: number | null;
    parts: number;
    points: number;
    billedParts: number | null;
    billedPoints: number | null;
    providerId: string | null;
    acceptedAt: Time | null;
    reportedAt: Time | null;
    generation: Generated<number>;
  };
  readonly messageResend: {
    companyId: number;
    messageId: number;
    generation: number;
    batchId: number;
    decidedBy: string;
    decidedAt: Now;
    takenAt: Time | null;
  };
  readonly messageTally: {
    companyId: number;
    campaignId: number;
    batchId: number;
    outcome: string;
    delivery: DeliveryColumn;
    messages: number;
    parts: number;
    points: number;
    billedPoints: number;
  };
  readonly deliveryReport: {
    id: Id;
    companyId: number;
    gatewayId: number;
    messageId: number | null;
    providerId: string;
    idx: string | null;
    statusCode: number | null;
    statusName: string | null;
    delivery: DeliveryColumn;
    doneAt: Time | null;
    source: 'callback' | 'query';
    raw: string | null;
    receivedAt: Now;
  };
  readonly inboundMessage: {
    id: Id;
    companyId: number;
    gatewayId: number;
    sender: string | null;
    phone: string | null;
    body: string;
    sentAt: Time | null;
    receivedAt: Now;
    providerId: string | null;
    messageId: number | null;
    contractorId: number | null;
    state: 'to_read' | 'read' | 'withdrawn';
    handledAt: Time | null;
    handledBy: string | null;
    fingerprint: Buffer;
    raw: string;
  };
  /** A view: Status SMS and Status doręczenia of every message. */
  readonly messageLog: {
    id: number;
    companyId: number;
    campaignId: number;
    batchId: number | null;
    textId: number | null;
    contractorId: number | null;
    contactId: number | null;
    phone: string | null;
    handover: HandoverColumn;
    handoverCode: string | null;
    delivery: DeliveryColumn;
    deliveryCode: number | null;
    parts: number;
    points: number;
    billedParts: number | null;
    billedPoints: number | null;
    providerId: string | null;
    acceptedAt: Date | null;
    reportedAt: Date | null;
    epoch: number | null;
  };
}

type HandoverColumn = 'ready' | 'submitting' | 'accepted' | 'refused' | 'uncertain' | 'excluded' | 'cancelled';

type DeliveryColumn =
  | 'none'
  | 'pending'
  | 'no_report'
  | 'unknown'
  | 'expired'
  | 'rejected'
  | 'failed'
  | 'undelivered'
  | 'delivered';
