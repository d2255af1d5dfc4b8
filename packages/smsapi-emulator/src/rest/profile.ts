import { isBearer } from '../http/access.ts';
import type { Handler } from '../http/call.ts';
import { filledText } from '../http/fields.ts';
import { collection, empty, invalidData, json } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import { showPoints, toPoints } from '../points.ts';

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

const POLISH_NETWORKS = [
  { name: 'Plus', mnc: '01' },
  { name: 'T-Mobile', mnc: '02' },
  { name: 'Orange', mnc: '03' },
  { name: 'Play', mnc: '06' },
];

/** `GET /profile/prices?type=`: one price for every Polish network. */
export const getPrices: Handler = ({ store }, { fields }) => {
  const type = filledText(fields, 'type');
  if (type !== null && !PRICE_TYPES.has(type)) return invalidData('type', 'Unknown type of service', type);
  return collection(
    POLISH_NETWORKS.map((network) => ({
      price: { amount: toPoints(store.account.unitPrice), currency: 'PLN' },
      country: { name: 'Poland', mcc: '260' },
      network,
      changed_at: null,
    })),
  );
};

/** `GET /ping`: says whether the token is right, refuses nobody. */
export const ping: Handler = ({ token }, { authorization }) =>
  json(200, { authorized: isBearer(authorization, token), unavailable: [] });

export const headPing: Handler = () => empty(204);
