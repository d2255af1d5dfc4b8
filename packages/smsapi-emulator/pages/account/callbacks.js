import { ask, attempt } from '../core/api.js';
import { moment } from '../core/format.js';
import { t, wordIn } from '../core/i18n.js';
import { now } from '../core/now.js';
import { badge, button, card, field, valuesOf } from '../core/parts.js';
import { say } from '../core/store.js';
import { h } from '../core/vdom.js';
import { account, loadAccount, loadCalls } from './data.js';

/** @typedef {import('./data.js').Callback} Callback */

/** @param {string} text */
const isUrl = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** @param {Callback} callback */
const test = async ({ id }) => {
  await attempt(async () => {
    const result = await ask('GET', `callbacks/${id}/commands/test`);
    if (result.test_result) say('good', t().account.callbacks.testOk);
    else if (result.connection_failed) say('bad', t().account.callbacks.testSilent);
    else say('bad', t().account.callbacks.testWrong(result.http_response_status));
  });
  await loadAccount();
};

/** @param {string} path @param {'PUT' | 'DELETE'} method */
const order = async (method, path) => {
  await attempt(() => ask(method, `callbacks/${path}`));
  await loadAccount();
};

/** @param {SubmitEvent} event */
const onAdd = async (event) => {
  const { form, get } = valuesOf(event);
  if (!isUrl(get('url'))) {
    say('bad', t().account.callbacks.urlWrong);
    return;
  }
  if (await attempt(() => ask('POST', 'callbacks', { type: get('type'), url: get('url') }))) form.reset();
  await Promise.all([loadAccount(), loadCalls()]);
};

/** Texts and reports may share an address. @param {string} type @param {import('./data.js').Call | import('./data.js').WaitingCall} call */
const isFor = (type, call) =>
  (type === 'sms_mo') === ('textId' in call || ('fields' in call && call.fields[0]?.['sms_from'] !== undefined));

/** The last answer to a callback, and what still waits for it. @param {Callback} callback */
const historyOf = ({ url, type }) => {
  const { calls = [], waiting = [] } = account.reports ?? {};
  const last = calls.findLast((call) => call.url === url && isFor(type, call));
  const waits = waiting.filter((call) => call.url === url && isFor(type, call)).length;
  return h(
    'span',
    { class: 'row-note' },
    last === undefined
      ? h('span', { class: 'soft' }, t().account.callbacks.never)
      : [answerBadge(last), h('span', { class: 'soft' }, ` ${moment(last.at, now())}`)],
    waits > 0 ? badge('warn', t().account.callbacks.waiting(waits)) : null,
  );
};

/** @param {{ status: number, taken: boolean }} call */
export const answerBadge = ({ status, taken }) => {
  if (taken) return badge('good', 'OK');
  if (status === 0) return badge('bad', t().account.calls.silent);
  return badge('bad', status === 200 ? t().account.calls.notOk : String(status));
};

/** @param {Callback} callback */
const row = (callback) => {
  const { id, url, type, active, receiver } = callback;
  const switching = active ? t().account.callbacks.deactivate : t().account.callbacks.activate;
  return h(
    'li',
    { key: id, class: 'callback' },
    h(
      'span',
      { class: 'row-main' },
      h('strong', null, wordIn(t().account.callbacks.types, type)),
      h('small', { class: 'soft' }, ` ${type}${receiver?.number ? ` → ${receiver.number}` : ''}`),
      h('code', { class: 'row-url' }, url),
      historyOf(callback),
    ),
    badge(active ? 'good' : 'plain', active ? t().account.callbacks.active : t().account.callbacks.inactive),
    h(
      'span',
      { class: 'row-actions' },
      button(t().account.callbacks.test, {
        small: true,
        kind: 'quiet',
        icon: 'retry',
        long: t().account.callbacks.testLong(url),
        onclick: () => void test(callback),
      }),
      button(switching, {
        small: true,
        kind: 'quiet',
        icon: active ? 'pause' : 'play',
        long: `${switching}: ${url}`,
        onclick: () => void order('PUT', `${id}/commands/${active ? 'deactivate' : 'activate'}`),
      }),
      button(t().remove, {
        small: true,
        kind: 'quiet',
        icon: 'trash',
        iconOnly: true,
        long: t().account.callbacks.removeLong(url),
        onclick: () => void order('DELETE', id),
      }),
    ),
  );
};

/** @param {import('./data.js').Account} shown */
export const callbacksCard = ({ callbacks }) =>
  card(
    t().account.callbacks.title,
    {},
    callbacks.length === 0
      ? h('p', { class: 'soft' }, t().account.callbacks.none)
      : h('ul', { class: 'rows' }, callbacks.map(row)),
    h(
      'form',
      { class: 'inline-form', onsubmit: (/** @type {SubmitEvent} */ event) => void onAdd(event) },
      field(
        t().account.callbacks.type,
        h(
          'select',
          { name: 'type' },
          Object.entries(t().account.callbacks.types).map(([type, words]) =>
            h('option', { key: type, value: type }, `${words} (${type})`),
          ),
        ),
        { wide: true },
      ),
      field(
        t().account.callbacks.url,
        h('input', {
          name: 'url',
          type: 'text',
          inputmode: 'url',
          autocomplete: 'off',
          placeholder: 'https://…',
          required: true,
        }),
        { wide: true },
      ),
      button(t().add, { type: 'submit', icon: 'plus' }),
    ),
  );
