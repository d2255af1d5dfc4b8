import { t } from '../core/i18n.js';
import { h } from '../core/vdom.js';
import { balanceCard, profileCard } from './balance.js';
import { callbacksCard } from './callbacks.js';
import { callsCard } from './calls.js';
import { account } from './data.js';
import { requestsCard } from './requests.js';
import { sendersCard } from './senders.js';

export const accountView = () => {
  const { shown } = account;
  return h(
    'div',
    { class: 'cards' },
    h('h1', null, t().account.title),
    shown === null
      ? h('p', { class: 'soft', role: 'status' }, t().loading)
      : [
          h('div', { class: 'stack' }, balanceCard(shown), profileCard(shown)),
          h('div', { class: 'stack' }, sendersCard(shown), callbacksCard(shown)),
          callsCard(),
          requestsCard(),
        ],
  );
};
