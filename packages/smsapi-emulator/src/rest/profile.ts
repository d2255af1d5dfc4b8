import type { Account } from '../account.ts';
import { isBearer } from '../http/access.ts';
import type { Handler } from '../http/call.ts';
import { filledText } from '../http/fields.ts';
import { collection, empty, invalidData, json } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import { POLISH_NETWORKS } from '../networks.ts';
import { showPoints, toPoints, type Units } from '../points.ts';

/** `GET /profile` (dossier 7.1). */
export const getProfile: Handler = ({ store, seed, settings }) => {
  const { account } = store;
  return json(200, {
    id: resourceId('profile', seed, 1),
    name: account.name,
    email: account.email,
    username: account.username,
    phone_number: account.phoneNumber,
    payment_type: account.paymentType,
    user_type: 'native',
    points: showPoints(store.points, settings().switches.points),
  });
};

const PRICE_TYPES: ReadonlySet<string> = new Set(['pro', 'eco', 'sms', '2way', 'vms', 'hlr', 'mms']);

const priceOf = ({ prices, unitPrice }: Account, type: string | null): Units =>
  type === 'mms' || type === 'vms' || type === 'hlr' ? prices[type] : unitPrice;

/** `GET /profile/prices?type=`: one price for every Polish network. */
export const getPrices: Handler = ({ store }, { fields }) => {
  const type = filledText(fields, 'type');
  if (type !== null && !PRICE_TYPES.has(type)) return invalidData('type', 'Unknown type of service', type);
  return collection(
    POLISH_NETWORKS.map(({ name, mcc, mnc }) => ({
      type: type ?? 'sms',
      price: { amount: toPoints(priceOf(store.account, type)), currency: 'PLN' },
      country: { name: 'Poland', mcc },
      network: { name, mnc },
      changed_at: null,
    })),
  );
};

/** `GET /ping`: says whether the token is right, refuses nobody. */
export const ping: Handler = ({ token, settings }, { authorization }) => {
  const authorized = isBearer(authorization, token) && !settings().isTokenRevoked;
  return json(200, { authorized, unavailable: [] });
};

export const headPing: Handler = () => empty(204);
