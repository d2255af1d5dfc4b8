import { t } from '../core/i18n.js';
import { h } from '../core/vdom.js';
import { activeCard } from './active.js';
import { clockCard } from './clock.js';
import { faults } from './data.js';
import { ownCard } from './own.js';
import { reportsCard } from './reports.js';
import { resetCard, weatherCard } from './weather.js';

export const faultsView = () =>
  h(
    'div',
    { class: 'cards' },
    h('h1', null, t().faults.title),
    faults.list === null
      ? h('p', { class: 'soft', role: 'status' }, t().loading)
      : [
          h('div', { class: 'stack' }, activeCard(), ownCard()),
          h('div', { class: 'stack' }, clockCard(), weatherCard(), reportsCard(), resetCard()),
        ],
  );
