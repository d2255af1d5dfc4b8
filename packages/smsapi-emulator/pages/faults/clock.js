import { duration, full, number } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { badge, button, card } from '../core/parts.js';
import { say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { faults, order, timeOn } from './data.js';

/** @typedef {import('./data.js').Clock} Clock */

const MINUTE_MS = 60_000;
const STEPS = /** @type {const} */ ({
  minute: MINUTE_MS,
  quarter: 15 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  validity: 72 * 60 * MINUTE_MS,
});
/** Between two clocks that are the same, as far as anybody can see. */
const NOTICEABLE_MS = 1_000;

/** @param {string} name @param {number} ms */
const advance = async (name, ms) => {
  if (await order('POST', 'clock', { advanceMs: ms })) say('good', t().faults.advanced(wordIn(t().faults.steps, name)));
};

/** @param {Clock} clock */
const remarks = ({ aheadMs, pace, frozen }) => [
  badge('plain', Math.abs(aheadMs) < NOTICEABLE_MS ? t().faults.notAhead : t().faults.ahead(duration(aheadMs))),
  frozen ? badge('warn', t().faults.frozen) : null,
  pace === 1 ? null : badge('brand', t().faults.pace(number(pace))),
];

export const clockCard = () => {
  const { clock } = faults;
  if (clock === null) return null;
  return card(
    t().faults.clock,
    {
      aside: button(clock.frozen ? t().faults.resume : t().faults.freeze, {
        small: true,
        icon: clock.frozen ? 'play' : 'pause',
        onclick: () => void order('POST', 'clock', { freeze: !clock.frozen }),
      }),
    },
    h('p', { class: 'big clock' }, h('time', null, full(timeOn(clock)))),
    h('p', { class: 'badges' }, remarks(clock)),
    h('h3', null, t().faults.advance),
    h(
      'div',
      { class: 'presets' },
      Object.entries(STEPS).map(([name, ms]) =>
        button(wordIn(t().faults.steps, name), { key: name, small: true, onclick: () => void advance(name, ms) }),
      ),
    ),
  );
};
