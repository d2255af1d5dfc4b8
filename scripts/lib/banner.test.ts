import { describe, expect, it } from 'vitest';
import { banner } from './banner.mjs';

const facts = {
  url: 'http://127.0.0.1:7300',
  signInLink: 'http://127.0.0.1:7300/wejdz?k=1',
  emulatorUrl: 'http://127.0.0.1:8089',
  home: '/g/var',
  ownHome: false,
  note: undefined,
};

describe('banner', () => {
  it('shows the way in, the way on and the way out', () => {
    expect(banner(facts)).toMatchInlineSnapshot(`
      "
        Goniec działa: http://127.0.0.1:7300

        Zaloguj się      http://127.0.0.1:7300/wejdz?k=1
                         (odnośnik jednorazowy)
        Emulator SMSAPI  http://127.0.0.1:8089
                         (telefony testowe: żaden SMS nie wychodzi w świat)
        Folder danych    /g/var

        Na początek, w drugim oknie:
          npx goniec demo                                    wysyłka pokazowa, krok po kroku
          npx goniec import samples/kontrahenci-wapro.csv    kontrahenci z pliku programu ERP
        Opis API: http://127.0.0.1:7300/api/docs

        Zatrzymanie: Ctrl+C
        In English: Goniec is up at the address above; press Ctrl+C to stop it.
      "
    `);
  });

  it('does not speak of an emulator or a demonstration that are not there', () => {
    const shown = banner({ ...facts, emulatorUrl: undefined });
    expect(shown).not.toMatch(/emulator|demo/iu);
  });

  it('reminds of a state folder of your own, which the CLI must know too', () => {
    expect(banner({ ...facts, home: '/dane', ownHome: true })).toContain('ustaw GONIEC_HOME=/dane');
  });

  it('carries a note', () => {
    expect(banner({ ...facts, note: 'Uwaga.' })).toContain('  Uwaga.\n');
  });
});
