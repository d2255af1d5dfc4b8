import type { Balance } from './api/shapes.ts';
import type { Fact } from './format/facts.ts';
import { countOf, formatPoints, formatZloty, nouns } from './format/numbers.ts';
import type { Paint } from './format/paint.ts';
import { tidy } from './format/width.ts';

const paymentTypes: Readonly<Record<string, string>> = {
  prepaid: 'przedpłacone',
  postpaid: 'rozliczane po fakcie',
  subscription: 'abonamentowe',
  trial: 'próbne',
};

/** Stan konta: the first fact is the balance itself. */
export function balanceFacts(balance: Balance, paint: Paint): Fact[] {
  const { points, value, partsAffordable, paymentType, testAccount, canBuy, buyUrl, notice } = balance;
  const worth = value === null ? '' : ` · ${formatZloty(value)}`;
  const parts = partsAffordable === null ? '' : ` · wystarczy na ${countOf(partsAffordable, nouns.part)}`;
  return [
    [
      'Stan konta',
      points === null ? 'konto nie podaje stanu (rozliczane po fakcie)' : `${formatPoints(points)}${worth}${parts}`,
    ],
    ['Konto', `${paymentTypes[paymentType] ?? tidy(paymentType)}${testAccount ? paint('warn', ' · testowe') : ''}`],
    ...(canBuy && buyUrl !== null ? [['Doładowanie', buyUrl] as const] : []),
    ...(notice
      ? [
          [
            'Uwaga',
            paint('warn', tidy(notice.sentence.pl)),
            ...(notice.action ? [tidy(notice.action.pl)] : []),
          ] as const,
        ]
      : []),
  ];
}
