import { ask, attempt } from '../core/api.js';
import { dayKey, exactTime, moment, number, phone } from '../core/format.js';
import { t } from '../core/i18n.js';
import { now } from '../core/now.js';
import { badge, button, card } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { answerBadge } from './callbacks.js';
import { account, loadCalls } from './data.js';

/** @typedef {import('./data.js').Reports} Reports */

const SHOWN = 20;

/** @param {boolean} paused */
const hold = async (paused) => {
  await attempt(() => ask('POST', paused ? 'reports/resume' : 'reports/pause'));
  await loadCalls();
};

/** @param {Reports} reports */
const summary = ({ pending, paused }) =>
  h(
    'span',
    { class: 'card-aside' },
    paused ? badge('warn', t().account.calls.paused) : null,
    badge(
      pending === 0 ? 'plain' : 'brand',
      pending === 0 ? t().account.calls.allTold : t().account.calls.pending(number(pending), pending),
    ),
    button(paused ? t().account.calls.resume : t().account.calls.pause, {
      small: true,
      icon: paused ? 'play' : 'pause',
      onclick: () => void hold(paused),
    }),
  );

/** The next attempts are seconds apart, later ones minutes. @param {number} at */
const when = (at) => (dayKey(at) === dayKey(now()) ? exactTime(at) : moment(at, now()));

/** @param {Reports} reports */
const waitingTable = ({ waiting }) =>
  waiting.length === 0
    ? null
    : [
        h('h3', null, t().account.calls.waiting),
        h(
          'ul',
          { class: 'rows compact' },
          waiting
            .slice(0, SHOWN)
            .map((call, place) =>
              h(
                'li',
                { key: `${call.nextAt} ${call.ids.join()} ${place}`, class: 'row' },
                h('span', { class: 'row-main' }, h('code', { class: 'row-url' }, call.url)),
                answerBadge({ status: call.status, taken: false }),
                h('span', { class: 'soft' }, t().account.calls.attempt(call.attempt)),
                h('span', null, t().account.calls.next(when(call.nextAt))),
              ),
            ),
        ),
      ];

/** A text from a handset, or so many reports. @param {import('./data.js').Call} call */
const contentOf = ({ fields, ids }) => {
  const from = fields[0]?.['sms_from'];
  return from === undefined ? t().account.calls.reports(Math.max(1, ids.length)) : t().account.calls.text(phone(from));
};

/** @param {Reports} reports */
const recentTable = ({ calls }) => [
  h('h3', null, t().account.calls.recent),
  h(
    'ul',
    { class: 'rows compact' },
    calls
      .slice(-SHOWN)
      .toReversed()
      .map((call, place) =>
        h(
          'li',
          { key: `${call.at} ${call.attempt} ${call.ids.join()} ${place}`, class: 'row' },
          h('time', { class: 'soft' }, exactTime(call.at)),
          h('span', { class: 'row-main' }, h('code', { class: 'row-url' }, call.url)),
          h('span', { class: 'soft' }, contentOf(call)),
          call.attempt > 1 ? h('span', { class: 'soft' }, t().account.calls.attempt(call.attempt)) : null,
          answerBadge(call),
        ),
      ),
  ),
];

export const callsCard = () => {
  const { reports } = account;
  if (reports === null) return null;
  return card(
    t().account.calls.title,
    { class: 'wide', aside: summary(reports) },
    waitingTable(reports),
    reports.calls.length === 0 ? h('p', { class: 'soft' }, t().account.calls.none) : recentTable(reports),
  );
};
