/**
 * What the pages know. Views read it, controllers change it; every change draws the page once, in the next frame.
 *
 * @typedef {{ id: number, kind: 'good' | 'bad', text: string }} Toast
 */

/** @param {string} name */
const remembered = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** @param {string} name @param {string} value */
export const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
};

export const state = {
  language: remembered('language') === 'en' ? 'en' : 'pl',
  /** @type {string} */
  scheme: remembered('scheme') ?? 'system',
  /** @type {'connecting' | 'open' | 'lost'} */
  live: 'connecting',
  needsToken: false,
  tokenWasWrong: false,
  /** @type {readonly string[]} Parts of the address behind `#/`. */
  place: /** @type {string[]} */ ([]),
  /** @type {readonly Toast[]} */
  toasts: [],
};

/** @type {() => void} */
let draw = () => undefined;
let isAsked = false;

/** @param {() => void} render */
export const drawWith = (render) => {
  draw = render;
};

export const redraw = () => {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    draw();
  });
};

/** @param {Partial<typeof state>} patch */
export const change = (patch) => {
  Object.assign(state, patch);
  redraw();
};

const TOAST_MS = 5_000;
let toasts = 0;

/** @param {'good' | 'bad'} kind @param {string} text */
export const say = (kind, text) => {
  toasts += 1;
  const toast = { id: toasts, kind, text };
  change({ toasts: [...state.toasts.slice(-2), toast] });
  setTimeout(() => change({ toasts: state.toasts.filter((other) => other !== toast) }), TOAST_MS);
};
