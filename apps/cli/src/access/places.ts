import { join, resolve } from 'node:path';

export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The user's home folder. */
  readonly home: string;
  /** The folder of package.json: relative paths of the environment start there, as for `npm start`. */
  readonly root: string;
}

/** Where an access may lie. */
export interface Places {
  /** Written by the server that runs on this computer. */
  readonly local: string;
  /** The local file was chosen by the person, through GONIEC_HOME. */
  readonly isLocalChosen: boolean;
  /** Written by `goniec login --url`. */
  readonly stored: string;
}

export function placesOf({ env, platform, home, root }: Host): Places {
  const chosen = env['GONIEC_HOME']?.trim();
  return {
    local: join(resolve(root, chosen || 'var'), 'cli-access.json'),
    isLocalChosen: Boolean(chosen),
    stored: join(configFolder(env, platform, home), 'goniec', 'access.json'),
  };
}

/** Where programs keep a user's settings: %APPDATA% on Windows, else XDG_CONFIG_HOME or ~/.config. */
function configFolder(env: Host['env'], platform: string, home: string): string {
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}
