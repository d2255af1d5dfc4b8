import { t } from '../core/i18n.js';
import { button } from '../core/parts.js';
import { redraw } from '../core/store.js';
import { h } from '../core/vdom.js';
import { phones, reply } from './data.js';

/** @param {string} number */
const draftOf = (number) => phones.drafts.get(number) ?? '';

/** @param {string} number */
const send = (number) => {
  const text = draftOf(number).trim();
  if (text !== '' && !phones.isSending) void reply(number, text);
};

/** What the owner of the handset writes. A phone that is off or out of coverage writes nothing. @param {import('./data.js').Phone} phone */
export const composer = ({ number, state, takesTexts }) => {
  if (state !== 'on') {
    return h('p', { class: 'composer closed' }, state === 'off' ? t().reply.off : t().reply.coverage);
  }
  return h(
    'form',
    {
      class: 'composer',
      onsubmit: (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        send(number);
      },
    },
    takesTexts
      ? null
      : h('p', { class: 'hint' }, `${t().reply.nobody} `, h('a', { href: '#/account' }, t().reply.addCallback)),
    h(
      'div',
      { class: 'composer-row' },
      button(t().reply.stop, {
        kind: 'quiet',
        long: t().reply.stopHint,
        disabled: phones.isSending,
        onclick: () => void reply(number, 'STOP'),
      }),
      h('textarea', {
        key: number,
        rows: '1',
        value: draftOf(number),
        placeholder: t().reply.placeholder,
        'aria-label': t().reply.label,
        oninput: (/** @type {InputEvent & { currentTarget: HTMLTextAreaElement }} */ event) => {
          phones.drafts.set(number, event.currentTarget.value);
          redraw();
        },
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send(number);
        },
      }),
      button(t().reply.send, {
        kind: 'first',
        icon: 'send',
        iconOnly: true,
        type: 'submit',
        disabled: phones.isSending || draftOf(number).trim() === '',
      }),
    ),
  );
};
