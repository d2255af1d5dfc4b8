import { describe, expect, it } from 'vitest';
import { failureOf } from '../failure.ts';
import { type Access, parseAccess } from './access.ts';
import { findAccess } from './find-access.ts';
import { placesOf } from './places.ts';

const local = { url: 'http://127.0.0.1:7300', key: 'l' };
const stored = { url: 'https://sms.firma.pl', key: 's' };

/** Looks with only these files present. */
async function look(env: Record<string, string>, files: { local?: Access; stored?: Access }, isLocalChosen = false) {
  const places = { local: 'local', isLocalChosen, stored: 'stored' };
  try {
    const { url, key, from } = await findAccess(
      places,
      env,
      async (path) => (path === 'local' ? files.local : files.stored) ?? null,
    );
    return { url, key, from };
  } catch (error) {
    const { exit, code } = failureOf(error);
    return { exit, code };
  }
}

describe('finding the server', () => {
  it('takes address and key from the environment first', async () => {
    const env = { GONIEC_URL: 'http://127.0.0.1:9', GONIEC_KEY: 'e' };
    expect(await look(env, { local, stored })).toEqual({ url: 'http://127.0.0.1:9', key: 'e', from: 'environment' });
  });

  it('prefers the server of this computer to a stored one', async () => {
    expect(await look({}, { local, stored })).toEqual({ ...local, from: 'local' });
    expect(await look({}, { stored })).toEqual({ ...stored, from: 'stored' });
  });

  it('goes nowhere else when GONIEC_HOME names a server that is not running', async () => {
    expect(await look({}, { stored }, true)).toEqual({ exit: 3, code: 'server_not_running' });
  });

  it('says that no server runs when nothing is known', async () => {
    expect(await look({}, {})).toEqual({ exit: 3, code: 'server_not_running' });
  });

  it('picks the key kept for the address that was named', async () => {
    expect(await look({ GONIEC_URL: 'https://sms.firma.pl/' }, { local, stored })).toEqual({
      ...stored,
      from: 'stored',
    });
    expect(await look({ GONIEC_URL: 'http://127.0.0.1:7300/' }, { local, stored }, true)).toMatchObject(local);
    expect(await look({ GONIEC_URL: 'https://inny.pl' }, { local, stored })).toEqual({ exit: 4, code: 'key_missing' });
  });

  it.each([
    [{ GONIEC_KEY: 'x' }, 'url_missing'],
    [{ GONIEC_URL: 'http://127.0.0.1:1', GONIEC_KEY: 'zły' }, 'bad_key'],
    [{ GONIEC_URL: 'sms.firma.pl', GONIEC_KEY: 'x' }, 'bad_url'],
    [{ GONIEC_URL: 'ftp://sms.firma.pl', GONIEC_KEY: 'x' }, 'bad_url'],
  ])('refuses %j as badly written', async (env, code) => {
    expect(await look(env, { local })).toEqual({ exit: 2, code });
  });
});

describe('the access file', () => {
  it.each([
    ['{"url":"http://127.0.0.1:1","key":"k","more":1}', { url: 'http://127.0.0.1:1', key: 'k' }],
    ['{"url":"http://127.0.0.1:1","key":""}', null],
    ['{"url":"file:///etc/passwd","key":"k"}', null],
    ['{"url":"http://127.0.0.1:1"', null],
    ['null', null],
  ])('%s is read as %j', (text, access) => {
    expect(parseAccess(text)).toEqual(access);
  });
});

describe('the places', () => {
  const host = { env: {}, platform: 'linux', home: '/home/ala', root: '/opt/goniec' };

  it.each([
    [{}, '/opt/goniec/var/cli-access.json', false],
    [{ GONIEC_HOME: '/dane/sms' }, '/dane/sms/cli-access.json', true],
    [{ GONIEC_HOME: 'inne dane' }, '/opt/goniec/inne dane/cli-access.json', true],
    [{ GONIEC_HOME: ' ' }, '/opt/goniec/var/cli-access.json', false],
  ])('with %j the local access lies in %s', (env, path, isLocalChosen) => {
    const places = placesOf({ ...host, env });
    expect(places.local.replaceAll('\\', '/').replace(/^[A-Z]:/, '')).toBe(path);
    expect(places.isLocalChosen).toBe(isLocalChosen);
  });

  it.each([
    ['linux', {}, '/home/ala/.config/goniec/access.json'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/goniec/access.json'],
    ['win32', { APPDATA: 'C:/Users/ala/AppData/Roaming' }, 'C:/Users/ala/AppData/Roaming/goniec/access.json'],
  ])('on %s with %j what was stored lies in %s', (platform, env, path) => {
    expect(placesOf({ ...host, platform, env }).stored.replaceAll('\\', '/')).toBe(path);
  });
});
