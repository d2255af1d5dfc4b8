import type { TFunction } from 'i18next';

const KNOWN = ['prepaid', 'postpaid', 'subscription', 'trial'] as const;

/** How an account pays, in words; a kind nobody has told us of stays as the gateway calls it. */
export function paymentWords(t: TFunction, type: string): string {
  const known = KNOWN.find((each) => each === type);
  return known === undefined ? type : t(`settings.payment.${known}`);
}
