import { brief, number as shownNumber, phone as shownPhone } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { now } from '../core/now.js';
import { redraw } from '../core/store.js';
import { h } from '../core/vdom.js';
import { loadList, openNumber, phones } from './data.js';

/** @typedef {import('./data.js').PhoneLine} PhoneLine */

const STATE_ICONS = /** @type {const} */ ({ on: 'phone', off: 'power', 'out-of-coverage': 'noSignal' });
const SEARCH_PAUSE_MS = 180;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

/** @param {InputEvent & { currentTarget: HTMLInputElement }} event */
const onSearch = (event) => {
  phones.search = event.currentTarget.value;
  redraw();
  clearTimeout(typing);
  typing = setTimeout(() => void loadList(), SEARCH_PAUSE_MS);
};

/** @param {Element | null | undefined} element */
const focusOn = (element) => {
  if (element instanceof HTMLElement) element.focus();
};

/** Arrows walk through the list, Enter opens. @param {KeyboardEvent} event */
const onKey = (event) => {
  const lines = [...document.querySelectorAll('.phone-line')];
  const place = lines.findIndex((line) => line === document.activeElement);
  const target = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  focusOn(lines[Math.max(0, Math.min(target, lines.length - 1))]);
};

/** From the search straight into the list. @param {KeyboardEvent} event */
const onSearchKey = (event) => {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  focusOn(document.querySelector('.phone-line'));
};

/** @param {PhoneLine} line */
const preview = ({ last, waiting }) => {
  if (last === null) return t().none;
  if (last.kind === 'text') return t().phones.you + last.text;
  return waiting > 0 ? [icon('clock'), ` ${last.from}: ${last.text}`] : `${last.from}: ${last.text}`;
};

/** @param {PhoneLine} line @param {boolean} isOpen */
const lineOf = (line, isOpen) =>
  h(
    'li',
    { key: line.number },
    h(
      'a',
      {
        class: `phone-line ${line.state} ${line.unread > 0 && !isOpen ? 'unread' : ''}`,
        href: `#/phones/${line.number}`,
        'aria-current': isOpen ? 'true' : null,
      },
      h('span', { class: 'avatar' }, icon(STATE_ICONS[line.state])),
      h('span', { class: 'line-number' }, shownPhone(line.number)),
      h('span', { class: 'line-time' }, line.lastAt === 0 ? '' : brief(line.lastAt, now())),
      h('span', { class: 'line-text' }, preview(line)),
      // What is on the screen is being read.
      line.unread > 0 && !isOpen
        ? h(
            'span',
            { class: 'count' },
            shownNumber(line.unread),
            h('span', { class: 'unseen' }, ` ${t().phones.unread(line.unread)}`),
          )
        : null,
      line.state === 'on' ? null : h('span', { class: 'unseen' }, t().phones.state[line.state]),
    ),
  );

const footer = () => {
  const { list } = phones;
  if (list === null || list.phones.length === 0) return null;
  const { length } = list.phones;
  return h(
    'p',
    { class: 'list-foot' },
    length < list.matching
      ? t().phones.shown(shownNumber(length), shownNumber(list.matching), list.matching)
      : t().phones.count(shownNumber(length), length),
  );
};

export const phoneList = () => {
  const lines = phones.list?.phones ?? [];
  return h(
    'section',
    { class: 'phone-list', 'aria-label': t().phones.list },
    h(
      'div',
      { class: 'search' },
      icon('search'),
      h('input', {
        type: 'search',
        value: phones.search,
        placeholder: t().phones.search,
        'aria-label': t().phones.search,
        autocomplete: 'off',
        spellcheck: 'false',
        oninput: onSearch,
        onkeydown: onSearchKey,
      }),
    ),
    phones.list !== null && lines.length === 0
      ? h('p', { class: 'list-none', role: 'status' }, t().phones.noMatch(phones.search.trim()))
      : h(
          'ul',
          { class: 'lines', onkeydown: onKey },
          lines.map((line) => lineOf(line, line.number === openNumber())),
        ),
    footer(),
  );
};
