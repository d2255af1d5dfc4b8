import { expect, it } from 'vitest';
import { progressOf } from './progress-of.ts';

it('counts what the gateway answered, and never what was left out or cancelled before', () => {
  const handover = { ready: 0, submitting: 0, accepted: 100, refused: 8, uncertain: 0, excluded: 22, cancelled: 1_206 };
  const delivery = {
    none: 0,
    pending: 0,
    delivered: 0,
    undelivered: 0,
    expired: 0,
    failed: 0,
    rejected: 0,
    unknown: 0,
    no_report: 0,
  };
  const money = { parts: 0, points: 0, value: 0, billedParts: 0, billedPoints: 0, billedValue: 0 };
  expect(progressOf({ sums: { messages: 1_336, handover, delivery, ...money } })).toEqual({ done: 108, total: 1_314 });
});
