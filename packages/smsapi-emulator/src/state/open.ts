import type { Account, Callback } from '../account.ts';
import { asClockState, type ClockState } from '../clock.ts';
import { lockFolder } from '../folder-lock.ts';
import { memoryOnly, openJournal, replayJournal, rewriteJournal, type Journal } from '../journal.ts';
import { apply } from './events.ts';
import { catchUp } from './messages.ts';
import { snapshot } from './snapshot.ts';
import { createStore, type Keep, type Store } from './store.ts';

export interface OpenOptions {
  readonly account: Account;
  /** In ten-thousandths. */
  readonly points: number;
  readonly keep: Keep;
  readonly dataFolder: string | null;
  readonly fsync: boolean;
  readonly compactAboveBytes: number;
  /** The moment, with a clock that was left like this. */
  readonly now: (clock: ClockState) => number;
}

export interface Opened {
  readonly store: Store;
  readonly journal: Journal;
  /** Nothing was remembered. */
  readonly isNew: boolean;
  /** How the clock was left before the restart. */
  readonly clock: ClockState;
  readonly unlock: () => Promise<void>;
}

/** Brings back what a folder remembers; without a folder everything starts on the first day and ends with the process. */
export const openStore = async (options: OpenOptions): Promise<Opened> => {
  const store = createStore(options.account, options.points, options.keep);
  const folder = options.dataFolder;
  let clock = asClockState({ aheadMs: 0 });
  if (folder === null) return { store, journal: memoryOnly, isNew: true, clock, unlock: () => Promise.resolve() };

  const unlock = await lockFolder(folder);
  try {
    const size = await replayJournal(folder, (event) => {
      if (event.type === 'clock') clock = asClockState(event);
      else apply(store, event);
    });
    catchUp(store, options.now(clock));
    if (size > options.compactAboveBytes) await rewriteJournal(folder, snapshot(store, clock));
    const journal = await openJournal(folder, { fsync: options.fsync });
    if (size === 0)
      await journal.append([{ type: 'opened', account: store.account, points: store.points, sequence: 0 }]);
    return { store, journal, isNew: size === 0, clock, unlock };
  } catch (error) {
    await unlock();
    throw error;
  }
};

const OWN_ID = 'report-url';

/** The account with `url` as its address for reports; a folder's account may have had another one. */
export const withReportUrl = (account: Account, url: string): Account => {
  if (account.callbacks.some((callback) => callback.url === url && callback.type === 'sms_dlr')) return account;
  const own: Callback = {
    id: OWN_ID,
    url,
    type: 'sms_dlr',
    apiVersion: null,
    receiver: null,
    active: true,
    invalid: false,
  };
  return { ...account, callbacks: [own, ...account.callbacks.filter((callback) => callback.id !== OWN_ID)] };
};
