import { z } from 'zod';
import { operations } from './operation.ts';
import { Amount, CompanyParams, Id, Reason, Sentence, Time } from './scalars.ts';

export const GatewaySettings = z
  .object({
    provider: z.literal('smsapi').meta({ description: 'Dostawca usługi SMS; chosen first' }),
    baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.smsapi.pl/'),
    sender: z
      .string()
      .trim()
      .min(1)
      .max(16)
      .nullish()
      .meta({ description: 'Sender name, one the gateway lists as active' }),
    timeoutMs: z.int().min(1000).max(120_000).default(10_000),
    batchSize: z.int().min(1).max(10_000).default(100),
    requestsPerSecond: z.int().min(1).max(100).default(10),
    concurrency: z.int().min(1).max(20).default(3),
    maxParts: z
      .int()
      .min(1)
      .max(10)
      .default(10)
      .meta({ description: "The account's own cap of parts (6 on some accounts)" }),
    settleAutomatically: z.boolean().default(true).meta({
      description:
        'Whether a batch of which nobody knows if the gateway took it is asked for again by itself, with the same references, for 20 hours. Without it a person decides at once',
    }),
    lowBalance: Amount.min(0)
      .nullish()
      .meta({ description: 'Fewer points than this are told as `balance_low`; null tells nobody' }),
    pointValue: Amount.default(10_000).meta({ description: 'What one point costs: ten-thousandths of a zloty' }),
  })
  .meta({ id: 'GatewaySettings' });

export const Gateway = GatewaySettings.extend({
  sender: z.string().nullable(),
  lowBalance: Amount.nullable(),
  token: z.enum(['missing', 'stored', 'unreadable']).meta({ description: 'The token itself is never given out' }),
  partPrice: Amount.meta({ description: 'Points per part, from the price list of the gateway' }),
  paymentType: z.string().nullable(),
  accountName: z.string().nullable(),
  emulator: z.boolean().meta({ description: 'An emulator on this computer answers, with test phones' }),
  verifiedAt: Time.nullable(),
  pace: z
    .object({ requestsPerSecond: z.number(), concurrency: z.int() })
    .meta({ description: 'What counts right now: below the settings while the gateway has asked for fewer requests' }),
  lastError: Reason.extend({ at: Time }).nullable(),
  inbound: z
    .object({
      url: z.string().meta({ description: 'Where the gateway is to tell what people write back' }),
      steps: z.array(Sentence).meta({ description: 'How to give it to the gateway by hand' }),
    })
    .meta({ description: 'Replies' }),
  tokenSteps: z
    .array(Sentence)
    .meta({ description: 'How to generate a separate token for this integration in the panel' }),
}).meta({ id: 'Gateway' });

export const Balance = z
  .object({
    points: Amount.nullable().meta({ description: 'Null when the account does not say (postpaid)' }),
    partsAffordable: z.int().nullable(),
    value: Amount.nullable().meta({ description: 'Points in ten-thousandths of a zloty' }),
    paymentType: z.string(),
    testAccount: z.boolean(),
    canBuy: z.boolean(),
    buyUrl: z.string().nullable(),
    notice: Reason.nullable(),
    readAt: Time,
  })
  .meta({ id: 'Balance' });

export const SenderName = z
  .object({ sender: z.string(), isDefault: z.boolean(), status: z.string(), usable: z.boolean() })
  .meta({ id: 'SenderName' });

export const GatewayTest = z
  .object({
    ok: z.boolean(),
    accountName: z.string().nullable(),
    balance: Balance.nullable(),
    reason: Reason.nullable(),
  })
  .meta({ id: 'GatewayTest' });

export const GatewayError = Reason.extend({
  id: Id,
  operation: z.enum(['send', 'balance', 'test', 'senders', 'reports', 'inbound', 'check']).meta({
    description: 'What was asked: `check` is the gate before sending, `reports` a question about delivery',
  }),
  times: z.int().meta({ description: 'How often; the same within an hour is one entry' }),
  firstAt: Time,
  lastAt: Time,
  over: z.boolean().meta({ description: 'The gateway has answered since, and that shows the reason to be gone' }),
}).meta({ id: 'GatewayError' });

