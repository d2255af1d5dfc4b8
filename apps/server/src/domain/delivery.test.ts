import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryStates, foldDelivery, isFinalDelivery, type DeliveryState } from './delivery.ts';

const state = fc.constantFrom(...deliveryStates);

describe('delivery state', () => {
  it('comes out the same in whatever order and however often reports arrive', () => {
    fc.assert(
      fc.property(
        fc.array(state, { maxLength: 12 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (reports, random) => {
          const shuffled = [...reports, ...reports]
            .map((r) => ({ r, key: random.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key);
          const folded = (states: readonly DeliveryState[]) => states.reduce<DeliveryState>(foldDelivery, 'none');
          expect(folded(shuffled.map(({ r }) => r))).toBe(folded(reports));
        },
      ),
    );
  });

  it.each(['unknown', 'expired', 'no_report'] as const)('lets a late delivered win over %s', (earlier) => {
    expect(foldDelivery(earlier, 'delivered')).toBe('delivered');
  });

  it.each(['delivered', 'undelivered', 'expired', 'failed', 'rejected', 'unknown', 'no_report'] as const)(
    'never goes from %s back to pending',
    (final) => {
      expect(foldDelivery(final, 'pending')).toBe(final);
      expect(isFinalDelivery(final)).toBe(true);
    },
  );

  it('waits while nothing final is known', () => {
    expect([isFinalDelivery('none'), isFinalDelivery('pending')]).toEqual([false, false]);
  });
});
