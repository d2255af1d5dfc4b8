import { remember, state, change } from './store.js';
import { en } from './texts-en.js';
import { pl } from './texts-pl.js';

const TEXTS = { pl, en };

/** The texts of the chosen language. */
export const t = () => (state.language === 'en' ? TEXTS.en : TEXTS.pl);

export const LANGUAGES = Object.values(TEXTS).map(({ code, own }) => ({ code, own }));

/** @param {string} code */
export const speak = (code) => {
  remember('language', code);
  change({ language: code === 'en' ? 'en' : 'pl' });
};

/** A word out of a table of texts; what it does not know is shown as it came. @param {object} table @param {string} word */
export const wordIn = (table, word) => {
  const found = Object.hasOwn(table, word) ? Reflect.get(table, word) : word;
  return typeof found === 'string' ? found : word;
};
