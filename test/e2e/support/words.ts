import { en } from '../../../apps/web/src/i18n/en/index.ts';
import { access } from '../../../apps/web/src/i18n/pl/access.ts';
import { balance } from '../../../apps/web/src/i18n/pl/balance.ts';
import { company } from '../../../apps/web/src/i18n/pl/company.ts';
import { campaign } from '../../../apps/web/src/i18n/pl/campaign.ts';
import { campaignList } from '../../../apps/web/src/i18n/pl/campaign-list.ts';
import { contractor } from '../../../apps/web/src/i18n/pl/contractor.ts';
import { helpers } from '../../../apps/web/src/i18n/pl/helpers.ts';
import { imports } from '../../../apps/web/src/i18n/pl/imports.ts';
import { inbound } from '../../../apps/web/src/i18n/pl/inbound.ts';
import { pl, type Polish } from '../../../apps/web/src/i18n/pl/index.ts';
import { notices } from '../../../apps/web/src/i18n/pl/notices.ts';
import { phones } from '../../../apps/web/src/i18n/pl/phones.ts';
import { settings } from '../../../apps/web/src/i18n/pl/settings.ts';
import { wizard } from '../../../apps/web/src/i18n/pl/wizard.ts';
import type { Translation } from '../../../apps/web/src/i18n/translation.ts';

/** What stands on the screen, in one language: the helpers of a screen speak both. */
export type Words = Translation<Polish>;

/** With the parts that the application loads later. */
export const polish: Words = {
  ...pl,
  access,
  balance,
  campaign,
  campaignList,
  company,
  contractor,
  helpers,
  imports,
  inbound,
  notices,
  phones,
  settings,
  wizard,
} satisfies Polish;
export const english: Words = en;

/** Every text of a language with its key, as `campaigns.send.confirm`. */
export function textsOf(words: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
      const key = path === '' ? name : `${path}.${name}`;
      if (typeof value === 'string') return [[key, value] as const];
      return typeof value === 'object' && value !== null ? [...textsOf(value, key)] : [];
    }),
  );
}

/**
 * A text with gaps as a pattern, whatever fills them.
 *
 * @example filled('Zaznaczono {{formatted}}') // /^Zaznaczono (.+)$/
 */
export function filled(text: string): RegExp {
  const literal = text.split(/\{\{\w+\}\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${literal.join('(.+?)')}$`, 'u');
}
