import type { FaultReply, FaultRule } from '../faults.ts';
import { isRecord, type Fields } from '../http/fields.ts';

/** Reads what the admin endpoint is given; null means: not understood. */

export const numberIn = (fields: Fields, name: string): number | null => {
  const value = fields.get(name);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | null =>
  values.find((candidate) => candidate === value) ?? null;

const wholeIn = (record: Readonly<Record<string, unknown>>, name: string): number | null => {
  const value = record[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
};

const BARE_KINDS = ['hang', 'cut', 'text', 'half', 'omit'] as const;

const parseReply = (value: unknown): FaultReply | null => {
  if (!isRecord(value)) return null;
  const bare = oneOf(BARE_KINDS, value['kind']);
  if (bare !== null) return { kind: bare };
  const status = wholeIn(value, 'status');
  switch (value['kind']) {
    case 'status': {
      const wait = wholeIn(value, 'retryAfterSeconds');
      if (status === null || status < 400 || status > 599) return null;
      return { kind: 'status', status, ...(wait === null ? {} : { retryAfterSeconds: wait }) };
    }
    case 'error': {
      const code = wholeIn(value, 'code');
      return code === null ? null : { kind: 'error', code };
    }
    case 'html':
      return { kind: 'html', ...(status === null ? {} : { status }) };
    case 'slow': {
      const ms = wholeIn(value, 'ms');
      return ms === null ? null : { kind: 'slow', ms };
    }
    default:
      return null;
  }
};

const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

/** A fault rule as JSON, or the sentence that says what is wrong with it. */
export const parseFault = (fields: Fields): FaultRule | string => {
  const reply = parseReply(fields.get('reply'));
  if (reply === null) return 'Field reply is not one of the known kinds, see the README.';
  const next = fields.has('next') ? numberIn(fields, 'next') : undefined;
  if (next !== undefined && (next === null || !Number.isInteger(next) || next < 1)) {
    return 'Field next must be a whole number from 1.';
  }
  const rate = fields.has('rate') ? numberIn(fields, 'rate') : undefined;
  if (rate !== undefined && (rate === null || rate < 0 || rate > 1)) return 'Field rate must be a number from 0 to 1.';
  const numbers = fields.get('numbers');
  if (numbers !== undefined && (typeof numbers !== 'string' || !isPattern(numbers))) {
    return 'Field numbers must be a regular expression.';
  }
  const path = fields.get('path');
  if (path !== undefined && typeof path !== 'string') return 'Field path must be a path, or * for all.';
  return {
    reply,
    accepted: fields.get('accepted') === true,
    ...(next === undefined ? {} : { next }),
    ...(rate === undefined ? {} : { rate }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(path === undefined ? {} : { path }),
  };
};
