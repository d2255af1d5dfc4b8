import { posix, win32 } from 'node:path';

/**
 * Where browsers of the Chromium family are found, the likeliest first; nothing is looked at yet.
 *
 * @param {string} platform - as `process.platform` says it
 * @param {Record<string, string | undefined>} env
 * @returns {string[]} absolute paths
 */
export function browserPlaces(platform, env) {
  if (platform === 'win32') return windowsPlaces(env);
  const onPath = combine(foldersOf(env['PATH'], ':'), NAMES);
  return [...new Set([...onPath, ...(platform === 'darwin' ? macPlaces(env) : linuxPlaces(env))])];
}

const NAMES = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium-browser', // on Ubuntu a mere advice to install the snap, so after the real ones
  'org.chromium.Chromium',
  'com.google.Chrome',
  'com.microsoft.Edge',
];

/** @param {Record<string, string | undefined>} env */
function linuxPlaces(env) {
  const flatpak = 'flatpak/exports/bin';
  const own = env['HOME'] ? [posix.join(env['HOME'], '.local/share', flatpak)] : [];
  // a service or a cron job has a shorter PATH than people have
  return combine(['/usr/bin', '/usr/local/bin', '/snap/bin', ...own, `/var/lib/${flatpak}`], NAMES);
}

/** @param {Record<string, string | undefined>} env */
function macPlaces(env) {
  const own = env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [];
  return combine(
    ['/Applications', ...own],
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
  );
}

/** @param {Record<string, string | undefined>} env */
function windowsPlaces(env) {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'LOCALAPPDATA'].flatMap(
    (name) => env[name] || [],
  );
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const search = foldersOf(env['PATH'] ?? env['Path'], ';');
  return [...combine(roots, programs, win32), ...combine(search, ['chrome.exe', 'chromium.exe', 'msedge.exe'], win32)];
}

/**
 * @param {string | undefined} list
 * @param {string} separator
 */
function foldersOf(list = '', separator) {
  return list.split(separator).filter((folder) => folder !== '');
}

/**
 * @param {readonly string[]} folders
 * @param {readonly string[]} names
 * @param {{ join: (folder: string, name: string) => string }} [path]
 */
function combine(folders, names, path = posix) {
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}
