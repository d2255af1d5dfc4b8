import type { Gateway } from './api/shapes.ts';
import type { Fact } from './format/facts.ts';
import { formatCount, formatPoints, formatZloty } from './format/numbers.ts';
import type { Paint } from './format/paint.ts';
import { tokens } from './format/states.ts';
import { formatMoment } from './format/time.ts';
import { tidy } from './format/width.ts';

/** The gateway's settings as the settings screen shows them. */
export function settingsFacts(gateway: Gateway, paint: Paint): Fact[] {
  const token = tokens[gateway.token];
  const { lastError } = gateway;
  return [
    ['Dostawca usługi SMS', 'SMSAPI'],
    ['Adres', gateway.baseUrl],
    ['Token OAuth', paint(token.tone, token.name)],
    ['Nazwa nadawcy', gateway.sender === null ? paint('warn', 'nie wybrana') : tidy(gateway.sender)],
    ['Konto', gateway.accountName === null ? '–' : tidy(gateway.accountName)],
    ['Cena części', formatPoints(gateway.partPrice)],
    ['Cena punktu', formatZloty(gateway.pointValue)],
    ['Czas oczekiwania', `${formatCount(gateway.timeoutMs / 1000)} s`],
    ['Wiadomości w paczce', formatCount(gateway.batchSize)],
    ['Zapytań na sekundę', formatCount(gateway.requestsPerSecond)],
    ['Równoległych zapytań', formatCount(gateway.concurrency)],
    ...slowedFacts(gateway, paint),
    ['Niepewne wiadomości', gateway.settleAutomatically ? 'wyjaśniane przez program' : 'od razu do decyzji człowieka'],
    ['Najwięcej części SMS-a', formatCount(gateway.maxParts)],
    ['Sprawdzona', gateway.verifiedAt === null ? 'jeszcze nie' : formatMoment(gateway.verifiedAt)],
    ...(lastError
      ? [['Ostatni błąd', paint('bad', `${formatMoment(lastError.at)}: ${tidy(lastError.sentence.pl)}`)] as const]
      : []),
  ];
}

/** Shown only while the gateway is asked less often than it may be. */
function slowedFacts({ pace, requestsPerSecond, concurrency }: Gateway, paint: Paint): Fact[] {
  if (pace.requestsPerSecond >= requestsPerSecond && pace.concurrency >= concurrency) return [];
  const rate = pace.requestsPerSecond.toLocaleString('pl-PL');
  return [
    [
      'Teraz',
      paint(
        'warn',
        `${rate} na sekundę, równolegle ${formatCount(pace.concurrency)}: bramka prosi o mniej albo zawodzi`,
      ),
    ],
  ];
}

/** How to generate a token of its own for this integration. */
export const tokenStepLines = ({ tokenSteps }: Gateway): string[] => numbered(tokenSteps);

/** How to give the gateway our address for replies by hand. */
export const inboundStepLines = ({ inbound }: Gateway): string[] => numbered(inbound.steps);

const numbered = (steps: Gateway['tokenSteps']): string[] =>
  steps.map(({ pl }, index) => `  ${index + 1}. ${tidy(pl)}`);
