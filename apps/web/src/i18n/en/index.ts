import type { Polish } from '../pl/index.ts';
import type { Translation } from '../translation.ts';
import { access } from './access.ts';
import { balance } from './balance.ts';
import { campaign } from './campaign.ts';
import { campaignList } from './campaign-list.ts';
import { campaigns } from './campaigns.ts';
import { common } from './common.ts';
import { company } from './company.ts';
import { contractor } from './contractor.ts';
import { directory } from './directory.ts';
import { grid } from './grid.ts';
import { helpers } from './helpers.ts';
import { imports } from './imports.ts';
import { inbound } from './inbound.ts';
import { notices } from './notices.ts';
import { phones } from './phones.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { uncertain } from './uncertain.ts';
import { wizard } from './wizard.ts';

export const en: Translation<Polish> = {
  access,
  balance,
  campaign,
  campaignList,
  campaigns,
  common,
  company,
  contractor,
  directory,
  grid,
  helpers,
  imports,
  inbound,
  notices,
  phones,
  settings,
  shell,
  uncertain,
  wizard,
};
