import { h } from './vdom.js';

/** Drawn on a field of 24 by 24, in the colour of the text. */
const PATHS = {
  logo: [
    'M7 2.5h10a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z',
    'M8.5 8h7M8.5 11.5h4M10.5 18.5h3',
  ],
  phone: [
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3z',
    'M10.5 18h3',
  ],
  power: ['M12 3v8', 'M6.6 6.6a8 8 0 1 0 10.8 0'],
  noSignal: ['M4 4l16 16', 'M5 12.5a10 10 0 0 1 4-2.7M13 9.1a10 10 0 0 1 6 3.4M8.5 16a5 5 0 0 1 5.5-1', 'M12 19.5h.01'],
  signal: ['M5 12.5a10 10 0 0 1 14 0M8.5 16a5 5 0 0 1 7 0M1.8 9a15 15 0 0 1 20.4 0', 'M12 19.5h.01'],
  account: ['M4 7.5h16v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5z', 'M4 7.5l2.2-3h11.6l2.2 3', 'M15 13.5h.01'],
  fault: ['M12 4l9 15.5H3z', 'M12 10v4M12 17h.01'],
  search: ['M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14z', 'M16.2 16.2L21 21'],
  send: ['M4 12l16-8-6 16-3-6.5z', 'M11 13.5L20 4'],
  stop: ['M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z', 'M8.5 12h7'],
  back: ['M15 5l-7 7 7 7'],
  copy: ['M9 9h10v11H9z', 'M5 15V4h10'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
  ],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  checks: ['M2.5 12.5l4.5 4.5L16 8', 'M11.5 16.5l.5.5L21.5 7.5'],
  clock: ['M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z', 'M12 7.5V12l3 2'],
  cross: ['M6 6l12 12M18 6L6 18'],
  question: [
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z',
    'M9.7 9.6a2.4 2.4 0 1 1 3.3 2.2c-.7.3-1 .7-1 1.6',
    'M12 16.3h.01',
  ],
  sun: [
    'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
    'M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  ],
  moon: ['M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z'],
  system: ['M3.5 5h17v11h-17z', 'M9 20h6M12 16v4'],
  plus: ['M12 5v14M5 12h14'],
  play: ['M7 4.5l12 7.5-12 7.5z'],
  pause: ['M8 5v14M16 5v14'],
  retry: ['M4 12a8 8 0 0 1 14-5.3L20 9', 'M20 4v5h-5', 'M20 12a8 8 0 0 1-14 5.3L4 15', 'M4 20v-5h5'],
  trash: ['M4 7h16M9.5 7V4.5h5V7M6 7l1 13h10l1-13'],
  info: ['M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z', 'M12 11v5M12 8h.01'],
};

/** @typedef {keyof typeof PATHS} IconName */

/** Never the only bearer of a meaning: a text beside it or a label around it says the same. @param {IconName} name */
export const icon = (name) =>
  h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    PATHS[name].map((d) => h('path', { d })),
  );
