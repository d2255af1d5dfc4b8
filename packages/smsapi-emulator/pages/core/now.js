/** The emulator's clock may be ahead of the browser's, or stand still; every answer that tells the time is listened to. */
let aheadMs = 0;

/** @param {number} emulatorNow */
export const noteNow = (emulatorNow) => {
  aheadMs = emulatorNow - Date.now();
};

export const now = () => Date.now() + aheadMs;
