import type { Handler, Route } from '../http/call.ts';
import * as actions from './actions.ts';
import * as channels from './channels.ts';
import * as clock from './clock.ts';
import { pageRoutes } from './page-routes.ts';
import * as views from './views.ts';

const route = (method: Route['method'], path: string, handler: Handler): Route => ({
  access: 'admin',
  method,
  path: `/_emulator/${path}`,
  handler,
});

/** What lies outside of SMSAPI: looking into the emulator and pushing it around. */
export const adminRoutes: readonly Route[] = [
  route('GET', 'state', views.getState),
  route('GET', 'links', channels.getLinks),
  route('GET', 'lookups', channels.getLookups),
  route('GET', 'ledger', views.getLedger),
  route('GET', 'requests', views.getRequests),
  route('PUT', 'balance', actions.putBalance),
  route('PUT', 'profile', actions.putProfile),
  route('PUT', 'latency', actions.putLatency),
  route('PUT', 'speed', actions.putSpeed),
  route('PUT', 'switches', actions.putSwitches),
  route('GET', 'clock', clock.getClock),
  route('POST', 'clock', clock.postClock),
  route('GET', 'faults', actions.getFaults),
  route('POST', 'faults', actions.postFault),
  route('DELETE', 'faults', actions.deleteFaults),
  route('DELETE', 'faults/:id', actions.deleteFault),
  route('GET', 'reports', views.getReports),
  route('POST', 'reports', actions.postReport),
  route('POST', 'reports/pause', actions.pauseReports),
  route('POST', 'reports/resume', actions.resumeReports),
  route('POST', 'incoming', actions.postIncoming),
  route('PUT', 'senders/:sender', actions.putSender),
  route('POST', 'opt_outs', actions.postOptOut),
  route('POST', 'reset', actions.postReset),
  ...pageRoutes,
];
