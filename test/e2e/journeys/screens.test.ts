import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { furnish, type FurnishedFirm } from '../support/furnished-firm.ts';
import { isTooWide, loaded, objectionsOf } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { DESK, sitDown, type Person } from '../support/person.ts';
import { polish } from '../support/words.ts';

const PHONE = { width: 360, height: 780 };

interface Screen {
  readonly place: (firm: FurnishedFirm) => string;
  /** What is opened over it. */
  readonly open?: (person: Person) => Promise<void>;
  /** Rules of axe that it still breaks; a rule that is kept at last has to go from here. */
  readonly broken?: readonly string[];
}

/** Every screen, with something on it, with nothing on it, and with what may open over it. */
const screens: Readonly<Record<string, Screen>> = {
  contractors: { place: () => 'kontrahenci' },
  'contractors, nothing found': { place: () => 'kontrahenci?q=nie-ma-takiego' },
  'contractors, menu': { place: () => 'kontrahenci', open: openMenu },
  'a contractor': { place: ({ contractorId }) => `kontrahenci?open=${contractorId}` },
  'a contractor’s contacts': { place: ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=kontakty` },
  'a contractor’s consents': { place: ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=zgody` },
  'a contractor’s messages': { place: ({ contractorId }) => `kontrahenci?open=${contractorId}&tab=wiadomosci` },
  'a new contractor': { place: () => 'kontrahenci?open=nowy' },
  import: { place: () => 'kontrahenci/import' },
  'an import': { place: ({ importId }) => `kontrahenci/import?id=${importId}` },
  'an import’s columns': { place: ({ importId }) => `kontrahenci/import?id=${importId}&tab=kolumny` },
  'an import’s rows': { place: ({ importId }) => `kontrahenci/import?id=${importId}&tab=wiersze` },
  'an undone import': { place: ({ undoneImportId }) => `kontrahenci/import?id=${undoneImportId}` },
  'a workbook’s columns': { place: ({ workbookId }) => `kontrahenci/import?id=${workbookId}&tab=kolumny` },
  campaigns: { place: () => 'wysylki' },
  'campaigns, nothing found': { place: () => 'wysylki?q=nie-ma-takiej' },
  'campaigns, a draft to delete': { place: () => 'wysylki', open: pressed('Delete') },
  'a draft': { place: ({ draftId }) => `wysylki/${draftId}` },
  'a draft’s log': { place: ({ draftId }) => `wysylki/${draftId}?tab=log` },
  'a sent campaign': { place: ({ sentId }) => `wysylki/${sentId}` },
  'a sent campaign’s recipients': { place: ({ sentId }) => `wysylki/${sentId}?tab=odbiorcy` },
  'a sent campaign’s text': { place: ({ sentId }) => `wysylki/${sentId}?tab=tresc` },
  'uncertain messages': { place: () => 'niepewne' },
  replies: { place: () => 'odpowiedzi' },
  balance: { place: () => 'stan-konta' },
  phones: { place: () => 'telefony' },
  gateway: { place: () => 'konfiguracja/wysylka-sms' },
  services: { place: () => 'konfiguracja/uslugi' },
  'the company': { place: () => 'konfiguracja/firma' },
  'first steps, company': { place: () => 'pierwsze-kroki/firma' },
  'first steps, gateway': { place: () => 'pierwsze-kroki/bramka' },
  'first steps, token': { place: () => 'pierwsze-kroki/token' },
  'first steps, sender name': { place: () => 'pierwsze-kroki/nadawca' },
  'first steps, service': { place: () => 'pierwsze-kroki/usluga' },
  'first steps, import': { place: () => 'pierwsze-kroki/import' },
  'first steps, the end': { place: () => 'pierwsze-kroki/gotowe' },
  keys: { place: () => 'konfiguracja/klucze' },
  shortcuts: { place: () => 'wysylki', open: pressed('Shift+?') },
  palette: { place: () => 'wysylki', open: pressed('Control+k') },
  notices: { place: () => 'wysylki', open: openBell },
  'a page that is not there': { place: () => 'nie-ma' },
};

const it = journey
  .extend('firm', { scope: 'file' }, async ({ api }, { onCleanup }) => {
    const firm = await furnish(api);
    onCleanup(() => firm.emulator.close());
    return firm;
  })
  // one window for all, as people have one: what is loaded once is not loaded again
  .extend('person', { scope: 'file' }, async ({ browser, product }, { onCleanup }) => {
    const person = await sitDown(browser, product.url, product.session);
    onCleanup(() => person.page.context().close());
    return person;
  });

describe.skipIf(browserPath === undefined)('every screen', () => {
  it.for(Object.entries(screens))(
    '%s: axe finds nothing in either scheme, and it fits a phone',
    async ([, { place, open, broken = [] }], { firm, person }) => {
      const { page, troubles } = person;
      for (const [colorScheme, size] of [
        ['light', DESK],
        ['dark', PHONE],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        await page.goto(`/firma/${firm.companyId}/${place(firm)}`);
        await loaded(page);
        await open?.(person);
        const objections = await objectionsOf(page);
        const rules = new Set(objections.map((objection) => objection.split(':')[0]));
        expect(rules, `${colorScheme}\n${objections.join('\n')}`).toEqual(new Set(broken));
        expect([await isTooWide(page), troubles]).toEqual([false, []]);
      }
    },
  );
});

async function openMenu({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: polish.directory.more.title }).click();
  await page.getByRole('menuitem').first().waitFor();
}

async function openBell({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${polish.shell.notices.title}`, 'u') }).click();
  await page.getByText(polish.notices.waiting).waitFor();
}

function pressed(key: string) {
  return async ({ page }: Person): Promise<void> => {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
  };
}
