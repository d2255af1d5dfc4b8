import { join, resolve } from 'node:path';

/**
 * What `npm start` takes from the environment.
 *
 * @typedef {{ home: string, logs: string, host: string, port: number, emulator: boolean, emulatorPort: number,
 *   emulatorToken: string | undefined, ownHome: boolean }} Settings
 */

/**
 * Reads the settings, naming every fault at once.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} root - the folder of package.json; relative paths start there
 * @returns {{ ok: true, settings: Settings } | { ok: false, sentence: string }}
 */
export function readSettings(env, root) {
  /** @type {string[]} */
  const faults = [];
  /**
   * @param {string} name
   * @param {number} fallback
   */
  const port = (name, fallback) => {
    const text = env[name]?.trim() || String(fallback);
    const value = Number(text);
    if (/^\d{1,5}$/u.test(text) && value <= 65_535) return value;
    faults.push(`${name}=${text}: to nie jest numer portu (0 do 65535; 0 znaczy „dowolny wolny”).`);
    return fallback;
  };
  const emulator = env['GONIEC_EMULATOR']?.trim().toLowerCase() || 'on';
  if (emulator !== 'on' && emulator !== 'off')
    faults.push(`GONIEC_EMULATOR=${emulator}: możliwe wartości to on i off.`);

  const home = resolve(root, env['GONIEC_HOME']?.trim() || 'var');
  const settings = {
    home,
    logs: join(home, 'logs'),
    host: env['GONIEC_HOST']?.trim() || '127.0.0.1',
    port: port('GONIEC_PORT', 7300),
    emulator: emulator !== 'off',
    emulatorPort: port('GONIEC_EMULATOR_PORT', 8089),
    emulatorToken: env['GONIEC_EMULATOR_TOKEN']?.trim() || undefined,
    ownHome: home !== resolve(root, 'var'),
  };
  if (settings.emulator && settings.port !== 0 && settings.port === settings.emulatorPort) {
    faults.push(`GONIEC_PORT i GONIEC_EMULATOR_PORT to ten sam port ${settings.port}; podaj dwa różne.`);
  }
  return faults.length === 0 ? { ok: true, settings } : { ok: false, sentence: faults.join('\n') };
}
