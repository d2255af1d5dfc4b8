/**
 * What `npm start` says when all is up.
 *
 * @param {{ url: string, signInLink: string | undefined, emulatorUrl: string | undefined, home: string,
 *   ownHome: boolean, note: string | undefined }} facts
 */
export function banner({ url, signInLink, emulatorUrl, home, ownHome, note }) {
  const lines = ['', `  Goniec działa: ${url}`, ''];
  if (signInLink !== undefined)
    lines.push(`  Zaloguj się      ${signInLink}`, '                   (odnośnik jednorazowy)');
  if (emulatorUrl !== undefined) {
    lines.push(
      `  Emulator SMSAPI  ${emulatorUrl}`,
      '                   (telefony testowe: żaden SMS nie wychodzi w świat)',
    );
  }
  lines.push(`  Folder danych    ${home}`, '');
  lines.push('  Na początek, w drugim oknie:');
  if (emulatorUrl !== undefined) {
    lines.push('    npx goniec demo                                    wysyłka pokazowa, krok po kroku');
  }
  lines.push('    npx goniec import samples/kontrahenci-wapro.csv    kontrahenci z pliku programu ERP');
  if (ownHome) lines.push(`    (tam też ustaw GONIEC_HOME=${home})`);
  lines.push(`  Opis API: ${new URL('/api/docs', url).href}`, '');
  if (note !== undefined) lines.push(`  ${note}`, '');
  lines.push('  Zatrzymanie: Ctrl+C');
  lines.push('  In English: Goniec is up at the address above; press Ctrl+C to stop it.');
  return `${lines.join('\n')}\n`;
}
