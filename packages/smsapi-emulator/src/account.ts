import { toUnits, type Units } from './points.ts';
import type { Seeds } from './state/seeds.ts';
import { createPrices, type PriceOptions, type Prices } from './prices.ts';

export type PaymentType = 'prepaid' | 'postpaid' | 'subscription' | 'trial';
export type SenderStatus = 'ACTIVE' | 'INACTIVE' | 'PENDING' | 'REJECTED' | 'DELETED';

export interface Sender {
  readonly sender: string;
  readonly isDefault: boolean;
  readonly status: SenderStatus;
  readonly createdAt: number;
}

export interface Callback {
  readonly id: string;
  readonly url: string;
  readonly type: string;
  readonly apiVersion: number | null;
  readonly receiver: { readonly type: string; readonly number: string | null } | null;
  readonly active: boolean;
  readonly invalid: boolean;
}

/** Everything about the customer's account but its balance; a value, replaced as a whole. */
export interface Account {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly paymentType: PaymentType;
  /** Price of one part. */
  readonly unitPrice: Units;
  /** What everything else costs. */
  readonly prices: Prices;
  /** The account's own cap on parts; null leaves it to the switch. A request's `max_parts` can only lower it. */
  readonly maxParts: number | null;
  readonly senders: readonly Sender[];
  readonly callbacks: readonly Callback[];
  /** Unused voucher codes by group. */
  readonly vouchers: Readonly<Record<string, readonly string[]>>;
  /** Allowed hours in Polish time: from the first, before the second. */
  readonly sendingHours: { readonly from: number; readonly to: number } | null;
  readonly optOutBrand: string;
}

/** What the caller may decide about the account; the rest has sensible values. */
export interface AccountOptions
  extends
    Seeds,
    Partial<
      Pick<
        Account,
        | 'username'
        | 'name'
        | 'email'
        | 'phoneNumber'
        | 'paymentType'
        | 'maxParts'
        | 'vouchers'
        | 'sendingHours'
        | 'optOutBrand'
      >
    > {
  /** Points for one part; 0.15 unless said otherwise. */
  readonly price?: number;
  /** Points for everything else: one MMS, voice message, lookup, RCS message. */
  readonly prices?: PriceOptions;
  /** Names that are already approved; the first is the default one. */
  readonly senders?: readonly string[];
}

export const DEFAULT_PRICE = 0.15;
/** "Test" is what a new account starts with (dossier 2.1, `from`). */
export const FIRST_SENDER = 'Test';

export const createAccount = (options: AccountOptions, now: number): Account => {
  const names = options.senders ?? [FIRST_SENDER];
  return {
    username: options.username ?? 'emulator',
    name: options.name ?? 'Emulator',
    email: options.email ?? 'emulator@example.com',
    phoneNumber: options.phoneNumber ?? '48500000100',
    paymentType: options.paymentType ?? 'prepaid',
    unitPrice: toUnits(options.price ?? DEFAULT_PRICE),
    prices: createPrices(options.prices ?? {}),
    maxParts: options.maxParts ?? null,
    senders: names.map((sender, index) => ({ sender, isDefault: index === 0, status: 'ACTIVE', createdAt: now })),
    callbacks: [],
    vouchers: options.vouchers ?? {},
    sendingHours: options.sendingHours ?? null,
    optOutBrand: options.optOutBrand ?? '',
  };
};

/** Prices of today where today's options name them, else those of the folder; one that was never heard of is new. */
const pricesOf = (saved: Account, options: PriceOptions): Prices => {
  const wanted = createPrices(options);
  const known: Partial<Prices> = saved.prices;
  const { mms, vms, hlr, rcs } = { ...wanted, ...known };
  return {
    mms: options.mms === undefined ? mms : wanted.mms,
    vms: options.vms === undefined ? vms : wanted.vms,
    hlr: options.hlr === undefined ? hlr : wanted.hlr,
    rcs: options.rcs === undefined ? rcs : wanted.rcs,
  };
};

/**
 * The account a data folder remembers, under the options of today: what the options name wins, sender names are added
 * to those that were there, and what only grew while it ran (vouchers, callbacks) is left as it was.
 */
export const resumeAccount = (saved: Account, options: AccountOptions, now: number): Account => {
  const { price, prices = {}, senders = [], vouchers: _, groups: __, templates: ___, ...given } = options;
  const added = senders
    .filter((name) => !saved.senders.some((sender) => sender.sender === name))
    .map((sender): Sender => ({ sender, isDefault: false, status: 'ACTIVE', createdAt: now }));
  return {
    ...saved,
    ...given,
    unitPrice: price === undefined ? saved.unitPrice : toUnits(price),
    prices: pricesOf(saved, prices),
    senders: [...saved.senders, ...added],
  };
};

/** The sender used when a request names none. */
export const defaultSender = (account: Account): string =>
  account.senders.find((sender) => sender.isDefault)?.sender ?? FIRST_SENDER;

/** Shared numbers every account may use, in any spelling (dossier 2.1). */
const SHARED_SENDERS: ReadonlySet<string> = new Set(['2way', 'eco']);

export const mayUseSender = (account: Account, name: string): boolean =>
  SHARED_SENDERS.has(name.toLowerCase()) ||
  account.senders.some((sender) => sender.sender === name && sender.status === 'ACTIVE');

/** Where reports of the whole account go: the first active callback of that type. */
export const callbackUrl = (account: Account, type: string): string | null =>
  account.callbacks.find((callback) => callback.type === type && callback.active)?.url ?? null;

/** An entry of a table whose names come from outside: `constructor` and the like are no entries. */
export const named = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
