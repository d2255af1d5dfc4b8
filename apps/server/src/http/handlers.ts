import { accessHandlers } from './access.ts';
import { editorHandlers } from './campaign-editors.ts';
import { campaignHandlers } from './campaigns.ts';
import { companyHandlers } from './companies.ts';
import { directoryHandlers } from './directory.ts';
import { eventHandlers } from './events.ts';
import { firstStepHandlers } from './first-steps.ts';
import { gatewayHandlers } from './gateways.ts';
import type { HttpDeps } from './http-deps.ts';
import { importHandlers } from './imports.ts';
import { inboundHandlers } from './inbound-messages.ts';
import { instanceHandlers } from './instance.ts';
import { messageHandlers } from './messages.ts';
import type { Handlers } from './mount.ts';
import { noticeHandlers } from './notices.ts';
import { testPhoneHandlers } from './test-phones.ts';
import { uncertainHandlers } from './uncertain.ts';

/** Every operation of the contract has its handler here: a missing one does not compile. */
export function handlersOf(deps: HttpDeps): Handlers {
  return {
    ...accessHandlers(deps),
    ...instanceHandlers(deps),
    ...companyHandlers(deps),
    ...firstStepHandlers(deps),
    ...gatewayHandlers(deps),
    ...directoryHandlers(deps),
    ...importHandlers(deps),
    ...campaignHandlers(deps),
    ...editorHandlers(deps),
    ...messageHandlers(deps),
    ...uncertainHandlers(deps),
    ...inboundHandlers(deps),
    ...noticeHandlers(deps),
    ...testPhoneHandlers(deps),
    ...eventHandlers(deps),
  };
}
