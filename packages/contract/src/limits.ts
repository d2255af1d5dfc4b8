/** The most rows that one request names by id; more are meant by a filter. */
export const MOST_NAMED = 100_000;
