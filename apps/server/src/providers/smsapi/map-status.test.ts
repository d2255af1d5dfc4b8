import { describe, expect, it } from 'vitest';
import { foldDelivery, isFinalDelivery } from '../../domain/delivery.ts';
import { deliveryOf } from './map-status.ts';

describe('deliveryOf', () => {
  it.each([
    [401, 'unknown'],
    [402, 'expired'],
    [403, 'pending'],
    [404, 'delivered'],
    [405, 'undelivered'],
    [406, 'failed'],
    [407, 'rejected'],
    [408, 'unknown'],
    [409, 'pending'],
    [410, 'pending'],
    [411, 'pending'],
    [412, 'undelivered'],
  ] as const)('reads status %i as %s', (status, state) => {
    expect(deliveryOf(status)).toBe(state);
  });

  it('reads a status of tomorrow, or none at all, as unknown', () => {
    expect(deliveryOf(413)).toBe('unknown');
    expect(deliveryOf(null)).toBe('unknown');
  });

  it('does not take the operator for the handset: 403, 409, 410 and 411 still await a report', () => {
    expect([403, 409, 410, 411].some((status) => isFinalDelivery(deliveryOf(status)))).toBe(false);
  });

  it('lets a late delivered win over unknown and expired', () => {
    expect(foldDelivery(deliveryOf(408), deliveryOf(404))).toBe('delivered');
    expect(foldDelivery(deliveryOf(402), deliveryOf(404))).toBe('delivered');
    expect(foldDelivery(deliveryOf(404), deliveryOf(409))).toBe('delivered');
  });
});
