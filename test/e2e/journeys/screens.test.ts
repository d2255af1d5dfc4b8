import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { furnish, type FurnishedFirm } from '../support/furnished-firm.ts';
import { isTooWide, loaded, objectionsOf } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { DESK, type Person } from '../support/person.ts';
import { polish } from '../support/words.ts';

const PHONE = { width: 360, height: 780 };

type Place = (firm: FurnishedFirm) => string;

/** Every screen, with something on it, with nothing on it, and with what may open over it. */
const screens: readonly (readonly [name: string, place: Place, open?: (person: Person) => Promise<void>])[] = [
  ['contractors', () => 'kontrahenci'],
  ['contractors, nothing found', () => 'kontrahenci?q=nie-ma-takiego'],
  ['contractors, menu', () => 'kontrahenci', openMenu],
  ['a contractor', ({ contractorId }) => `kontrahenci?open=${contractorId}`],
  ['a contractor’s contacts', ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=kontakty`],
  ['a contractor’s consents', ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=zgody`],
  ['a contractor’s messages', ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=wiadomosci`],
  ['a new contractor', () => 'kontrahenci?open=nowy'],
  ['import', () => 'kontrahenci/import'],
  ['an import', ({ importId }) => `kontrahenci/import?id=${importId}`],
  ['an import’s columns', ({ importId }) => `kontrahenci/import?id=${importId}&tab=kolumny`],
  ['an import’s rows', ({ importId }) => `kontrahenci/import?id=${importId}&tab=wiersze`],
  ['campaigns', () => 'wysylki'],
  ['a draft', ({ draftId }) => `wysylki/${draftId}`],
  ['a draft’s log', ({ draftId }) => `wysylki/${draftId}?tab=log`],
  ['a sent campaign', ({ sentId }) => `wysylki/${sentId}`],
  ['uncertain messages', () => 'niepewne'],
  ['balance', () => 'stan-konta'],
  ['phones', () => 'telefony'],
  ['gateway', () => 'konfiguracja/wysylka-sms'],
  ['services', () => 'konfiguracja/uslugi'],
  ['keys', () => 'konfiguracja/klucze'],
  ['shortcuts', () => 'wysylki', ({ page }) => page.keyboard.press('Shift+?')],
  ['palette', () => 'wysylki', ({ page }) => page.keyboard.press('Control+k')],
  ['a page that is not there', () => 'nie-ma'],
];

const it = journey.extend('firm', { scope: 'file' }, async ({ api }, { onCleanup }) => {
  const firm = await furnish(api);
  onCleanup(() => firm.emulator.close());
  return firm;
});

describe.skipIf(browserPath === undefined)('every screen', () => {
  it.for(screens)(
    '%s: axe finds nothing in either scheme, and it fits a phone',
    async ([, place, open], { firm, enter }) => {
      const person = await enter(`/firma/${firm.companyId}/${place(firm)}`);
      const { page } = person;
      for (const [colorScheme, size] of [
        ['light', DESK],
        ['dark', PHONE],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        await page.reload();
        await loaded(page);
        await open?.(person);
        expect([colorScheme, await objectionsOf(page), await isTooWide(page)]).toEqual([colorScheme, [], false]);
      }
    },
  );
});

async function openMenu({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: polish.directory.more.title }).click();
  await page.getByRole('menuitem').first().waitFor();
}
