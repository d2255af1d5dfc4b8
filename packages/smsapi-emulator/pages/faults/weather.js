import { t, wordIn } from '../core/i18n.js';
import { button, card, field, valuesOf } from '../core/parts.js';
import { redraw, say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { faults, order } from './data.js';

/** Two are profiles of the emulator itself, the others are files beside it. */
const PROFILES = ['calm', 'chaos'];

/** @param {string} name */
const apply = async (name) => {
  const isDone = PROFILES.includes(name)
    ? await order('PUT', 'profile', { name })
    : await order('PUT', 'scenario', { load: name });
  faults.scenario = null;
  if (isDone) say('good', t().faults.applied(wordIn(t().faults.scenarios, name)));
};

/** @param {string} current */
const scenarioForm = (current) => {
  const known = Object.keys(t().faults.scenarios);
  const chosen = faults.scenario ?? current;
  return [
    h(
      'form',
      {
        class: 'inline-form',
        onsubmit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          void apply(chosen);
        },
      },
      field(
        t().faults.scenario,
        h(
          'select',
          {
            value: chosen,
            onchange: (/** @type {Event & { currentTarget: HTMLSelectElement }} */ event) => {
              faults.scenario = event.currentTarget.value;
              redraw();
            },
          },
          // One from a file of the user's own can be seen, but not chosen again.
          (known.includes(current) ? known : [current, ...known]).map((name) =>
            h('option', { key: name, value: name }, wordIn(t().faults.scenarios, name)),
          ),
        ),
      ),
      button(t().faults.apply, { type: 'submit', disabled: !known.includes(chosen) }),
    ),
    known.includes(chosen) ? h('p', { class: 'soft' }, wordIn(t().faults.scenarioLong, chosen)) : null,
  ];
};

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
    scenarioForm(profile),
    faults.ofScenario > 0 ? h('p', { class: 'soft' }, t().faults.ofScenario(faults.ofScenario)) : null,
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
