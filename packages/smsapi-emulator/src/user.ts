import { toPoints, type Units } from './points.ts';
import type { Handler } from './http/call.ts';
import { flagOf } from './http/fields.ts';
import { json, text } from './http/reply.ts';
import { codeReply } from './send/reply.ts';

/** `user.do?credits=1&details=1`: the balance, and what it buys (dossier 7.1). */
export const userDo: Handler = ({ store, settings }, { fields, asJson }) => {
  if (!flagOf(fields, 'credits')) return codeReply(1001, asJson);
  const { unitPrice, prices } = store.account;
  const buys = (price: Units): number => (price > 0 ? Math.max(0, Math.floor(store.points / price)) : 0);
  const messages = buys(unitPrice);
  const voice = buys(prices.vms);
  const counts = flagOf(fields, 'details')
    ? {
        proCount: messages,
        ecoCount: messages,
        mmsCount: buys(prices.mms),
        vmsGsmCount: voice,
        vmsLandCount: voice,
      }
    : {};
  const points = toPoints(store.points);
  if (!asJson) return text(200, `Points: ${[points, ...Object.values(counts)].join(';')}`);
  return json(200, { points: settings().switches.points === 'string' ? points.toFixed(4) : points, ...counts });
};
