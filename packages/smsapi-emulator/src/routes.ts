import { adminRoutes } from './admin/routes.ts';
import type { Access, Handler, Route } from './http/call.ts';
import { readable } from './http/media-type.ts';
import { hlrDo } from './hlr/hlr-do.ts';
import { hlrSyncDo } from './hlr/hlr-sync-do.ts';
import { openLink, previewLink } from './links/click.ts';
import * as clicks from './links/clicks.ts';
import * as links from './links/rest.ts';
import { mmsDo, vmsDo } from './media/media-do.ts';
import * as mfa from './mfa/mfa.ts';
import * as rcs from './rcs/rcs.ts';
import { listVolumes } from './rcs/volumes.ts';
import { serveDocument } from './openapi/serve.ts';
import { importBlacklist } from './rest/blacklist-import.ts';
import * as callbacks from './rest/callbacks.ts';
import { contactRoutes } from './rest/contacts/routes.ts';
import * as lists from './rest/number-lists.ts';
import * as profile from './rest/profile.ts';
import { senderDo } from './rest/sender-do.ts';
import * as senders from './rest/sendernames.ts';
import * as subusers from './rest/subusers.ts';
import * as templates from './rest/templates.ts';
import { smsDo } from './send/sms-do.ts';
import { userDo } from './user.ts';

const route = (access: Access, method: Route['method'], path: string, handler: Handler): Route => ({
  access,
  method,
  path,
  handler,
});

/** Every path this emulator serves, on one page. */
export const ROUTES: readonly Route[] = [
  route('legacy', 'GET', '/sms.do', smsDo),
  route('legacy', 'POST', '/sms.do', smsDo),
  route('legacy', 'GET', '/user.do', userDo),
  route('legacy', 'POST', '/user.do', userDo),

  route('legacy', 'GET', '/sender.do', senderDo),
  route('legacy', 'POST', '/sender.do', senderDo),
  route('legacy', 'GET', '/hlr.do', hlrDo),
  route('legacy', 'POST', '/hlr.do', hlrDo),
  route('legacy', 'GET', '/hlrsync.do', hlrSyncDo),
  route('legacy', 'POST', '/hlrsync.do', hlrSyncDo),
  route('legacy', 'GET', '/mms.do', mmsDo),
  route('legacy', 'POST', '/mms.do', mmsDo),
  route('legacy', 'GET', '/vms.do', vmsDo),
  route('legacy', 'POST', '/vms.do', vmsDo),

  route('rest', 'POST', '/mfa/codes', readable(mfa.createCode)),
  route('rest', 'POST', '/mfa/codes/verifications', readable(mfa.verifyCode)),

  route('rest', 'GET', '/rcs/senders', rcs.listSenders),
  route('rest', 'GET', '/rcs/messages', rcs.listMessages),
  route('rest', 'POST', '/rcs/messages', readable(rcs.sendMessage)),
  route('rest', 'GET', '/shipment/country_volumes', listVolumes),

  route('rest', 'GET', '/short_url/links', links.listLinks),
  route('rest', 'POST', '/short_url/links', readable(links.createLink)),
  route('rest', 'GET', '/short_url/links/:id', links.getLink),
  route('rest', 'PUT', '/short_url/links/:id', readable(links.updateLink)),
  route('rest', 'DELETE', '/short_url/links/:id', links.deleteLink),
  route('rest', 'GET', '/short_url/clicks', clicks.listClicks),
  route('rest', 'GET', '/short_url/clicks_by_mobile_device', clicks.countClicksByDevice),
  route('open', 'GET', '/l/:code', openLink),
  route('open', 'HEAD', '/l/:code', previewLink),

  route('open', 'GET', '/ping', profile.ping),
  route('open', 'HEAD', '/ping', profile.headPing),
  route('rest', 'GET', '/profile', profile.getProfile),
  route('rest', 'GET', '/profile/prices', profile.getPrices),

  route('rest', 'GET', '/sms/sendernames', senders.listSenders),
  route('rest', 'POST', '/sms/sendernames', senders.createSender),
  route('rest', 'GET', '/sms/sendernames/statement', senders.getStatement),
  route('rest', 'GET', '/sms/sendernames/:sender', senders.getSender),
  route('rest', 'DELETE', '/sms/sendernames/:sender', senders.deleteSender),
  route('rest', 'POST', '/sms/sendernames/:sender/commands/make_default', senders.makeDefaultSender),

  route('rest', 'GET', '/blacklist/phone_numbers', lists.listBlacklist),
  route('rest', 'POST', '/blacklist/phone_numbers', lists.addToBlacklist),
  route('rest', 'DELETE', '/blacklist/phone_numbers', lists.clearBlacklist),
  route('rest', 'POST', '/blacklist/phone_numbers/imports', importBlacklist),
  route('rest', 'DELETE', '/blacklist/phone_numbers/:id', lists.deleteFromBlacklist),
  route('rest', 'GET', '/opt_outs', lists.listOptOuts),
  route('rest', 'GET', '/opt_outs/settings', lists.getOptOutSettings),
  route('rest', 'PUT', '/opt_outs/settings', lists.putOptOutSettings),
  route('rest', 'DELETE', '/opt_outs/:id', lists.deleteOptOut),

  route('rest', 'GET', '/callbacks', callbacks.listCallbacks),
  route('rest', 'POST', '/callbacks', callbacks.createCallback),
  route('rest', 'GET', '/callbacks/:id', callbacks.getCallback),
  route('rest', 'PUT', '/callbacks/:id', callbacks.updateCallback),
  route('rest', 'DELETE', '/callbacks/:id', callbacks.deleteCallback),
  route('rest', 'PUT', '/callbacks/:id/commands/activate', callbacks.activateCallback),
  route('rest', 'PUT', '/callbacks/:id/commands/deactivate', callbacks.deactivateCallback),
  route('rest', 'GET', '/callbacks/:id/commands/test', callbacks.testCallback),

  route('rest', 'GET', '/sms/templates', templates.listTemplates),
  route('rest', 'POST', '/sms/templates', templates.createTemplate),
  route('rest', 'GET', '/sms/templates/available', templates.listAvailableTemplates),
  route('rest', 'GET', '/sms/templates/:id', templates.getTemplate),
  route('rest', 'PUT', '/sms/templates/:id', templates.updateTemplate),
  route('rest', 'DELETE', '/sms/templates/:id', templates.deleteTemplate),

  route('rest', 'GET', '/subusers', subusers.listSubusers),
  route('rest', 'POST', '/subusers', subusers.createSubuser),
  route('rest', 'GET', '/subusers/:id', subusers.getSubuser),
  route('rest', 'PUT', '/subusers/:id', subusers.updateSubuser),
  route('rest', 'DELETE', '/subusers/:id', subusers.deleteSubuser),
  route('rest', 'GET', '/subusers/:id/shares', subusers.getShares),
  route('rest', 'GET', '/subusers/:id/shares/sendernames', subusers.getShare('sendernames')),
  route('rest', 'PUT', '/subusers/:id/shares/sendernames', subusers.putShare('sendernames')),
  route('rest', 'GET', '/subusers/:id/shares/templates', subusers.getShare('templates')),
  route('rest', 'PUT', '/subusers/:id/shares/templates', subusers.putShare('templates')),

  ...contactRoutes,
  ...adminRoutes,
  route(
    'open',
    'GET',
    '/_emulator/openapi.json',
    serveDocument(() => ROUTES),
  ),
];
