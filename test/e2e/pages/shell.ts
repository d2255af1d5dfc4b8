import type { Locator, Page } from '@playwright/test';
import { filled, polish, type Words } from '../support/words.ts';

/** What is around every screen: header, navigation, banners. */
export interface Shell {
  readonly navigation: Locator;
  readonly balance: Locator;
  readonly personMenu: Locator;
  place(name: keyof Words['shell']['places']): Locator;
  /** On a narrow screen the navigation is behind a button. */
  openNavigation(): Promise<void>;
}

export function shell(page: Page, words: Words = polish): Shell {
  const { places, nav, person } = words.shell;
  const navigation = page.getByRole('navigation', { name: nav.label });
  return {
    navigation,
    balance: page.getByRole('banner').getByRole('link', { name: new RegExp(places.balance, 'u') }),
    personMenu: page.getByRole('button', { name: filled(person.menu) }),
    place: (name) => navigation.getByRole('link', { name: places[name], exact: true }),
    openNavigation: () => page.getByRole('button', { name: nav.toggle }).click(),
  };
}
