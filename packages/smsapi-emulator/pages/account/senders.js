import { ask, attempt } from '../core/api.js';
import { t, wordIn } from '../core/i18n.js';
import { badge, button, card, field, valuesOf } from '../core/parts.js';
import { say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { loadAccount } from './data.js';

/** @typedef {import('./data.js').Sender} Sender */

/** What the gateway takes as a sender name. */
const NAME = /^(?:\d{8,16}|[\w.\-&@ %+!]{1,11})$/;

const TONES = /** @type {Readonly<Record<string, import('../core/parts.js').Tone>>} */ ({
  ACTIVE: 'good',
  PENDING: 'warn',
  INACTIVE: 'warn',
  REJECTED: 'bad',
});

/** @param {string} sender @param {string} status */
const judge = async (sender, status) => {
  await attempt(() => ask('PUT', `senders/${encodeURIComponent(sender)}`, { status }));
  await loadAccount();
};

/** @param {SubmitEvent} event @param {readonly Sender[]} senders */
const onAdd = async (event, senders) => {
  const { form, get } = valuesOf(event);
  const sender = get('sender');
  if (!NAME.test(sender)) say('bad', t().account.senders.wrong);
  else if (senders.some((known) => known.sender === sender)) say('bad', t().account.senders.taken);
  else if (await attempt(() => ask('POST', 'senders', { sender }))) form.reset();
  await loadAccount();
};

/** @param {Sender} row */
const row = ({ sender, status, isDefault }) =>
  h(
    'li',
    { key: sender, class: 'row' },
    h(
      'span',
      { class: 'row-main' },
      h('strong', null, sender),
      isDefault ? h('small', { class: 'soft' }, ` ${t().account.senders.default}`) : null,
    ),
    badge(TONES[status] ?? 'plain', wordIn(t().account.senders.statuses, status)),
    h(
      'span',
      { class: 'row-actions' },
      status === 'ACTIVE'
        ? null
        : button(t().account.senders.approve, {
            small: true,
            icon: 'check',
            long: t().account.senders.approveLong(sender),
            onclick: () => void judge(sender, 'ACTIVE'),
          }),
      status === 'REJECTED'
        ? null
        : button(t().account.senders.reject, {
            small: true,
            icon: 'cross',
            kind: 'quiet',
            long: t().account.senders.rejectLong(sender),
            onclick: () => void judge(sender, 'REJECTED'),
          }),
    ),
  );

/** @param {import('./data.js').Account} shown */
export const sendersCard = ({ senders }) =>
  card(
    t().account.senders.title,
    {},
    senders.length === 0
      ? h('p', { class: 'soft' }, t().account.senders.none)
      : h('ul', { class: 'rows' }, senders.map(row)),
    h(
      'form',
      { class: 'inline-form', onsubmit: (/** @type {SubmitEvent} */ event) => void onAdd(event, senders) },
      field(
        t().account.senders.field,
        h('input', {
          name: 'sender',
          maxlength: '16',
          autocomplete: 'off',
          placeholder: t().account.senders.hint,
          required: true,
        }),
      ),
      button(t().add, { type: 'submit', icon: 'plus' }),
    ),
  );
