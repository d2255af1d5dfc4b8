import { account } from '../account/data.js';
import { useToken } from './api.js';
import { points } from './format.js';
import { LANGUAGES, speak, t } from './i18n.js';
import { icon } from './icons.js';
import { connect } from './live.js';
import { button, field, valuesOf } from './parts.js';
import { change, remember, state } from './store.js';
import { h } from './vdom.js';

/** @typedef {import('./vdom.js').Loose} Loose */

export const PAGES = /** @type {const} */ (['phones', 'account', 'faults']);
const PAGE_ICONS = /** @type {const} */ ({ phones: 'phone', account: 'account', faults: 'fault' });
const SCHEMES = /** @type {const} */ (['system', 'light', 'dark']);
const SCHEME_ICONS = /** @type {const} */ ({ system: 'system', light: 'sun', dark: 'moon' });

const scheme = () => SCHEMES.find((known) => known === state.scheme) ?? 'system';

/** The page looks as chosen; without a choice as the system wants it. */
export const applyScheme = () => {
  const chosen = scheme();
  document.documentElement.classList.toggle('light', chosen === 'light');
  document.documentElement.classList.toggle('dark', chosen === 'dark');
};

const nextScheme = () => {
  const chosen = SCHEMES[(SCHEMES.indexOf(scheme()) + 1) % SCHEMES.length] ?? 'system';
  remember('scheme', chosen);
  change({ scheme: chosen });
  applyScheme();
};

const schemeButton = () =>
  button(`${t().scheme.label}: ${t().scheme[scheme()]}`, {
    kind: 'quiet',
    icon: SCHEME_ICONS[scheme()],
    iconOnly: true,
    onclick: nextScheme,
  });

const languages = () =>
  h(
    'div',
    { class: 'languages', role: 'group', 'aria-label': t().language },
    LANGUAGES.map(({ code, own }) =>
      h(
        'button',
        {
          key: code,
          type: 'button',
          lang: code,
          title: own,
          'aria-pressed': state.language === code ? 'true' : 'false',
          onclick: () => speak(code),
        },
        code.toUpperCase(),
      ),
    ),
  );

const nav = () =>
  h(
    'nav',
    { 'aria-label': t().nav.label },
    PAGES.map((page) =>
      h(
        'a',
        { key: page, href: `#/${page}`, 'aria-current': state.place[0] === page ? 'page' : null },
        icon(PAGE_ICONS[page]),
        h('span', null, t().nav[page]),
      ),
    ),
  );

const header = () =>
  h(
    'header',
    { class: 'top' },
    h('a', { class: 'home', href: '#/phones' }, icon('logo'), h('span', null, t().title)),
    nav(),
    h(
      'div',
      { class: 'top-end' },
      h(
        'span',
        { class: `live ${state.live}`, role: 'status', hidden: state.needsToken },
        h('span', { class: 'dot' }),
        h('span', null, t().live[state.live]),
      ),
      account.shown === null
        ? null
        : h(
            'a',
            { class: 'purse', href: '#/account', title: t().account.balance },
            h('span', { class: 'unseen' }, `${t().account.balance}: `),
            t().account.price(points(account.shown.points)),
          ),
      languages(),
      schemeButton(),
    ),
  );

/** @param {SubmitEvent} event */
const onToken = (event) => {
  useToken(valuesOf(event).get('token'));
  change({ needsToken: false });
  connect();
};

const tokenForm = () =>
  h(
    'form',
    { class: 'card token-form', onsubmit: onToken },
    h('h1', null, t().token.title),
    h('p', { class: 'soft' }, t().token.why),
    field(t().token.field, h('input', { name: 'token', type: 'password', autocomplete: 'off', required: true }), {
      wide: true,
    }),
    state.tokenWasWrong ? h('p', { class: 'bad-text', role: 'alert' }, t().token.wrong) : null,
    button(t().token.enter, { kind: 'first', type: 'submit' }),
  );

const toasts = () =>
  h(
    'div',
    { class: 'toasts', role: 'status', 'aria-live': 'polite' },
    state.toasts.map(({ id, kind, text }) =>
      h('p', { key: id, class: `toast ${kind}` }, icon(kind === 'good' ? 'check' : 'fault'), h('span', null, text)),
    ),
  );

/** The frame around every page. @param {Loose} page */
export const shell = (page) => [
  h('a', { class: 'skip', href: '#content', onclick: skip }, t().skip),
  header(),
  state.live === 'lost' && !state.needsToken
    ? h('p', { class: 'banner', role: 'alert' }, icon('noSignal'), h('span', null, t().live.lostLong))
    : null,
  h(
    'main',
    { id: 'content', tabindex: '-1', class: `page-${state.place[0] ?? ''}` },
    state.needsToken ? tokenForm() : page,
  ),
  toasts(),
];

/** The address is taken by the page shown, so the focus is moved by hand. @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.querySelector('main')?.focus();
}
