import type { Handler, Route } from '../http/call.ts';
import * as actions from './actions.ts';
import * as channels from './channels.ts';
import * as clock from './clock.ts';
import * as faults from './faults.ts';
import * as logs from './logs.ts';
import * as money from './money.ts';
import { pageRoutes } from './page-routes.ts';
import * as scenario from './scenario.ts';
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
  route('GET', 'ledger', logs.getLedger),
  route('GET', 'ledger/duplicates', logs.getDuplicates),
  route('GET', 'ledger/totals', logs.getTotals),
  route('GET', 'links', channels.getLinks),
  route('GET', 'lookups', channels.getLookups),
  route('GET', 'requests', logs.getRequests),
  route('DELETE', 'requests', logs.deleteRequests),
  route('PUT', 'balance', money.putBalance),
  route('PUT', 'token', money.putToken),
  route('PUT', 'profile', scenario.putProfile),
  route('GET', 'scenario', scenario.getScenario),
  route('PUT', 'scenario', scenario.putScenario),
  route('POST', 'scenario/events', scenario.postScenarioEvent),
  route('PUT', 'latency', faults.putLatency),
  route('PUT', 'speed', actions.putSpeed),
  route('PUT', 'switches', actions.putSwitches),
  route('GET', 'clock', clock.getClock),
  route('POST', 'clock', clock.postClock),
  route('GET', 'faults', faults.getFaults),
  route('POST', 'faults', faults.postFault),
  route('DELETE', 'faults', faults.deleteFaults),
  route('DELETE', 'faults/:id', faults.deleteFault),
  route('GET', 'report_faults', faults.getReportFaults),
  route('POST', 'report_faults', faults.postReportFault),
  route('DELETE', 'report_faults', faults.deleteReportFaults),
  route('DELETE', 'report_faults/:id', faults.deleteReportFault),
  route('GET', 'reports', logs.getReports),
  route('POST', 'reports', actions.postReport),
  route('POST', 'reports/pause', actions.pauseReports),
  route('POST', 'reports/resume', actions.resumeReports),
  route('POST', 'incoming', actions.postIncoming),
  route('PUT', 'senders/:sender', actions.putSender),
  route('POST', 'opt_outs', actions.postOptOut),
  route('POST', 'reset', actions.postReset),
  ...pageRoutes,
];
