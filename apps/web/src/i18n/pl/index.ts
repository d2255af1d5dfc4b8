import type { access } from './access.ts';
import type { balance } from './balance.ts';
import type { campaign } from './campaign.ts';
import type { campaignList } from './campaign-list.ts';
import { campaigns } from './campaigns.ts';
import { common } from './common.ts';
import type { company } from './company.ts';
import type { contractor } from './contractor.ts';
import { directory } from './directory.ts';
import { grid } from './grid.ts';
import type { helpers } from './helpers.ts';
import type { imports } from './imports.ts';
import type { inbound } from './inbound.ts';
import type { notices } from './notices.ts';
import type { phones } from './phones.ts';
import type { settings } from './settings.ts';
import { shell } from './shell.ts';
import { uncertain } from './uncertain.ts';
import type { wizard } from './wizard.ts';

/** The sentences of the Polish screen that are there from the first moment, one file for each part of it. */
export const pl = {
  campaigns,
  common,
  directory,
  grid,
  shell,
  uncertain,
} as const;

/** Parts that come with the screens which speak them (`addPolish`): whoever never opens them never loads them. */
export interface LaterPolish {
  readonly access: typeof access;
  readonly balance: typeof balance;
  readonly company: typeof company;
  readonly campaign: typeof campaign;
  readonly campaignList: typeof campaignList;
  readonly contractor: typeof contractor;
  readonly helpers: typeof helpers;
  readonly imports: typeof imports;
  readonly inbound: typeof inbound;
  readonly notices: typeof notices;
  readonly phones: typeof phones;
  readonly settings: typeof settings;
  readonly wizard: typeof wizard;
}

/** Every sentence of the Polish screen. */
export type Polish = typeof pl & LaterPolish;
