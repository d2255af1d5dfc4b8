import { z } from 'zod';
import { call } from './call.ts';
import { readIsoDate, readPage } from './collection.ts';
import { parsePoints, type Points } from './points.ts';
import { list, text } from './reply-body.ts';
import type { Connection } from './connection.ts';
import type { Result } from './result.ts';

export type PaymentType = 'prepaid' | 'postpaid' | 'subscription' | 'trial' | 'undefined';

/**
 * The account behind the token. `points` is null when the gateway does not tell, as it does for postpaid accounts:
 * only for `prepaid` and `trial` may a low balance hold a sending back (dossier 7.1).
 */
export interface Profile {
  username: string;
  name: string | null;
  email: string | null;
  phoneNumber: string | null;
  paymentType: PaymentType;
  userType: string | null;
  points: Points | null;
}

/** The price of one part in one network. `mcc` and `mnc` are the codes of the network. */
export interface Price {
  price: { amount: Points; currency: string | null };
  country: { name: string | null; mcc: string | null };
  network: { name: string | null; mnc: string | null };
  changedAt: Date | null;
}

export type PriceType = 'pro' | 'eco' | 'sms' | '2way' | 'vms' | 'hlr' | 'mms';

/** Whether the token is good and which services are down. */
export interface Ping {
  authorized: boolean;
  unavailable: readonly string[];
}

const profileReply = z.object({
  username: z.string().min(1),
  name: text,
  email: text,
  phone_number: text,
  payment_type: text,
  user_type: text,
  points: text,
});

const paymentTypes: readonly PaymentType[] = ['prepaid', 'postpaid', 'subscription', 'trial', 'undefined'];

function readProfile(data: unknown): Profile | undefined {
  const parsed = profileReply.safeParse(data).data;
  if (parsed === undefined) return undefined;
  const paymentType = parsed.payment_type?.toLowerCase();
  return {
    username: parsed.username,
    name: parsed.name,
    email: parsed.email,
    phoneNumber: parsed.phone_number,
    paymentType: paymentTypes.find((each) => each === paymentType) ?? 'undefined',
    userType: parsed.user_type,
    points: parsePoints(parsed.points),
  };
}

const priceReply = z.object({
  price: z.object({ amount: z.unknown(), currency: text }),
  country: z.object({ name: text, mcc: text }).catch({ name: null, mcc: null }),
  network: z.object({ name: text, mnc: text }).catch({ name: null, mnc: null }),
  changed_at: text,
});

function readPrice(entry: unknown): Price | undefined {
  const parsed = priceReply.safeParse(entry).data;
  const amount = parsePoints(parsed?.price.amount);
  if (parsed === undefined || amount === null) return undefined;
  return {
    price: { amount, currency: parsed.price.currency },
    country: parsed.country,
    network: parsed.network,
    changedAt: readIsoDate(parsed.changed_at),
  };
}

const pingReply = z.object({ authorized: z.boolean(), unavailable: list });

function readPing(data: unknown): Ping | undefined {
  const parsed = pingReply.safeParse(data).data;
  if (parsed === undefined) return undefined;
  return {
    authorized: parsed.authorized,
    unavailable: (parsed.unavailable ?? []).filter((name) => typeof name === 'string'),
  };
}

/** `GET /profile`. */
export function fetchProfile(connection: Connection, signal?: AbortSignal): Promise<Result<Profile>> {
  return call(connection, { method: 'GET', path: 'profile' }, readProfile, signal);
}

/** `GET /profile/prices`, of one type or of all. */
export function fetchPrices(
  connection: Connection,
  type?: PriceType,
  signal?: AbortSignal,
): Promise<Result<readonly Price[]>> {
  const query = type === undefined ? {} : { type };
  return call(
    connection,
    { method: 'GET', path: 'profile/prices', query },
    (data) => readPage(data, readPrice)?.entries,
    signal,
  );
}

/** `GET /ping`. */
export function fetchPing(connection: Connection, signal?: AbortSignal): Promise<Result<Ping>> {
  return call(connection, { method: 'GET', path: 'ping' }, readPing, signal);
}
