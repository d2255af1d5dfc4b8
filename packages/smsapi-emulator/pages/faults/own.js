import { t, wordIn } from '../core/i18n.js';
import { button, card, field, valuesOf } from '../core/parts.js';
import { redraw, say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { addFault, faults } from './data.js';

const KINDS = ['status', 'error', 'hang', 'cut', 'half', 'text', 'html', 'slow', 'omit'];

/** The one number that some kinds want beside their name. */
const DETAILS =
  /** @type {Readonly<Record<string, { name: 'status' | 'code' | 'ms', usual: number, least: number, most: number }>>} */ ({
    status: { name: 'status', usual: 503, least: 400, most: 599 },
    error: { name: 'code', usual: 201, least: 1, most: 99_999 },
    slow: { name: 'ms', usual: 5_000, least: 0, most: 600_000 },
  });

/** @param {string} typed */
const wholeOf = (typed) => (typed === '' ? undefined : Number(typed));

/** @param {string} source */
const isPattern = (source) => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

/** The rule in the form; null when a number is out of range. @param {(name: string) => string} get */
const ruleIn = (get) => {
  const kind = get('kind');
  const detail = DETAILS[kind];
  const value = detail === undefined ? undefined : Number(get('detail'));
  if (
    detail !== undefined &&
    !(Number.isInteger(value) && value !== undefined && value >= detail.least && value <= detail.most)
  ) {
    return null;
  }
  const next = wholeOf(get('next'));
  const percent = wholeOf(get('rate').replace(',', '.'));
  if (next !== undefined && !(Number.isInteger(next) && next >= 1)) return null;
  if (percent !== undefined && !(percent > 0 && percent <= 100)) return null;
  return {
    reply: detail === undefined ? { kind } : { kind, [detail.name]: value },
    accepted: get('accepted') === 'on',
    ...(next === undefined ? {} : { next }),
    ...(percent === undefined ? {} : { rate: percent / 100 }),
    ...(get('numbers') === '' ? {} : { numbers: get('numbers') }),
    ...(get('path') === '' ? {} : { path: get('path') }),
  };
};

/** @param {SubmitEvent} event */
const onAdd = async (event) => {
  const { get } = valuesOf(event);
  const rule = ruleIn(get);
  if (!isPattern(get('numbers'))) say('bad', t().faults.wrongNumbers);
  else if (rule === null) say('bad', t().faults.wrong);
  else await addFault(rule);
};

const detailField = () => {
  const detail = DETAILS[faults.kind];
  if (detail === undefined) return null;
  const { name, usual, least, most } = detail;
  return field(
    t().faults[name],
    h('input', {
      key: name,
      name: 'detail',
      type: 'number',
      min: least,
      max: most,
      required: true,
      ref: (/** @type {HTMLInputElement} */ input) => (input.value = String(usual)),
    }),
  );
};

export const ownCard = () =>
  card(
    t().faults.own,
    {},
    h(
      'form',
      { class: 'grid-form', onsubmit: (/** @type {SubmitEvent} */ event) => void onAdd(event) },
      field(
        t().faults.kind,
        h(
          'select',
          {
            name: 'kind',
            value: faults.kind,
            onchange: (/** @type {Event & { currentTarget: HTMLSelectElement }} */ event) => {
              faults.kind = event.currentTarget.value;
              redraw();
            },
          },
          KINDS.map((kind) => h('option', { key: kind, value: kind }, wordIn(t().faults.kinds, kind))),
        ),
        { wide: true },
      ),
      detailField(),
      field(t().faults.next, h('input', { name: 'next', type: 'number', min: 1, placeholder: t().faults.nextHint })),
      field(t().faults.rate, h('input', { name: 'rate', inputmode: 'decimal', placeholder: '100' })),
      field(t().faults.path, h('input', { name: 'path', placeholder: '/sms.do', spellcheck: 'false' })),
      field(t().faults.numbers, h('input', { name: 'numbers', placeholder: '50$', spellcheck: 'false' }), {
        wide: true,
      }),
      h(
        'label',
        { class: 'tick wide' },
        h('input', { name: 'accepted', type: 'checkbox' }),
        h('span', null, t().faults.accepted),
      ),
      h('div', { class: 'wide' }, button(t().add, { kind: 'first', type: 'submit', icon: 'plus' })),
    ),
  );
