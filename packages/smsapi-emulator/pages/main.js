import { followAccount, loadAccount, loadCalls, loadRequests } from './account/data.js';
import { accountView } from './account/view.js';
import { takeToken } from './core/api.js';
import { phone as shownPhone } from './core/format.js';
import { t } from './core/i18n.js';
import { connect, followVisibility, whenLost } from './core/live.js';
import { applyScheme, PAGES, shell } from './core/shell.js';
import { change, drawWith, redraw, state } from './core/store.js';
import { mount } from './core/vdom.js';
import { followFaults, loadFaults } from './faults/data.js';
import { faultsView } from './faults/view.js';
import { keepPlace } from './phones/conversation.js';
import { followPhones, loadList, loadPhone, openNumber } from './phones/data.js';
import { phonesView } from './phones/view.js';

const VIEWS = { phones: phonesView, account: accountView, faults: faultsView };

/** What each page asks for when it is opened. */
const LOADERS = {
  phones: () => Promise.all([loadList(), loadPhone()]),
  account: () => Promise.all([loadCalls(), loadRequests()]),
  faults: () => loadFaults(),
};

const page = () => PAGES.find((known) => known === state.place[0]) ?? 'phones';

const titleOf = () => {
  const number = openNumber();
  return `${number === null ? t().nav[page()] : shownPhone(number)} · ${t().title}`;
};

const draw = () => {
  const app = document.querySelector('#app');
  if (app === null) return;
  const settle = keepPlace();
  document.documentElement.lang = t().code;
  document.title = titleOf();
  mount(app, shell(VIEWS[page()]()));
  settle();
};

/** `#/phones/48500100200` */
const follow = () => {
  if (takeToken()) connect();
  const [, first = '', ...rest] = location.hash.split('/').map(decodeURIComponent);
  change({ place: [PAGES.find((known) => known === first) ?? 'phones', ...rest] });
  void LOADERS[page()]();
};

/** The time on the handset goes on although nothing happens. */
const CLOCK_MS = 15_000;

drawWith(draw);
applyScheme();
followAccount();
followPhones();
followFaults();
followVisibility();
addEventListener('hashchange', follow);
follow();
whenLost(() => void loadAccount());
void loadAccount();
connect();
setInterval(() => {
  if (document.visibilityState === 'visible') redraw();
}, CLOCK_MS);
