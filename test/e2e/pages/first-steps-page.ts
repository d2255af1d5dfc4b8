import type { Locator, Page } from '@playwright/test';
import { polish, type Words } from '../support/words.ts';

type Step = 'company' | 'gateway' | 'token' | 'sender' | 'service' | 'import';

/** *Pierwsze kroki*. */
export interface FirstStepsPage {
  readonly companyName: Locator;
  readonly nip: Locator;
  readonly saveAndGoOn: Locator;
  /** On, once the step is done. */
  readonly goOn: Locator;
  readonly skip: Locator;
  readonly back: Locator;
  readonly openImport: Locator;
  /** One of the gateways to choose from. */
  way(name: 'smsapi' | 'emulator'): Locator;
  /** Waits until this step is the one on the screen. */
  at(step: Step): Promise<void>;
}

export function firstStepsPage(page: Page, { wizard, company, common }: Words = polish): FirstStepsPage {
  return {
    companyName: page.getByRole('textbox', { name: company.name }),
    nip: page.getByRole('textbox', { name: company.nip }),
    saveAndGoOn: page.getByRole('button', { name: wizard.saveAndGoOn }),
    goOn: page.getByRole('link', { name: common.next, exact: true }),
    skip: page.getByRole('link', { name: wizard.skip }),
    back: page.getByRole('link', { name: common.back, exact: true }),
    openImport: page.getByRole('link', { name: wizard.import.open }),
    way: (name) => page.getByRole('radio', { name: new RegExp(`^${wizard.gateway[name]}`, 'u') }),
    at: (step) => page.getByRole('heading', { level: 1, name: wizard[step].title, exact: true }).waitFor(),
  };
}
