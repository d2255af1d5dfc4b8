import { describe, expect, it } from 'vitest';
import { balanceView, judgeFunds } from './balance.ts';

const prices = { partPrice: 1_500, pointValue: 10_000, lowBalance: null };

describe('balanceView', () => {
  it('says how many parts the points buy and what they are worth', () => {
    const view = balanceView({ points: 1_000_000, paymentType: 'prepaid' }, prices);
    expect(view).toEqual({
      points: 1_000_000,
      paymentType: 'prepaid',
      partsAffordable: 666,
      value: 1_000_000,
      testAccount: false,
      canBuy: true,
      notice: null,
    });
  });

  it('values points at the price of a point', () => {
    expect(balanceView({ points: 100_000, paymentType: 'prepaid' }, { ...prices, pointValue: 800 }).value).toBe(8_000);
  });

  it('recognises a test account and tells that it cannot buy prepaid', () => {
    const view = balanceView({ points: 75_000, paymentType: 'trial' }, prices);
    expect(view).toMatchObject({ testAccount: true, canBuy: false, partsAffordable: 50 });
    expect(view.notice?.code).toBe('test_account');
    expect(view.notice?.sentence.pl).toContain('nie może kupować');
  });

  it('does not count the points of a postpaid account, whether it shows none or zero', () => {
    for (const points of [null, 0]) {
      const view = balanceView({ points, paymentType: 'postpaid' }, prices);
      expect(view).toMatchObject({ partsAffordable: null, canBuy: false, testAccount: false, notice: null });
    }
  });

  it('warns when not even one part can be paid', () => {
    expect(balanceView({ points: 1_499, paymentType: 'prepaid' }, prices).notice?.code).toBe('balance_empty');
    expect(balanceView({ points: 1_500, paymentType: 'prepaid' }, prices).notice).toBeNull();
  });

  it('shows an overdrawn account as able to buy nothing, not less than nothing', () => {
    expect(balanceView({ points: -10, paymentType: 'prepaid' }, prices).partsAffordable).toBe(0);
  });

  it('tells that the points run low, below the limit of the company alone', () => {
    const noticeAt = (points: number, lowBalance: number | null, paymentType = 'prepaid') =>
      balanceView({ points, paymentType }, { ...prices, lowBalance }).notice?.code ?? null;
    expect([noticeAt(99_999, 100_000), noticeAt(100_000, 100_000), noticeAt(99_999, null)]).toEqual([
      'balance_low',
      null,
      null,
    ]);
    expect([noticeAt(1, 100_000), noticeAt(1, 100_000, 'postpaid')]).toEqual(['balance_empty', null]);
  });

  it('does not divide by a price of nothing', () => {
    const view = balanceView({ points: 10, paymentType: 'prepaid' }, { ...prices, partPrice: 0 });
    expect(view.partsAffordable).toBeNull();
  });
});

describe('judgeFunds', () => {
  it.each([
    ['prepaid', 1_500, 1_500, true, null],
    ['prepaid', 1_499, 1_500, false, 'balance_too_low'],
    ['trial', 0, 1_500, false, 'balance_too_low_test_account'],
    ['trial', 1_500, 1_500, true, null],
    ['prepaid', null, 1_500, null, 'balance_unknown'],
    ['postpaid', 0, 1_500, null, null],
    ['postpaid', null, 1_500, null, null],
    ['subscription', 0, 1_500, null, null],
    ['undefined', null, 1_500, null, null],
  ] as const)('%s with %s points for %i', (paymentType, points, need, enough, obstacle) => {
    expect(judgeFunds({ paymentType, points }, need)).toEqual({ enough, obstacle });
  });
});
