import { phone as shownPhone } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { badge, button, emptyState } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { copy } from '../core/api.js';
import { account } from '../account/data.js';
import { device } from './conversation.js';
import { openNumber, phones } from './data.js';
import { phoneList } from './list.js';
import { stateSwitch } from './switch.js';

/** The same call as to the real gateway. @param {string} to */
const exampleCall = (to) =>
  [
    `curl ${location.origin}/sms.do`,
    `-H 'Authorization: Bearer ${account.shown?.token ?? 'TOKEN'}'`,
    `-d format=json -d encoding=utf-8`,
    `-d to=${to}`,
    `--data-urlencode 'message=${t().phones.example}'`,
  ].join(' \\\n  ');

const TOKEN_MASK = '••••••••';
/** Its first number that is sure to be delivered. */
const EXAMPLE_NUMBER = '48500100150';

/** Copied with the token, shown without. @param {string} to */
const callToCopy = (to) => [
  h('pre', { class: 'call', tabindex: '0' }, exampleCall(to).replace(account.shown?.token ?? 'TOKEN', TOKEN_MASK)),
  button(t().copy, { icon: 'copy', onclick: () => void copy(exampleCall(to)) }),
];

const welcome = () =>
  h(
    'div',
    { class: 'welcome' },
    emptyState('phone', t().phones.none, h('p', null, t().phones.noneLong), callToCopy(EXAMPLE_NUMBER)),
  );

/** @param {import('./data.js').Phone} phone */
const panel = (phone) =>
  h(
    'aside',
    { class: 'panel', 'aria-label': t().phones.about },
    h('h2', null, t().phones.state.label),
    stateSwitch(phone, 'wide'),
    h('p', { class: 'soft' }, t().phones.stateLong[phone.state]),
    phone.waiting > 0 ? h('p', null, badge('warn', icon('clock'), t().phones.waiting(phone.waiting))) : null,
    h('h2', null, t().phones.fate),
    h('p', { class: 'soft' }, wordIn(t().phones.fates, phone.fate)),
    h('h2', null, t().phones.send),
    callToCopy(phone.number),
  );

const conversation = () => {
  const { open } = phones;
  const number = openNumber();
  if (number === null) {
    return h('div', { class: 'stage' }, emptyState('phone', t().phones.pick, h('p', null, t().phones.pickLong)));
  }
  if (open === null || open.number !== number) {
    return h('div', { class: 'stage' }, h('p', { class: 'soft', role: 'status' }, t().loading));
  }
  return [h('div', { key: 'stage', class: 'stage' }, device(open)), panel(open)];
};

export const phonesView = () => {
  const { list } = phones;
  const number = openNumber();
  const title = h('h1', { class: 'unseen' }, number === null ? t().phones.title : shownPhone(number));
  if (list === null)
    return h('div', { class: 'phones' }, title, h('p', { class: 'stage soft', role: 'status' }, t().loading));
  if (list.total === 0 && number === null) return h('div', { class: 'phones' }, title, welcome());
  return h('div', { class: `phones ${number === null ? '' : 'has-open'}` }, title, phoneList(), conversation());
};