const of = '/companies/{companyId}/gateway';

export const gateways = operations({
  getGateway: {
    method: 'GET',
    path: of,
    tag: 'gateway',
    summary: 'Settings of the SMS gateway',
    params: CompanyParams,
    response: Gateway,
  },
  saveGateway: {
    method: 'PUT',
    path: of,
    tag: 'gateway',
    summary: 'Save the settings of the SMS gateway',
    params: CompanyParams,
    body: GatewaySettings,
    response: Gateway,
  },
  saveGatewayToken: {
    method: 'PUT',
    path: `${of}/token`,
    tag: 'gateway',
    summary: 'Store the OAuth token',
    description: 'Write-only: sealed and bound to this server. Use a token of its own for this integration.',
    params: CompanyParams,
    body: z.object({
      token: z.string().trim().min(1).max(500),
      check: z.boolean().default(false).meta({
        description:
          'Try it first: a token that opens no account (`token_refused`), or that cannot be tried now (`token_unchecked`), is not stored and the one before it stays',
      }),
    }),
    response: Gateway,
  },
  testGateway: {
    method: 'POST',
    path: `${of}/test`,
    tag: 'gateway',
    summary: 'Ask the gateway for the profile with the stored token',
    params: CompanyParams,
    response: GatewayTest,
  },
  registerInbound: {
    method: 'POST',
    path: `${of}/register-inbound`,
    tag: 'gateway',
    summary: 'Write our address for replies down at the gateway',
    description: 'Addresses of other programs stay as they are. Done again it changes nothing.',
    params: CompanyParams,
    response: z
      .object({
        url: z.string(),
        change: z.enum(['added', 'moved', 'unchanged']).meta({ description: '`moved`: it had another one of ours' }),
      })
      .meta({ id: 'InboundRegistration' }),
  },
  listSenderNames: {
    method: 'GET',
    path: `${of}/sender-names`,
    tag: 'gateway',
    summary: 'Sender names of the account and their state',
    params: CompanyParams,
    response: z.object({ items: z.array(SenderName) }).meta({ id: 'SenderNameList' }),
  },
  listGatewayErrors: {
    method: 'GET',
    path: `${of}/errors`,
    tag: 'gateway',
    summary: 'What went wrong at the gateway lately, newest first',
    description: 'The last fifty are kept.',
    params: CompanyParams,
    query: z.object({ limit: z.coerce.number<number | string>().int().min(1).max(50).default(10) }),
    response: z.object({ items: z.array(GatewayError) }).meta({ id: 'GatewayErrorList' }),
  },
  getBalance: {
    method: 'GET',
    path: `${of}/balance`,
    tag: 'gateway',
    summary: 'Stan konta: the balance, read now',
    params: CompanyParams,
    response: Balance,
  },
  getBalanceHistory: {
    method: 'GET',
    path: `${of}/balance-history`,
    tag: 'gateway',
    summary: 'How the balance went, and how long the points will do',
    description:
      'The last reading of each hour (7 days), six hours (30) or day (90), of shorter times while the readings are few days old; oldest first.',
    params: CompanyParams,
    query: z.object({ days: z.enum(['7', '30', '90']).default('30') }),
    response: z
      .object({
        items: z.array(z.object({ points: Amount, readAt: Time })),
        spentPerDay: Amount.nullable().meta({
          description: 'On average over the period; top-ups are left out. Null before a day of readings is there',
        }),
        daysLeft: z.int().nullable().meta({ description: 'What is left divided by that; null when nobody can know' }),
      })
      .meta({ id: 'BalanceHistory' }),
  },
  listBalanceReadings: {
    method: 'GET',
    path: `${of}/balance-readings`,
    tag: 'gateway',
    summary: 'History of the balance, newest first',
    params: CompanyParams,
    query: z.object({ limit: z.coerce.number<number | string>().int().min(1).max(1000).default(100) }),
    response: z
      .object({ items: z.array(z.object({ points: Amount.nullable(), readAt: Time })) })
      .meta({ id: 'BalanceReadingList' }),
  },
});
