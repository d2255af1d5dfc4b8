import { dayKey, dayName, phone as shownPhone, time } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { now } from '../core/now.js';
import { button } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { messageBubble, textBubble } from './bubble.js';
import { composer } from './composer.js';
import { entries, loadEarlier, phones } from './data.js';
import { stateSwitch } from './switch.js';

/** @typedef {import('./data.js').Phone} Phone */

const SIGNS = /** @type {const} */ ({ on: 'signal', off: 'power', 'out-of-coverage': 'noSignal' });

/** @param {Phone} phone */
const lines = (phone) => {
  let day = '';
  let sender = '';
  return entries().flatMap((entry) => {
    const heading =
      dayKey(entry.at) === day ? null : h('li', { key: `day ${entry.at}`, class: 'day' }, dayName(entry.at, now()));
    if (heading !== null) sender = '';
    day = dayKey(entry.at);
    const isNamed = entry.kind === 'message' && entry.from !== sender;
    if (entry.kind === 'message') sender = entry.from;
    return [heading, entry.kind === 'message' ? messageBubble(entry, phone.state, now(), isNamed) : textBubble(entry)];
  });
};

/** @param {Phone} phone */
const screen = (phone) =>
  h(
    'div',
    {
      key: `screen ${phone.number}`,
      class: 'screen',
      tabindex: '0',
      role: 'region',
      'aria-label': t().phones.conversation(shownPhone(phone.number)),
    },
    phones.hasEarlier
      ? h(
          'div',
          { class: 'earlier' },
          button(t().phones.earlier, { small: true, kind: 'quiet', onclick: () => void loadEarlier() }),
        )
      : null,
    phone.entries.length === 0
      ? h(
          'div',
          { class: 'screen-none' },
          h('p', null, t().phones.empty),
          h('p', { class: 'soft' }, t().phones.emptyLong),
        )
      : h('ol', { class: 'entries' }, lines(phone)),
  );

/** @param {Phone} phone */
const notice = ({ state, since }) =>
  state === 'on'
    ? null
    : h(
        'p',
        { class: 'notice' },
        icon(SIGNS[state]),
        h('span', null, t().phones.stateLong[state]),
        since > 0
          ? h('small', null, t().phones.since(dayKey(since) === dayKey(now()) ? time(since) : dayName(since, now())))
          : null,
      );

/** The handset itself. @param {Phone} phone */
export const device = (phone) =>
  h(
    'section',
    { class: `device ${phone.state}`, 'aria-label': shownPhone(phone.number) },
    h(
      'div',
      { class: 'status-bar', 'aria-hidden': 'true' },
      h('span', null, time(now())),
      h('span', { class: 'island' }),
      icon(SIGNS[phone.state]),
    ),
    h(
      'header',
      { class: 'device-head' },
      h('a', { class: 'back', href: '#/phones', 'aria-label': t().phones.back }, icon('back')),
      h('h2', null, shownPhone(phone.number)),
    ),
    h('div', { class: 'narrow-switch' }, stateSwitch(phone, 'narrow')),
    screen(phone),
    notice(phone),
    composer(phone),
  );

/** What the conversation looked like when it was last drawn, so that it stays where it was or follows what is new. */
let seen = { number: '', first: '', height: 0 };

/** Called around every drawing: a reader at the end stays at the end, one further up stays where he reads. */
export const keepPlace = () => {
  const before = document.querySelector('.screen');
  const wasAtEnd = before === null || before.scrollHeight - before.scrollTop - before.clientHeight < 60;
  return () => {
    const after = document.querySelector('.screen');
    const number = phones.open?.number ?? '';
    const first = entries()[0]?.id ?? '';
    if (after !== null) {
      const isOther = number !== seen.number || before !== after;
      const grewOnTop = !isOther && first !== seen.first && phones.earlier.length > 0;
      if (grewOnTop) {
        after.scrollTop += after.scrollHeight - seen.height;
      } else if (isOther || wasAtEnd) {
        after.scrollTop = after.scrollHeight;
      }
    }
    seen = { number, first, height: after?.scrollHeight ?? 0 };
  };
};
