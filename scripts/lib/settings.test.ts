import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.mjs';

const root = resolve('/g');
const faults = (env: Record<string, string>): string => {
  const read = readSettings(env, root);
  return read.ok ? '' : read.sentence;
};

describe('readSettings', () => {
  it('needs no variable at all', () => {
    expect(readSettings({}, root)).toEqual({
      ok: true,
      settings: {
        home: join(root, 'var'),
        logs: join(root, 'var', 'logs'),
        host: '127.0.0.1',
        port: 7300,
        emulator: true,
        emulatorPort: 8089,
        emulatorToken: undefined,
        ownHome: false,
      },
    });
  });

  it('takes every variable, and an empty one for none', () => {
    const env = { GONIEC_HOME: 'dane', GONIEC_HOST: '0.0.0.0', GONIEC_PORT: '80', GONIEC_EMULATOR_PORT: '' };
    expect(readSettings({ ...env, GONIEC_EMULATOR: 'OFF', GONIEC_EMULATOR_TOKEN: 'T' }, root)).toMatchObject({
      settings: {
        home: join(root, 'dane'),
        ownHome: true,
        host: '0.0.0.0',
        port: 80,
        emulator: false,
        emulatorPort: 8089,
        emulatorToken: 'T',
      },
    });
  });

  it.each(['7300a', '-1', '65536', '1e3', '7 300', '0x50'])('refuses the port %s', (port) => {
    expect(faults({ GONIEC_PORT: port })).toMatch(/^GONIEC_PORT=.*to nie jest numer portu/u);
  });

  it('names every fault at once', () => {
    const said = faults({ GONIEC_PORT: 'x', GONIEC_EMULATOR_PORT: 'y', GONIEC_EMULATOR: 'maybe' });
    expect(new Set(said.split('\n').map((line) => line.split('=')[0]))).toEqual(
      new Set(['GONIEC_PORT', 'GONIEC_EMULATOR_PORT', 'GONIEC_EMULATOR']),
    );
  });

  it('refuses one port for both programs, unless any free one will do', () => {
    expect(faults({ GONIEC_PORT: '9000', GONIEC_EMULATOR_PORT: '9000' })).toContain('ten sam port 9000');
    expect(faults({ GONIEC_PORT: '0', GONIEC_EMULATOR_PORT: '0' })).toBe('');
    expect(faults({ GONIEC_PORT: '8089', GONIEC_EMULATOR: 'off' })).toBe('');
  });
});
