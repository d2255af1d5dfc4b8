// Polish time: whatever the server dates for people is dated by it, wherever the server stands.

/** Daylight saving included: 2026-03-29 has no 02:30, and 2026-10-25 has it twice. */
export function warsawTime(instant: Date): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/Warsaw')
    .toPlainDateTime();
}

/** 2018-12-31T22:59:59Z is still '2018-12-31', one second later it is '2019-01-01'. */
export function warsawDate(instant: Date): string {
  return warsawTime(instant).toPlainDate().toString();
}
