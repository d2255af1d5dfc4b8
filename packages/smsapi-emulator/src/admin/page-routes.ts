import type { Access, Handler, Route } from '../http/call.ts';
import * as callbacks from '../rest/callbacks.ts';
import { createSender, deleteSender } from '../rest/sendernames.ts';
import { getAccount } from './account.ts';
import { getEvents } from './events.ts';
import { getPage, getPageFile, getRoot } from './pages.ts';
import { getPhone, getPhones, putPhone } from './phones.ts';

const route = (access: Access, method: Route['method'], path: string, handler: Handler): Route => ({
  access,
  method,
  path,
  handler,
});

const admin = (method: Route['method'], path: string, handler: Handler): Route =>
  route('admin', method, `/_emulator/${path}`, handler);

/**
 * The page of virtual phones and what it asks for. Its files hold no secret and are open to everybody; what they show
 * is not. Callbacks and senders are the endpoints of the API, without its faults, delays and log.
 */
export const pageRoutes: readonly Route[] = [
  route('open', 'GET', '/', getRoot),
  route('open', 'GET', '/_emulator', getPage),
  route('open', 'GET', '/_emulator/pages/:file', getPageFile),
  route('open', 'GET', '/_emulator/pages/:folder/:file', getPageFile),
  admin('GET', 'events', getEvents),
  admin('GET', 'phones', getPhones),
  admin('GET', 'phones/:number', getPhone),
  admin('PUT', 'phones/:number', putPhone),
  admin('GET', 'account', getAccount),
  admin('POST', 'senders', createSender),
  admin('DELETE', 'senders/:sender', deleteSender),
  admin('POST', 'callbacks', callbacks.createCallback),
  admin('DELETE', 'callbacks/:id', callbacks.deleteCallback),
  admin('PUT', 'callbacks/:id/commands/activate', callbacks.activateCallback),
  admin('PUT', 'callbacks/:id/commands/deactivate', callbacks.deactivateCallback),
  admin('GET', 'callbacks/:id/commands/test', callbacks.testCallback),
];
