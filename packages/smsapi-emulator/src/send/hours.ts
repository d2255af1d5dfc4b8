const HOUR_MS = 3_600_000;

/** Made when first needed: time zone data is the dearest thing the emulator could load at start. */
let clockInPoland: Intl.DateTimeFormat | undefined;

const polishClock = (): Intl.DateTimeFormat =>
  (clockInPoland ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }));

/** Milliseconds since the last midnight on a Polish wall clock. */
const timeOfDay = (at: number): number => {
  const [hours = 0, minutes = 0, seconds = 0] = polishClock().format(at).split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + (at % 1_000);
};

export interface SendingHours {
  readonly from: number;
  readonly to: number;
}

export const isAllowedHour = (hours: SendingHours, at: number): boolean => {
  const time = timeOfDay(at);
  return time >= hours.from * HOUR_MS && time < hours.to * HOUR_MS;
};

/** The same moment when allowed, otherwise the next opening (`time_restriction=nearest_available`). */
export const nearestAllowed = (hours: SendingHours, at: number): number => {
  if (isAllowedHour(hours, at)) return at;
  const wait = hours.from * HOUR_MS - timeOfDay(at);
  const opening = at + (wait >= 0 ? wait : wait + 24 * HOUR_MS);
  // On the night the clocks change a day has 23 or 25 hours: step to the wall-clock hour itself.
  return opening + (hours.from * HOUR_MS - timeOfDay(opening));
};
