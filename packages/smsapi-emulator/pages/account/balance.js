import { ask, attempt, copy } from '../core/api.js';
import { number, phone, points } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { badge, button, card, fact, field, valuesOf } from '../core/parts.js';
import { redraw, say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { account, loadAccount } from './data.js';

/** @typedef {import('./data.js').Account} Account */

/** A Pole types a comma. @param {string} typed */
export const numberOf = (typed) => (/^\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN);

/** @param {SubmitEvent} event */
const onSetPoints = async (event) => {
  const { form, get } = valuesOf(event);
  const wanted = numberOf(get('points'));
  if (Number.isNaN(wanted)) {
    say('bad', t().account.pointsWrong);
    return;
  }
  if (!(await attempt(() => ask('PUT', 'balance', { points: wanted })))) return;
  form.reset();
  say('good', t().account.pointsSet);
  await loadAccount();
};

/** @param {Account} shown */
const enoughFor = ({ points: left, price }) => {
  if (price === 0) return t().account.free;
  const parts = Math.floor(left / price + 1e-9);
  return t().account.buys(number(parts), parts) + t().account.price(points(price));
};

/** @param {Account} shown */
export const balanceCard = (shown) =>
  card(
    t().account.balance,
    { class: 'balance' },
    h('p', { class: 'big' }, points(shown.points), h('small', null, ` ${t().account.points}`)),
    h('p', { class: 'soft' }, enoughFor(shown)),
    h(
      'form',
      { class: 'inline-form', onsubmit: (/** @type {SubmitEvent} */ event) => void onSetPoints(event) },
      field(
        t().account.pointsField,
        h('input', { name: 'points', inputmode: 'decimal', autocomplete: 'off', required: true }),
      ),
      button(t().account.setPoints, { type: 'submit' }),
    ),
    h(
      'dl',
      { class: 'facts across' },
      fact(t().account.accepted, number(shown.accepted)),
      fact(t().account.delivered, number(shown.delivered)),
      fact(t().account.spent, t().account.price(points(shown.charged))),
    ),
  );

/** @param {Account} shown */
const tokenRow = ({ token, tokenRevoked }) =>
  h(
    'span',
    { class: 'token' },
    h('code', null, account.isTokenShown ? token : '•'.repeat(12)),
    button(account.isTokenShown ? t().account.hide : t().account.show, {
      icon: 'eye',
      iconOnly: true,
      small: true,
      kind: 'quiet',
      onclick: () => {
        account.isTokenShown = !account.isTokenShown;
        redraw();
      },
    }),
    button(t().copy, { icon: 'copy', iconOnly: true, small: true, kind: 'quiet', onclick: () => void copy(token) }),
    tokenRevoked ? badge('bad', t().account.tokenRevoked) : null,
  );

/** @param {Account} shown */
export const profileCard = (shown) =>
  card(
    t().account.profile,
    {},
    h(
      'dl',
      { class: 'facts' },
      fact(t().account.address, h('code', null, location.origin)),
      fact(t().account.token, tokenRow(shown)),
      fact(t().account.username, shown.username),
      fact(t().account.name, shown.name),
      fact(t().account.email, shown.email),
      fact(t().account.phone, phone(shown.phoneNumber)),
      fact(t().account.payment, wordIn(t().account.payments, shown.paymentType)),
      fact(t().account.blacklisted, number(shown.blacklisted)),
      fact(t().account.optedOut, number(shown.optedOut)),
    ),
  );
