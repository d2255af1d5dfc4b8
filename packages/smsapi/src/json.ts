function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

/**
 * JSON text → data in which every number stands as the text the gateway wrote, or `undefined` if the text is not JSON.
 *
 * SMSAPI ids have up to 20 digits and prices four decimal places (dossier 2.5). The first do not fit a JavaScript
 * number, the second are money, so neither may pass through a double on its way in.
 *
 * @example
 * parseExactJson('{"id":60123456789012345678,"points":0.1650}'); // { id: '60123456789012345678', points: '0.1650' }
 */
export function parseExactJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    return undefined;
  }
}
