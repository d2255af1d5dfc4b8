import process from 'node:process';

/**
 * The user's wishes to stop, counted: Ctrl+C, kill, a closed terminal. `nth[0]` is aborted by the first one,
 * `nth[1]` by the second, `nth[2]` by the third.
 *
 * npm passes the Ctrl+C of the terminal on to us, which has got it already: two signals for one press. Signals
 * within `echoMs` of the last counted one are therefore that press again.
 *
 * @typedef {{ nth: [AbortSignal, AbortSignal, AbortSignal], close: () => void }} Interrupts
 *
 * @param {{ on: (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void) => unknown,
 *   off: (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void) => unknown }} [source]
 * @param {() => number} [now] - milliseconds that never run backwards
 * @param {number} [echoMs]
 * @returns {Interrupts}
 */
export function watchInterrupts(source = process, now = () => performance.now(), echoMs = 300) {
  const controllers = /** @type {const} */ ([new AbortController(), new AbortController(), new AbortController()]);
  let lastAt = -Infinity;

  const onSignal = () => {
    if (now() - lastAt < echoMs) return;
    lastAt = now();
    controllers.find(({ signal }) => !signal.aborted)?.abort();
  };
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const name of names) source.on(name, onSignal);

  return {
    nth: [controllers[0].signal, controllers[1].signal, controllers[2].signal],
    close() {
      for (const name of names) source.off(name, onSignal);
    },
  };
}

/**
 * Settles when the signal is aborted, at once if it already is.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
