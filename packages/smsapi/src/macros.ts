/**
 * Makes every SMSAPI macro in a text unreadable to the gateway: `[%` becomes `(%` and `%]` becomes `%)`.
 *
 * SMSAPI expands `[%…%]` inside the text (params, vouchers, `[%idzdo:URL%]` short links; dossier 2.2), so a name typed
 * by a stranger could otherwise plant a link in somebody's SMS. A parenthesis is one septet where a square bracket is
 * two, and both are one UCS-2 unit: the text stays GSM 7-bit if it was, and never grows, so a part count made before
 * still holds. Doing it twice changes nothing.
 *
 * `keepParams` leaves the placeholders `[%1%]` … `[%n%]` alone, for a text that is sent with n params. Brackets which
 * touch a kept placeholder are turned too, or a param could complete a macro with them.
 *
 * @example
 * neutralizeMacros('Tani kredyt [%idzdo:http://x.example%]'); // 'Tani kredyt (%idzdo:http://x.example%)'
 * neutralizeMacros('Dzień dobry [%1%], kod [%2%]', { keepParams: 1 }); // 'Dzień dobry [%1%], kod (%2%)'
 */
export function neutralizeMacros(text: string, options: { keepParams?: number } = {}): string {
  const keepParams = options.keepParams ?? 0;
  if (keepParams === 0) return defuse(text);
  // split() by a pattern with one group gives: text, number, text, number, …, text
  const pieces = text.split(new RegExp(`\\[%([1-${keepParams}])%\\]`));
  const last = pieces.length - 1;
  const defused = pieces.map((piece, at) => {
    if (at % 2 === 1) return `[%${piece}%]`;
    const start = at > 0 ? defuseStart(defuse(piece)) : defuse(piece);
    return at < last ? defuseEnd(start) : start;
  });
  return defused.join('');
}

/**
 * The same for the value of a param, which the gateway pastes into the text: a bracket at either end is turned as well,
 * so that no macro can be put together from two neighbouring values.
 *
 * @example
 * neutralizeParam('Anna [%kod%]'); // 'Anna (%kod%)'
 * neutralizeParam(']'); // ')'
 */
export function neutralizeParam(value: string): string {
  return defuseEnd(defuseStart(defuse(value)));
}

function defuse(text: string): string {
  return text.replaceAll('[%', '(%').replaceAll('%]', '%)');
}

function defuseStart(text: string): string {
  return text.startsWith(']') ? `)${text.slice(1)}` : text;
}

function defuseEnd(text: string): string {
  return text.endsWith('[') ? `${text.slice(0, -1)}(` : text;
}
