import type { Handler } from '../http/call.ts';
import type { Fields } from '../http/fields.ts';
import { json, problem } from '../http/reply.ts';
import { changeClock, showClock, type ClockChange } from '../time.ts';
import { numberIn } from './parse.ts';

const KNOWN = ['advanceMs', 'to', 'pace', 'freeze'];

/** NaN and the like are left to the one who judges the change. */
const numberOr = (fields: Fields, name: string): number | undefined =>
  fields.has(name) ? (numberIn(fields, name) ?? Number.NaN) : undefined;

const changeIn = (fields: Fields): ClockChange | string => {
  const unknown = [...fields.keys()].find((name) => !KNOWN.includes(name));
  if (unknown !== undefined || fields.size === 0) return `The clock takes one or more of: ${KNOWN.join(', ')}.`;
  const freeze = fields.get('freeze');
  if (freeze !== undefined && typeof freeze !== 'boolean') return 'Field freeze must be true or false.';
  const to = fields.get('to');
  if (to !== undefined && typeof to !== 'string') return 'Field to must be a date and time with its zone, as a text.';
  const pace = numberOr(fields, 'pace');
  const advanceMs = numberOr(fields, 'advanceMs');
  return {
    ...(pace === undefined ? {} : { pace }),
    ...(freeze === undefined ? {} : { freeze }),
    ...(to === undefined ? {} : { to }),
    ...(advanceMs === undefined ? {} : { advanceMs }),
  };
};

export const getClock: Handler = (core) => json(200, showClock(core));

/** Answers when everything due on the way has happened and the receivers had their say. */
export const postClock: Handler = async (core, { fields }) => {
  const change = changeIn(fields);
  const fault = typeof change === 'string' ? change : await changeClock(core, change);
  return fault === null ? json(200, showClock(core)) : problem(400, 'invalid_request_data', fault);
};
