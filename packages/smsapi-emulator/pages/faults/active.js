import { number } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { badge, button, card } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { addFault, faults, order } from './data.js';

/** @typedef {import('./data.js').Fault} Fault */

const PRESETS = /** @type {const} */ ({
  lost: { reply: { kind: 'hang' }, accepted: true, next: 1 },
  cut: { reply: { kind: 'cut' }, accepted: true, next: 1 },
  busy: { reply: { kind: 'status', status: 503 }, accepted: false, next: 1 },
  limited: { reply: { kind: 'status', status: 429, retryAfterSeconds: 1 }, accepted: false, next: 1 },
  internal: { reply: { kind: 'error', code: 201 }, accepted: false, next: 1 },
  broke: { reply: { kind: 'error', code: 103 }, accepted: false, next: 1 },
});

/** @param {Fault} fault */
const nameOf = ({ reply }) => {
  const words = wordIn(t().faults.kinds, reply.kind);
  const detail = reply.status ?? reply.code ?? (reply.ms === undefined ? undefined : `${reply.ms}\u00A0ms`);
  return detail === undefined ? words : `${words} ${detail}`;
};

/** @param {Fault} fault */
const row = (fault) => {
  const { id, accepted, left, struck, rate, numbers, path } = fault;
  const name = nameOf(fault);
  return h(
    'li',
    { key: id, class: 'row tall' },
    h(
      'span',
      { class: 'row-main' },
      h('strong', null, name),
      h(
        'span',
        { class: 'row-note soft' },
        h('span', null, accepted ? t().faults.taken : t().faults.notTaken),
        h('code', null, path ?? '/sms.do'),
        rate === undefined ? null : h('span', null, `${number(rate * 100)}\u00A0%`),
        numbers === undefined ? null : h('code', null, numbers),
        struck > 0 ? h('span', null, t().faults.struck(struck)) : null,
      ),
    ),
    badge(left === null ? 'brand' : 'warn', left === null ? t().faults.always : t().faults.left(left)),
    button(t().remove, {
      small: true,
      kind: 'quiet',
      icon: 'trash',
      iconOnly: true,
      long: t().faults.removeLong(name),
      onclick: () => void order('DELETE', `faults/${id}`),
    }),
  );
};

export const activeCard = () => {
  const list = faults.list ?? [];
  return card(
    t().faults.active,
    {
      aside:
        list.length > 1
          ? button(t().faults.clear, {
              small: true,
              kind: 'quiet',
              icon: 'trash',
              onclick: () => void order('DELETE', 'faults'),
            })
          : null,
    },
    list.length === 0 ? h('p', { class: 'soft' }, t().faults.none) : h('ul', { class: 'rows' }, list.map(row)),
    h('h3', null, t().faults.quick),
    h('p', { class: 'soft' }, t().faults.quickLong),
    h(
      'div',
      { class: 'presets' },
      Object.entries(PRESETS).map(([name, rule]) =>
        button(wordIn(t().faults.presets, name), { key: name, small: true, onclick: () => void addFault(rule) }),
      ),
    ),
  );
};
