import { access } from './access.ts';
import { balance } from './balance.ts';
import { campaigns } from './campaigns.ts';
import { common } from './common.ts';
import type { contractor } from './contractor.ts';
import { directory } from './directory.ts';
import { grid } from './grid.ts';
import type { imports } from './imports.ts';
import type { inbound } from './inbound.ts';
import type { phones } from './phones.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { uncertain } from './uncertain.ts';
import { wizard } from './wizard.ts';

/** The sentences of the Polish screen that are there from the first moment, one file for each part of it. */
export const pl = {
  access,
  balance,
  campaigns,
  common,
  directory,
  grid,
  settings,
  shell,
  uncertain,
  wizard,
} as const;

/** Parts that come with the screens which speak them (`addPolish`): whoever never opens them never loads them. */
export interface LaterPolish {
  readonly contractor: typeof contractor;
  readonly imports: typeof imports;
  readonly inbound: typeof inbound;
  readonly phones: typeof phones;
}

/** Every sentence of the Polish screen. */
export type Polish = typeof pl & LaterPolish;
