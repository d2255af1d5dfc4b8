import { icon } from './icons.js';
import { h } from './vdom.js';

/** Pieces that every page is made of. @typedef {import('./vdom.js').Loose} Loose */

/** @param {string} title @param {{ aside?: Loose, class?: string }} options @param {...Loose} content */
export const card = (title, options, ...content) =>
  h(
    'section',
    { class: `card ${options.class ?? ''}`, 'aria-label': title },
    h('div', { class: 'card-head' }, h('h2', null, title), options.aside),
    content,
  );

/** @typedef {'good' | 'bad' | 'warn' | 'plain' | 'brand'} Tone */

/** @param {Tone} tone @param {...Loose} content */
export const badge = (tone, ...content) => h('span', { class: `badge ${tone}` }, content);

/**
 * @param {string} label
 * @param {{ icon?: import('./icons.js').IconName, kind?: 'first' | 'quiet' | 'danger', long?: string, small?: boolean,
 *   disabled?: boolean, type?: string, onclick?: (event: MouseEvent) => void, iconOnly?: boolean, key?: string }} options
 */
export const button = (label, options) =>
  h(
    'button',
    {
      key: options.key ?? null,
      class: `button ${options.kind ?? ''} ${options.small === true ? 'small' : ''} ${options.iconOnly === true ? 'only-icon' : ''}`,
      type: options.type ?? 'button',
      disabled: options.disabled ?? false,
      'aria-label': options.long ?? (options.iconOnly === true ? label : null),
      title: options.iconOnly === true ? (options.long ?? label) : null,
      onclick: options.onclick ?? null,
    },
    options.icon === undefined ? null : icon(options.icon),
    options.iconOnly === true ? null : h('span', null, label),
  );

/** @param {string} label @param {import('./vdom.js').VNode} control @param {{ hint?: string, wide?: boolean }} [options] */
export const field = (label, control, options = {}) =>
  h(
    'label',
    { class: `field ${options.wide === true ? 'wide' : ''}` },
    h(
      'span',
      { class: 'field-label' },
      label,
      options.hint === undefined ? null : h('small', null, ` ${options.hint}`),
    ),
    control,
  );

/** @param {string} name @param {Loose} value */
export const fact = (name, value) => h('div', { class: 'fact' }, h('dt', null, name), h('dd', null, value));

/**
 * One of a few, as a row of radio buttons.
 * @template {string} T
 * @param {{ name: string, label: string, value: T, choices: readonly { value: T, label: string, icon?: import('./icons.js').IconName }[],
 *   onchange: (value: T) => void, class?: string }} options
 */
export const segments = ({ name, label, value, choices, onchange, ...options }) =>
  h(
    'fieldset',
    { class: `segments ${options.class ?? ''}` },
    h('legend', { class: 'unseen' }, label),
    choices.map((choice) =>
      h(
        'label',
        { key: choice.value, class: choice.value === value ? 'chosen' : '' },
        h('input', {
          type: 'radio',
          name,
          value: choice.value,
          checked: choice.value === value,
          onchange: () => onchange(choice.value),
        }),
        choice.icon === undefined ? null : icon(choice.icon),
        h('span', null, choice.label),
      ),
    ),
  );

/** @param {import('./icons.js').IconName} name @param {string} title @param {...Loose} content */
export const emptyState = (name, title, ...content) =>
  h('div', { class: 'empty' }, h('div', { class: 'empty-icon' }, icon(name)), h('h2', null, title), content);

/** @param {SubmitEvent} event */
export const valuesOf = (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) throw new TypeError('Only forms are submitted.');
  const data = new FormData(form);
  return {
    form,
    get: (/** @type {string} */ name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    },
  };
};
