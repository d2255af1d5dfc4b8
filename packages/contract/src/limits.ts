/** The most rows that one request names by id; more are meant by a filter. */
export const MOST_NAMED = 100_000;

/** A file of contractors may have so many megabytes. */
export const IMPORT_FILE_MB = 64;
