import type { ColumnType, GeneratedAlways } from 'kysely';

/** Kinds of columns as TypeScript sees them: what is read, what may be written. */

export type Id = GeneratedAlways<number>;
export type Time = ColumnType<Date, Date | string, Date | string>;
export type Now = ColumnType<Date, Date | string | undefined, Date | string>;
export type Json<T> = ColumnType<T, string, string>;
