import { ask } from '../core/api.js';
import { createLoader, listen } from '../core/live.js';
import { redraw, state } from '../core/store.js';

/**
 * @typedef {{ sender: string, isDefault: boolean, status: string, createdAt: number }} Sender
 * @typedef {{ id: string, url: string, type: string, active: boolean, invalid: boolean,
 *   receiver: { type: string, number: string | null } | null }} Callback
 * @typedef {{ token: string, tokenRevoked: boolean, username: string, name: string, email: string, phoneNumber: string, paymentType: string,
 *   price: number, points: number, charged: number, accepted: number, delivered: number, blacklisted: number,
 *   optedOut: number, senders: readonly Sender[], callbacks: readonly Callback[] }} Account
 * @typedef {{ at: number, url: string, ids: readonly string[], attempt: number, status: number, taken: boolean,
 *   answer: string, fields: readonly Readonly<Record<string, string>>[] }} Call
 * @typedef {{ url: string, ids: readonly string[], attempt: number, status: number, nextAt: number,
 *   textId?: string }} WaitingCall
 * @typedef {{ pending: number, givenUp: number, paused: boolean, waiting: readonly WaitingCall[],
 *   calls: readonly Call[] }} Reports
 * @typedef {{ at: number, method: string, path: string, userAgent: string, recipients: number, status: number | null,
 *   error: number | null, fault: string | null, fields: Readonly<Record<string, unknown>> }} Request
 */

const SHOWN = 100;

export const account = {
  /** @type {Account | null} */
  shown: null,
  /** @type {Reports | null} */
  reports: null,
  /** @type {{ total: number, requests: readonly Request[] } | null} */
  requests: null,
  isTokenShown: false,
};

/** The frame around all pages shows the balance, so this one is always asked for. */
export const loadAccount = createLoader(async () => {
  account.shown = await ask('GET', 'account');
  redraw();
});

export const loadCalls = createLoader(async () => {
  account.reports = await ask('GET', `reports?limit=${SHOWN}`);
  redraw();
});

export const loadRequests = createLoader(async () => {
  account.requests = await ask('GET', `requests?limit=${SHOWN}`);
  redraw();
});

const isOpen = () => state.place[0] === 'account';

export const followAccount = () => {
  listen(['account', 'settings'], () => void loadAccount());
  listen(['calls', 'phones', 'settings'], () => {
    if (isOpen()) void loadCalls();
  });
  listen(['requests'], () => {
    if (isOpen()) void loadRequests();
  });
};
