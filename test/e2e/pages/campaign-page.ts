import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { filled, polish, type Words } from '../support/words.ts';

/** What the button says before one presses it. */
export interface Offer {
  readonly messages: number;
  readonly parts: number;
  /** In grosze. */
  readonly price: number;
}

/** *Okno wysyłki*. */
export interface CampaignPage {
  readonly body: Locator;
  readonly subject: Locator;
  readonly withoutPolish: Locator;
  /** *Wyślij* with its price. */
  readonly send: Locator;
  /** *Wyślij* while there is nothing to send. */
  readonly sendBarred: Locator;
  readonly log: Locator;
  /** Waits until everything typed is saved. */
  saved(): Promise<void>;
  /** Waits until *Wyślij* says this; a price is counted anew after each save. */
  offers(offer: Offer): Promise<void>;
  /** *Wyślij*, and yes. */
  sendNow(): Promise<void>;
  /** One of the commands by its name in the language files. */
  command(name: keyof Words['campaigns']['actions']): Locator;
  /** Waits until so many messages stand in that state of the second stage. */
  delivered(count: number): Promise<void>;
  /** Waits for the state of the campaign as its head says it. */
  state(name: keyof Words['campaigns']['state']): Promise<void>;
}

export function campaignPage(page: Page, words: Words = polish): CampaignPage {
  const { campaigns } = words;
  const send = page.getByRole('button', { name: filled(campaigns.send.label) });
  return {
    body: page.getByRole('textbox', { name: campaigns.editor.body }),
    subject: page.getByRole('textbox', { name: campaigns.subject }),
    withoutPolish: page.getByRole('switch', { name: campaigns.editor.withoutPolish }),
    send,
    sendBarred: page.getByRole('button', { name: campaigns.send.bare, exact: true, disabled: true }),
    log: page.getByRole('grid', { name: campaigns.log.title }),
    saved: () => page.getByText(campaigns.allSaved, { exact: true }).waitFor(),
    async offers(offer) {
      await expect.poll(async () => offerOf(await send.innerText(), words)).toEqual(offer);
    },
    async sendNow() {
      await expect.poll(() => send.isEnabled()).toBe(true);
      await send.press('Enter');
      const yes = page.getByRole('button', { name: campaigns.send.confirm });
      await yes.waitFor();
      await expect.poll(() => yes.isEnabled()).toBe(true);
      await yes.press('Enter');
      await page.getByRole('tab', { name: campaigns.tabs.log, selected: true }).waitFor();
    },
    command: (name) => page.getByRole('button', { name: campaigns.actions[name], exact: true }),
    delivered: (count) => page.getByRole('button', { name: `${campaigns.delivery.delivered} ${count}` }).waitFor(),
    state: (name) => page.getByText(campaigns.state[name], { exact: true }).first().waitFor(),
  };
}

function offerOf(label: string, { campaigns }: Words): Offer {
  const [, messages = '', parts = '', price = ''] = filled(campaigns.send.label).exec(label) ?? [];
  return { messages: numberOf(messages), parts: numberOf(parts), price: numberOf(price) };
}

/** The digits of a number as people read it, of money in its smallest unit. */
const numberOf = (text: string): number => Number(text.replaceAll(/\D/gu, ''));
