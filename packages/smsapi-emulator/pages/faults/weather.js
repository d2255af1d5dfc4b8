import { t, wordIn } from '../core/i18n.js';
import { button, card, field, segments, valuesOf } from '../core/parts.js';
import { redraw, say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { faults, order } from './data.js';

/** @param {SubmitEvent} event */
const onLatency = async (event) => {
  const { get } = valuesOf(event);
  const minMs = Number(get('minMs'));
  const maxMs = Number(get('maxMs'));
  if (!(minMs >= 0 && maxMs >= minMs)) say('bad', t().faults.wrong);
  else await order('PUT', 'latency', { minMs, maxMs });
};

/** @param {'minMs' | 'maxMs'} name @param {string} label @param {number} value */
const msField = (name, label, value) =>
  field(
    label,
    // Made anew when the emulator's own value changes, so that it shows; what is being typed stays otherwise.
    h('input', {
      key: `${name} ${value}`,
      name,
      type: 'number',
      min: 0,
      required: true,
      ref: (/** @type {HTMLInputElement} */ input) => (input.value = String(value)),
    }),
  );

export const weatherCard = () => {
  const { weather } = faults;
  if (weather === null) return null;
  const { profile, latency } = weather;
  return card(
    t().faults.weather,
    {},
    segments({
      name: 'profile',
      label: t().faults.profile,
      value: profile,
      onchange: (name) => void order('PUT', 'profile', { name }),
      choices: Object.entries(t().faults.profiles).map(([value, label]) => ({ value, label })),
    }),
    h('p', { class: 'soft' }, wordIn(t().faults.profileLong, profile)),
    h('h3', null, t().faults.latency),
    latency.minMs === undefined ? h('p', { class: 'soft' }, t().faults.latencyOther) : null,
    h(
      'form',
      { class: 'inline-form', onsubmit: (/** @type {SubmitEvent} */ event) => void onLatency(event) },
      msField('minMs', t().faults.from, latency.minMs ?? 0),
      msField('maxMs', t().faults.to, latency.maxMs ?? 0),
      button(t().save, { type: 'submit' }),
    ),
  );
};

/** @param {boolean} isAsked */
const askToReset = (isAsked) => {
  faults.isAskedToReset = isAsked;
  redraw();
};

const reset = async () => {
  const isDone = await order('POST', 'reset');
  askToReset(false);
  if (isDone) say('good', t().faults.resetDone);
};

export const resetCard = () =>
  card(
    t().faults.reset,
    {},
    h('p', { class: 'soft' }, t().faults.resetLong),
    faults.isAskedToReset
      ? h(
          'div',
          { class: 'presets', role: 'group', 'aria-label': t().faults.resetAsk },
          h('strong', null, t().faults.resetAsk),
          button(t().faults.reset, { kind: 'danger', onclick: () => void reset() }),
          button(t().cancel, { kind: 'quiet', onclick: () => askToReset(false) }),
        )
      : button(t().faults.reset, { icon: 'retry', onclick: () => askToReset(true) }),
  );
