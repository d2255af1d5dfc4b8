import { access } from './access.ts';
import { campaignEditors } from './campaign-editors.ts';
import { campaigns } from './campaigns.ts';
import { companies } from './companies.ts';
import { directory } from './directory.ts';
import { events } from './events.ts';
import { firstSteps } from './first-steps.ts';
import { gateways } from './gateways.ts';
import { imports } from './imports.ts';
import { inbound } from './inbound.ts';
import { instance } from './instance.ts';
import { messages } from './messages.ts';
import { notices } from './notices.ts';
import { testPhones } from './test-phones.ts';
import { uncertain } from './uncertain.ts';

/** Every operation of the public API under `/api/v1`. */
export const contract = {
  ...access,
  ...instance,
  ...companies,
  ...firstSteps,
  ...gateways,
  ...directory,
  ...imports,
  ...campaigns,
  ...messages,
  ...campaignEditors,
  ...uncertain,
  ...inbound,
  ...notices,
  ...testPhones,
  ...events,
};
export type Contract = typeof contract;
