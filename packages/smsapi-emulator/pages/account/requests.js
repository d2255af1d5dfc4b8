import { exactTime, number } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { badge, card } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { account } from './data.js';

/** @typedef {import('./data.js').Request} Request */

/** @param {Request} request */
const answer = ({ status, error }) => {
  if (status === null) return badge('bad', t().account.requests.noAnswer);
  if (error !== null) return badge('bad', `${status}, ${t().account.requests.error(error)}`);
  return badge(status < 400 ? 'good' : 'bad', String(status));
};

/** @param {unknown} value */
const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

/** @param {Request} request @param {number} place */
const row = (request, place) => {
  const { at, method, path, recipients, fault, fields, userAgent } = request;
  const names = Object.entries(fields);
  return h(
    'li',
    { key: `${at} ${place}` },
    h(
      'details',
      { class: 'request' },
      h(
        'summary',
        { class: 'row' },
        h('time', { class: 'soft' }, exactTime(at)),
        h('span', { class: 'row-main' }, h('code', null, `${method} ${path}`)),
        recipients > 1
          ? h('span', { class: 'soft' }, `${t().account.requests.recipients}: ${number(recipients)}`)
          : null,
        fault === null ? null : badge('warn', wordIn(t().faults.kinds, fault)),
        answer(request),
      ),
      h(
        'dl',
        { class: 'facts dense' },
        names.map(([name, value]) =>
          h('div', { class: 'fact', key: name }, h('dt', null, h('code', null, name)), h('dd', null, shown(value))),
        ),
        h('div', { class: 'fact' }, h('dt', null, t().account.requests.agent), h('dd', null, userAgent || t().unknown)),
      ),
    ),
  );
};

export const requestsCard = () => {
  const { requests } = account;
  if (requests === null) return null;
  const newest = requests.requests.toReversed();
  return card(
    t().account.requests.title,
    {
      class: 'wide',
      aside:
        newest.length < requests.total
          ? h('span', { class: 'soft' }, t().account.requests.shown(number(newest.length), number(requests.total)))
          : null,
    },
    newest.length === 0
      ? h('p', { class: 'soft' }, t().account.requests.none)
      : h(
          'ul',
          { class: 'rows compact' },
          newest.map((request, place) => row(request, requests.total - place)),
        ),
  );
};
