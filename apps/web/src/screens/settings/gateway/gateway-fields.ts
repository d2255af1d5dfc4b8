import { settingsOf, type GatewayBody, type GatewayView } from './gateway-view.ts';

/** Points and zlotys in the API are integer ten-thousandths; people write them with a comma. */
const AMOUNT_UNIT = 10_000;

/** What the fields of a gateway take. */
export const LIMITS = {
  timeoutSeconds: { min: 1, max: 120 },
  batchSize: { min: 1, max: 10_000 },
  requestsPerSecond: { min: 1, max: 100 },
  concurrency: { min: 1, max: 20 },
  maxParts: { min: 1, max: 10 },
} as const;

/** Whether a field holds a number that the gateway's settings take; an empty one holds none. */
export function isInRange(name: keyof typeof LIMITS, value: unknown): boolean {
  return typeof value === 'number' && value >= LIMITS[name].min && value <= LIMITS[name].max;
}

/** The settings as the form shows them: seconds and zlotys. */
export const fieldsOf = (gateway: GatewayView) => ({
  baseUrl: gateway.baseUrl,
  sender: gateway.sender,
  timeoutSeconds: gateway.timeoutMs / 1_000,
  batchSize: gateway.batchSize,
  requestsPerSecond: gateway.requestsPerSecond,
  concurrency: gateway.concurrency,
  maxParts: gateway.maxParts,
  settleAutomatically: gateway.settleAutomatically,
  pointValue: gateway.pointValue / AMOUNT_UNIT,
  /** Empty: nobody is told. */
  lowBalance: gateway.lowBalance === null ? ('' as const) : gateway.lowBalance / AMOUNT_UNIT,
});

export type GatewayFields = Omit<ReturnType<typeof fieldsOf>, 'lowBalance'> & { readonly lowBalance: number | '' };

/** Back to what the API takes. */
export function toBody(
  gateway: GatewayView,
  { timeoutSeconds, pointValue, lowBalance, ...rest }: GatewayFields,
): GatewayBody {
  return {
    ...settingsOf(gateway),
    ...rest,
    timeoutMs: timeoutSeconds * 1_000,
    pointValue: Math.round(pointValue * AMOUNT_UNIT),
    lowBalance: lowBalance === '' ? null : Math.round(lowBalance * AMOUNT_UNIT),
  };
}
