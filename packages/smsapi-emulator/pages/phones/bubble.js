import { full, moment, points, time } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { fact } from '../core/parts.js';
import { h } from '../core/vdom.js';
import { messageText } from './text.js';

/**
 * @typedef {import('./data.js').MessageEntry} MessageEntry
 * @typedef {import('./data.js').TextEntry} TextEntry
 * @typedef {import('./data.js').PhoneState} PhoneState
 * @typedef {import('../core/icons.js').IconName} IconName
 */

/** What became of a message, in a word and a sign. @param {MessageEntry} entry @param {PhoneState} phone @param {number} now @returns {{ tone: string, sign: IconName, words: string }} */
const fateOf = (entry, phone, now) => {
  const { status, waiting, expiresAt, sendAt } = entry;
  if (waiting && sendAt > now)
    return { tone: 'soft', sign: 'clock', words: t().message.scheduled(moment(sendAt, now)) };
  if (waiting && phone !== 'on') {
    const when = moment(expiresAt, now);
    return {
      tone: 'warn',
      sign: 'clock',
      words: phone === 'off' ? t().message.waitsOff(when) : t().message.waitsCoverage(when),
    };
  }
  if (waiting) return { tone: 'soft', sign: 'clock', words: t().message.onItsWay };
  const words = wordIn(t().message.status, status);
  if (status === 'DELIVERED') return { tone: 'good', sign: 'checks', words };
  if (status === 'UNKNOWN') return { tone: 'warn', sign: 'question', words };
  return entry.landedAt === null ? { tone: 'bad', sign: 'cross', words } : { tone: 'soft', sign: 'check', words };
};

/** @param {MessageEntry} entry */
const factsOf = ({ id, idx, acceptedAt, sendAt, landedAt, expiresAt }) =>
  h(
    'dl',
    { class: 'facts' },
    fact(t().message.id, h('code', null, id)),
    idx === null ? null : fact(t().message.idx, h('code', null, idx)),
    fact(t().message.acceptedAt, full(acceptedAt)),
    sendAt === acceptedAt ? null : fact(t().message.sentAt, full(sendAt)),
    landedAt === null ? fact(t().message.expiresAt, full(expiresAt)) : fact(t().message.landedAt, full(landedAt)),
  );

/** What came besides words. @param {MessageEntry} entry */
const attachmentLine = ({ channel, attachment }) => {
  if (channel === 'sms' || attachment === null) return null;
  const { kind, lector, filename, url } = attachment;
  const detail = lector ?? filename ?? url;
  return h(
    'span',
    { class: 'attachment' },
    h('strong', null, t().message.channel[channel]),
    ` ${wordIn(t().message.attachments, kind)}${detail === undefined ? '' : ` ${detail}`}`,
  );
};

/** Only a text has parts of a known alphabet. @param {MessageEntry} entry */
const sizeOf = ({ channel, parts, encoding }) =>
  channel === 'sms'
    ? [h('span', null, t().message.parts(parts)), h('span', null, t().message.encoding[encoding])]
    : h('span', null, t().message.channel[channel]);

/** @param {MessageEntry} entry @param {PhoneState} phone @param {number} now @param {boolean} isNamed */
export const messageBubble = (entry, phone, now, isNamed) => {
  const { tone, sign, words } = fateOf(entry, phone, now);
  return h(
    'li',
    { key: entry.id, class: `entry received ${entry.landedAt === null ? 'absent' : ''}` },
    isNamed ? h('p', { class: 'sender' }, entry.from) : null,
    h('p', { class: 'bubble' }, attachmentLine(entry), messageText(entry)),
    h(
      'details',
      { class: 'meta' },
      h(
        'summary',
        { title: t().message.details },
        h(
          'span',
          { class: 'meta-line' },
          h('span', { class: `fate ${tone}` }, icon(sign), words),
          entry.landedAt === null ? null : h('time', null, time(entry.landedAt)),
          sizeOf(entry),
          h('span', null, t().message.points(points(entry.points))),
        ),
      ),
      factsOf(entry),
    ),
  );
};

const TEXT_SIGNS = /** @type {const} */ ({
  waiting: 'clock',
  taken: 'checks',
  'given-up': 'cross',
  nobody: 'question',
});
const TEXT_TONES = { waiting: 'soft', taken: 'good', 'given-up': 'bad', nobody: 'warn' };

/** @param {TextEntry} entry */
export const textBubble = ({ id, at, text, state, attempts }) =>
  h(
    'li',
    { key: id, class: 'entry sent' },
    h('p', { class: 'bubble' }, text),
    h(
      'p',
      { class: 'meta meta-line' },
      h(
        'span',
        { class: `fate ${attempts > 0 ? 'warn' : TEXT_TONES[state]}` },
        icon(attempts > 0 ? 'retry' : TEXT_SIGNS[state]),
        attempts > 0 ? t().text.retrying(attempts) : t().text.state[state],
      ),
      h('time', null, time(at)),
    ),
  );
