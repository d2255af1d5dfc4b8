import { setOutOfPointsAfter, setPoints, setTokenRevoked } from '../control.ts';
import type { Handler } from '../http/call.ts';
import { empty, problem, type Reply } from '../http/reply.ts';
import { numberIn } from './parse.ts';

const wrong = (message: string): Reply => problem(400, 'invalid_request_data', message);

/** A balance, or how many messages are left; `null` takes the second back. */
export const putBalance: Handler = async (core, { fields }) => {
  if (fields.has('outOfPointsAfter')) {
    const messages = fields.get('outOfPointsAfter') === null ? null : (numberIn(fields, 'outOfPointsAfter') ?? -1);
    if (messages !== null && !(Number.isInteger(messages) && messages >= 0)) {
      return wrong('Field outOfPointsAfter must be a whole number of messages from 0, or null.');
    }
    await setOutOfPointsAfter(core, messages);
    return empty(204);
  }
  const points = numberIn(fields, 'points');
  if (points === null || points < 0) return wrong('Field points must be a number from 0.');
  await setPoints(core, points);
  return empty(204);
};

export const putToken: Handler = (core, { fields }) => {
  const isRevoked = fields.get('revoked');
  if (typeof isRevoked !== 'boolean') return wrong('Field revoked must be true or false.');
  setTokenRevoked(core, isRevoked);
  return empty(204);
};
