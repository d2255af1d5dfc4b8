import type { Reason } from './reason.ts';
import { valueOf } from './point-value.ts';

/** The account's money as the gateway tells it. Points and prices: integer ten-thousandths. */
export interface AccountFunds {
  /** Null when the account does not say (postpaid). */
  readonly points: number | null;
  readonly paymentType: string;
}

export interface BalanceView extends AccountFunds {
  readonly partsAffordable: number | null;
  /** Ten-thousandths of a zloty. */
  readonly value: number | null;
  readonly testAccount: boolean;
  readonly canBuy: boolean;
  readonly notice: Reason | null;
}

const testAccount: Reason = {
  code: 'test_account',
  sentence: {
    pl: 'To konto testowe: wysyła tylko na numer podany przy rejestracji i nie może kupować pakietów prepaid.',
    en: 'This is a test account: it sends only to the number given at sign-up and cannot buy prepaid packages.',
  },
  action: {
    pl: 'Aktywuj konto w panelu SMSAPI (podpisanie umowy), aby kupować punkty i wysyłać do wszystkich.',
    en: 'Activate the account in the SMSAPI panel (sign the contract) to buy points and send to everybody.',
  },
};

const empty: Reason = {
  code: 'balance_empty',
  sentence: {
    pl: 'Punktów nie wystarczy nawet na jedną część SMS-a.',
    en: 'The points do not even pay for one part of an SMS.',
  },
  action: { pl: 'Doładuj konto w panelu SMSAPI.', en: 'Top the account up in the SMSAPI panel.' },
};

const low: Reason = {
  code: 'balance_low',
  sentence: {
    pl: 'Na koncie jest mniej punktów, niż wynosi próg ustawiony dla tej firmy.',
    en: 'The account has fewer points than the limit that is set for this company.',
  },
  action: {
    pl: 'Doładuj konto w panelu SMSAPI, zanim zabraknie punktów na wysyłkę.',
    en: 'Top the account up in the SMSAPI panel before the points run out.',
  },
};

/** *Stan konta* (S14): points, what they buy, what they are worth, and whether more can be bought. */
export function balanceView(
  funds: AccountFunds,
  prices: { readonly partPrice: number; readonly pointValue: number; readonly lowBalance: number | null },
): BalanceView {
  const { points, paymentType } = funds;
  const isTest = paymentType === 'trial';
  const counted = isLimited(paymentType) ? points : null;
  const partsAffordable =
    counted === null || prices.partPrice === 0 ? null : Math.max(0, Math.floor(counted / prices.partPrice));
  const isLow = counted !== null && prices.lowBalance !== null && counted < prices.lowBalance;
  return {
    points,
    paymentType,
    partsAffordable,
    value: points === null ? null : valueOf(points, prices.pointValue),
    testAccount: isTest,
    canBuy: paymentType === 'prepaid',
    notice: isTest ? testAccount : partsAffordable === 0 ? empty : isLow ? low : null,
  };
}

/** Only these accounts can run out: a postpaid one may well show 0 points and still send (dossier 7.1). */
function isLimited(paymentType: string): boolean {
  return paymentType === 'prepaid' || paymentType === 'trial';
}

export type FundsObstacle = 'balance_too_low' | 'balance_too_low_test_account' | 'balance_unknown';

/** Whether the account can pay for what is about to be sent; `enough` is null where money is not counted in advance. */
export function judgeFunds(
  funds: AccountFunds,
  neededPoints: number,
): { readonly enough: boolean | null; readonly obstacle: FundsObstacle | null } {
  if (!isLimited(funds.paymentType)) return { enough: null, obstacle: null };
  if (funds.points === null) return { enough: null, obstacle: 'balance_unknown' };
  if (funds.points >= neededPoints) return { enough: true, obstacle: null };
  return {
    enough: false,
    obstacle: funds.paymentType === 'trial' ? 'balance_too_low_test_account' : 'balance_too_low',
  };
}
