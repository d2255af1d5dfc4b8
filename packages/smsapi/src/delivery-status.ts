/** `unknown` final means that no report will come; `unknown` not final is a code we have never heard of. */
export type DeliveryClass = 'pending' | 'delivered' | 'failed' | 'cancelled' | 'unknown';

/** One state of a message on its way to the handset. `code` is null when the gateway gave only a name we do not know. */
export interface DeliveryStatus {
  code: number | null;
  name: string;
  class: DeliveryClass;
  final: boolean;
}

/**
 * The delivery states of SMSAPI (dossier, section 5).
 *
 * `ACCEPTED` (taken by the operator) and `RENEWAL` are not final here, unlike in the vendor's Java and C# clients.
 * These codes are another space than the error codes: 400 and 401 exist in both.
 */
export const deliveryStatuses: readonly (DeliveryStatus & { code: number })[] = [
  { code: 401, name: 'NOT_FOUND', class: 'unknown', final: true },
  { code: 402, name: 'EXPIRED', class: 'failed', final: true },
  { code: 403, name: 'SENT', class: 'pending', final: false },
  { code: 404, name: 'DELIVERED', class: 'delivered', final: true },
  { code: 405, name: 'UNDELIVERED', class: 'failed', final: true },
  { code: 406, name: 'FAILED', class: 'failed', final: true },
  { code: 407, name: 'REJECTED', class: 'failed', final: true },
  { code: 408, name: 'UNKNOWN', class: 'unknown', final: true },
  { code: 409, name: 'QUEUE', class: 'pending', final: false },
  { code: 410, name: 'ACCEPTED', class: 'pending', final: false },
  { code: 411, name: 'RENEWAL', class: 'pending', final: false },
  { code: 412, name: 'STOP', class: 'cancelled', final: true },
];

const byCode: ReadonlyMap<string, DeliveryStatus> = new Map(deliveryStatuses.map((each) => [String(each.code), each]));
const byName: ReadonlyMap<string, DeliveryStatus> = new Map([
  ...deliveryStatuses.map((each) => [each.name, each] as const),
  ...deliveryStatuses.filter((each) => each.name.endsWith('ED')).map((each) => [shortened(each.name), each] as const),
]);

/** Some gateways behind SMSAPI write SMPP's seven-letter words: ACCEPTD, REJECTD, UNDELIV. */
function shortened(name: string): string {
  return name === 'UNDELIVERED' ? 'UNDELIV' : name.replace(/ED$/, 'D');
}

/**
 * The state meant by a code, a name or both. The code decides when it is known; an unknown state is not final, so that
 * a later report can still change it.
 *
 * @example
 * deliveryStatusOf({ code: '404', name: null }).class; // 'delivered'
 * deliveryStatusOf({ code: '413', name: 'ON_HOLD' }); // { code: 413, name: 'ON_HOLD', class: 'unknown', final: false }
 */
export function deliveryStatusOf(given: { code: string | null; name: string | null }): DeliveryStatus {
  const code = given.code?.trim() ?? '';
  const name = given.name?.trim() ?? '';
  // The status query answers with a name, a callback with a number: either may stand in either place
  const known =
    byCode.get(code) ?? byName.get(code.toUpperCase()) ?? byName.get(name.toUpperCase()) ?? byCode.get(name);
  if (known !== undefined) return known;
  const isNumber = /^\d{1,9}$/.test(code);
  const label = name !== '' ? name : isNumber ? '' : code;
  return { code: isNumber ? Number(code) : null, name: label.slice(0, 40), class: 'unknown', final: false };
}
