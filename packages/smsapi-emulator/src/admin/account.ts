import type { Handler } from '../http/call.ts';
import { json } from '../http/reply.ts';
import { toPoints } from '../points.ts';

/** The account as its page shows it; the token too, for whoever may read this may do everything anyhow. */
export const getAccount: Handler = ({ store, clock, token, settings }) => {
  const { account, points, totals, blacklist, optOuts } = store;
  const { username, name, email, phoneNumber, paymentType, unitPrice, senders, callbacks } = account;
  return json(200, {
    now: clock.now(),
    token,
    tokenRevoked: settings().isTokenRevoked,
    username,
    name,
    email,
    phoneNumber,
    paymentType,
    price: toPoints(unitPrice),
    points: toPoints(points),
    charged: toPoints(totals.charged),
    accepted: totals.accepted,
    delivered: totals.delivered,
    blacklisted: blacklist.size,
    optedOut: optOuts.size,
    senders,
    callbacks,
  });
};
