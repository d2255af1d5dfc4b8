import { ask, attempt } from '../core/api.js';
import { createLoader, listen } from '../core/live.js';
import { redraw, state } from '../core/store.js';

/**
 * @typedef {'on' | 'off' | 'out-of-coverage'} PhoneState
 * @typedef {{ kind: 'message' | 'text', text: string, from: string | null, at: number, status: string }} LastEntry
 * @typedef {{ number: string, state: PhoneState, since: number, lastAt: number, unread: number, waiting: number,
 *   last: LastEntry | null }} PhoneLine
 * @typedef {{ kind: 'smil' | 'speech' | 'sound' | 'sound-at' | 'rich', lector?: string, filename?: string, url?: string }} Attachment
 * @typedef {{ kind: 'message', id: string, at: number, channel: 'sms' | 'mms' | 'vms' | 'rcs', from: string, text: string,
 *   attachment: Attachment | null, segments: readonly string[],
 *   encoding: 'gsm7' | 'ucs2', parts: number, points: number, idx: string | null, status: string, acceptedAt: number,
 *   sendAt: number, landedAt: number | null, expiresAt: number, waiting: boolean,
 *   links: readonly { text: string, href: string }[] }} MessageEntry
 * @typedef {{ kind: 'text', id: string, at: number, to: string | null, text: string, replyTo: string | null,
 *   state: 'waiting' | 'taken' | 'given-up' | 'nobody', attempts: number }} TextEntry
 * @typedef {MessageEntry | TextEntry} Entry
 * @typedef {PhoneLine & { now: number, fate: string, takesTexts: boolean, entries: readonly Entry[],
 *   hasEarlier: boolean }} Phone
 */

export const phones = {
  /** @type {{ total: number, matching: number, phones: readonly PhoneLine[] } | null} */
  list: null,
  search: '',
  /** @type {Phone | null} */
  open: null,
  /** Older entries, asked for by hand. @type {readonly Entry[]} */
  earlier: [],
  hasEarlier: false,
  /** @type {Map<string, string>} */
  drafts: new Map(),
  isSending: false,
};

/** The number in the address; null in front of the list. */
export const openNumber = () => (state.place[0] === 'phones' ? (state.place[1] ?? null) : null);

export const loadList = createLoader(async () => {
  const search = phones.search.trim();
  const list = await ask('GET', `phones?search=${encodeURIComponent(search)}`);
  if (search !== phones.search.trim()) return;
  phones.list = list;
  redraw();
});

export const loadPhone = createLoader(async () => {
  const number = openNumber();
  if (number === null) return;
  /** @type {Phone} */
  const phone = await ask('GET', `phones/${encodeURIComponent(number)}`);
  if (number !== openNumber()) return;
  const isOther = phones.open?.number !== phone.number;
  if (isOther) phones.earlier = [];
  if (isOther || phones.earlier.length === 0) phones.hasEarlier = phone.hasEarlier;
  phones.open = phone;
  redraw();
  if (phone.unread > 0 && document.visibilityState === 'visible')
    await ask('PUT', `phones/${phone.number}`, { read: true });
});

export const loadEarlier = () =>
  attempt(async () => {
    const first = phones.earlier[0] ?? phones.open?.entries[0];
    if (phones.open === null || first === undefined) return;
    const { number } = phones.open;
    const page = await ask('GET', `phones/${number}?before=${encodeURIComponent(first.id)}`);
    if (phones.open?.number !== number) return;
    phones.earlier = [...page.entries, ...phones.earlier];
    phones.hasEarlier = page.hasEarlier;
    redraw();
  });

/** Everything known of the open conversation, oldest first. @returns {readonly Entry[]} */
export const entries = () => {
  const newest = phones.open?.entries ?? [];
  // What waited may have landed since: then it stands among the newest.
  const known = new Set(newest.map(({ id }) => id));
  return [...phones.earlier.filter(({ id }) => !known.has(id)), ...newest];
};

/** @param {string} number @param {PhoneState} wanted */
export const setPhoneState = async (number, wanted) => {
  await attempt(() => ask('PUT', `phones/${number}`, { state: wanted }));
  await Promise.all([loadPhone(), loadList()]);
};

/** A reply goes to whoever wrote last. @param {string} number @param {string} text */
export const reply = async (number, text) => {
  const last = entries().findLast((entry) => entry.kind === 'message' && entry.landedAt !== null);
  phones.isSending = true;
  redraw();
  const isDone = await attempt(() =>
    ask('POST', 'incoming', { from: number, text, ...(last === undefined ? {} : { replyTo: last.id }) }),
  );
  phones.isSending = false;
  if (isDone && phones.drafts.get(number)?.trim() === text) phones.drafts.delete(number);
  redraw();
  await loadPhone();
};

export const followPhones = () =>
  listen(['phones'], (numbers) => {
    if (state.place[0] !== 'phones') return;
    void loadList();
    const number = openNumber();
    if (number !== null && (numbers === null || numbers.includes(number))) void loadPhone();
  });
