import { number } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { badge, button, card } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { faults, order } from './data.js';

/** @typedef {import('./data.js').ReportFault} ReportFault */

/** @param {ReportFault} fault */
const row = ({ id, kind, left, struck, rate, numbers }) => {
  const name = wordIn(t().faults.reportKinds, kind);
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
      onclick: () => void order('DELETE', `report_faults/${id}`),
    }),
  );
};

export const reportsCard = () =>
  card(
    t().faults.reports,
    {},
    faults.reports.length === 0
      ? h('p', { class: 'soft' }, t().faults.noneOfReports)
      : h('ul', { class: 'rows' }, faults.reports.map(row)),
    h('h3', null, t().faults.everyReport),
    h(
      'div',
      { class: 'presets' },
      Object.entries(t().faults.reportKinds).map(([kind, label]) =>
        button(label, { key: kind, small: true, onclick: () => void order('POST', 'report_faults', { kind }) }),
      ),
    ),
  );
